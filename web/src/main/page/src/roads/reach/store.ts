import type { Position } from "geojson";
import { isShown } from "../store";
import type { BestAnswer, ReachAnswer, WithAnswer } from "./types";

/** Kinds of teams that are asked for together. */
export const TEAMS = ["fire_station,town_brigade", "fire_station", "hazmat_rescue", "mine_rescue", "medical_rescue", "county_rescue"] as const;
export const MINUTES = [5, 10, 15, 20, 30] as const;

/** The lists of the panel, and how many rows of each are shown at first and added with each press. */
export type ReachList = "gaps" | "unplaced" | "closed";
export const FIRST_ROWS = 50;

/** What is asked of the teams' reach, and what the service said to it. */
export interface Reach {
  teams: string;
  minutes: number;
  busy: boolean;
  answer: ReachAnswer | null;
  error: unknown;
  picking: boolean;
  /** Where one more station is tried. */
  station: Position | null;
  added: WithAnswer | null;
  addedError: unknown;
  best: BestAnswer | null;
  bestBusy: boolean;
  /** How many rows of each list are wanted. */
  listed: Record<ReachList, number>;
  /** A place to be shown on the map. */
  shown: Position | null;
}

export const reach: Reach = {
  teams: TEAMS[0],
  minutes: 15,
  busy: false,
  answer: null,
  error: null,
  picking: false,
  station: null,
  added: null,
  addedError: null,
  best: null,
  bestBusy: false,
  listed: { gaps: FIRST_ROWS, unplaced: FIRST_ROWS, closed: FIRST_ROWS },
  shown: null,
};

type Listener = (changed: ReadonlySet<keyof Reach>) => void;
const listeners: Listener[] = [];

/** Changes it and tells everyone once, with the names of what changed. */
export function changeReach(next: Partial<Reach>): void {
  Object.assign(reach, next);
  const changed = new Set(Object.keys(next) as (keyof Reach)[]);
  for (const listener of listeners) listener(changed);
}

export function onReach(listener: Listener): void {
  listeners.push(listener);
}

/** Whether a click on the map puts a station. */
export const isPlacingStation = (): boolean => isShown("reach") && reach.picking;
