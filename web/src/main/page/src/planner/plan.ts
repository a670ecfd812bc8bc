import type { Geometry, Position } from "geojson";
import type { AreaAnswer, ScreeningAnswer, SiteKind, Surroundings } from "./types";

export type Tool = "point" | "polygon" | "enter" | null;

/** Of whom the surroundings are shown: a stored feature, or the drawn site. */
export type Around = { layer: string; code: string } | "site";

/** What the planner has drawn and chosen, and what the service said to it. */
export interface Plan {
  open: boolean;
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
  /** The site, in `crs`. */
  shape: Geometry | null;
  crs: string;
  crsConfirmed: boolean;
  busy: boolean;
  answer: ScreeningAnswer | null;
  error: unknown;
  areaShown: boolean;
  area: AreaAnswer | null;
  areaError: unknown;
  around: Around | null;
  radiusM: number;
  surroundings: Surroundings | null;
  aroundError: unknown;
}

export const plan: Plan = {
  open: false,
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
  crs: "EPSG:4490",
  crsConfirmed: false,
  busy: false,
  answer: null,
  error: null,
  areaShown: false,
  area: null,
  areaError: null,
  around: null,
  radiusM: 5000,
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

/** Whether clicks on the map belong to the drawing. */
export const isDrawing = (): boolean => plan.tool === "point" || plan.tool === "polygon";
