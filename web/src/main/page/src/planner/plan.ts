import type { Geometry, Position } from "geojson";
import { state } from "../state";
import type { AreaAnswer, ScreeningAnswer, SiteKind, Surroundings } from "./types";

/** The system of the map: what is drawn or dragged is in it. */
export const CGCS2000 = "EPSG:4490";

export type Tool = "point" | "polygon" | "enter" | null;

/** Of whom the surroundings are shown: a stored feature, or the drawn site. */
export type Around = { layer: string; code: string } | "site";

/** What the planner has drawn and chosen, and what the service said to it. */
export interface Plan {
  kinds: SiteKind[];
  kind: SiteKind | null;
  projectType: string;
  approvalDate: string;
  county: string;
  producer: boolean | null;
  /** Further facts of the site by the catalogue's field names. */
  attributes: Record<string, string | number | boolean>;
  tool: Tool;
  /** Corners of the area being drawn. */
  corners: Position[];
  /** The site as it was entered or drawn, in `crs`: what is asked, and what its evidence names. */
  shape: Geometry | null;
  crs: string;
  /** Where a site entered in another system truly is, in CGCS2000; null until the service has said so. */
  placed: Geometry | null;
  /** The system chosen for coordinates to be entered. */
  system: string;
  crsConfirmed: boolean;
  busy: boolean;
  answer: ScreeningAnswer | null;
  error: unknown;
  areaShown: boolean;
  area: AreaAnswer | null;
  areaError: unknown;
  around: Around | null;
  radiusM: number;
  /** How many neighbours of each theme are listed and drawn at most, the nearest first. */
  listed: number;
  surroundings: Surroundings | null;
  aroundError: unknown;
}

export const plan: Plan = {
  kinds: [],
  kind: null,
  projectType: "new",
  approvalDate: "",
  county: "",
  producer: null,
  attributes: {},
  tool: null,
  corners: [],
  shape: null,
  crs: CGCS2000,
  placed: null,
  system: CGCS2000,
  crsConfirmed: false,
  busy: false,
  answer: null,
  error: null,
  areaShown: false,
  area: null,
  areaError: null,
  around: null,
  radiusM: 5000,
  listed: 50,
  surroundings: null,
  aroundError: null,
};

type Listener = (changed: ReadonlySet<keyof Plan>) => void;
const listeners: Listener[] = [];

/** Changes the plan and tells everyone once, with the names of what changed. */
export function change(next: Partial<Plan>): void {
  Object.assign(plan, next);
  const changed = new Set(Object.keys(next) as (keyof Plan)[]);
  for (const listener of listeners) listener(changed);
}

export function onPlan(listener: Listener): void {
  listeners.push(listener);
}

/** The site in CGCS2000, as it is drawn; null while it is not known there. */
export const siteOnMap = (): Geometry | null => (plan.crs === CGCS2000 ? plan.shape : plan.placed);

/** Whether the plan is on the map. */
export const isPlanning = (): boolean => state.mode === "planner";

/** Whether clicks on the map belong to the drawing. */
export const isDrawing = (): boolean => isPlanning() && (plan.tool === "point" || plan.tool === "polygon");
