import type { Geometry, Position } from "geojson";
import { state } from "../state";
import type { BlackspotAnswer, RouteAnswer, RouteModel } from "./types";

export const TABS = ["route", "blackspots", "reach"] as const;
export type Tab = (typeof TABS)[number];

/** The end of the way that the next click on the map puts. */
export type End = "from" | "to";

/** What the roads' panel asks, and what the service said to it. */
export interface Roads {
  tab: Tab;
  from: Position | null;
  to: Position | null;
  picking: End | null;
  hour: number;
  model: RouteModel | null;
  /** Empty for the model's first. */
  cargo: string;
  busy: boolean;
  answer: RouteAnswer | null;
  error: unknown;
  /** Which of the answer's ways is shown in full. */
  chosen: string | null;
  blackspots: BlackspotAnswer | null;
  /** How many of them are listed at most. */
  spotsListed: number;
  blackspotsError: unknown;
  /** The stretch of road that is shown on the map. */
  stretch: Geometry[];
  stretchError: unknown;
}

const MORNING = 10;

/** The most stretches that the service lists. */
export const MOST_SPOTS = 1000;

export const roads: Roads = {
  tab: "route",
  from: null,
  to: null,
  picking: "from",
  hour: MORNING,
  model: null,
  cargo: "",
  busy: false,
  answer: null,
  error: null,
  chosen: null,
  blackspots: null,
  spotsListed: 100,
  blackspotsError: null,
  stretch: [],
  stretchError: null,
};

type Listener = (changed: ReadonlySet<keyof Roads>) => void;
const listeners: Listener[] = [];

/** Changes it and tells everyone once, with the names of what changed. */
export function changeRoads(next: Partial<Roads>): void {
  Object.assign(roads, next);
  const changed = new Set(Object.keys(next) as (keyof Roads)[]);
  for (const listener of listeners) listener(changed);
}

export function onRoads(listener: Listener): void {
  listeners.push(listener);
}

/** Whether the panel is shown with this tab. */
export const isShown = (tab: Tab): boolean => state.mode === "roads" && roads.tab === tab;

/** Whether clicks on the map put an end of the way. */
export const isPicking = (): boolean => isShown("route") && roads.picking !== null;

/** Puts the end that was being picked, and goes on to the other one while it is missing. */
export function putEnd(end: End, at: Position): void {
  const other: End = end === "from" ? "to" : "from";
  changeRoads({ [end]: at, picking: roads.picking === end && roads[other] === null ? other : null });
}
