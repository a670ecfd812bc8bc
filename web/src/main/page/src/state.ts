import type { Checks, Counts, Finding, Items, Level, RiskMap, Rule, Status, Verdict, Zones } from "./api/types";
import type { Catalog } from "./catalog";
import type { ProjectClass } from "./palette";

/** Which of the panels that share the right-hand side is shown. */
export const MODES = ["risk", "checks", "roads", "planner"] as const;
export type Mode = (typeof MODES)[number];

export type LayerKey =
  | "regions"
  | "pattern"
  | "water"
  | "shoreMapped"
  | "shoreDemo"
  | "shoreOther"
  | "zone"
  | "projects"
  | "basemap";

/** Everything the page knows and shows. Data is null until it has arrived. */
export interface State {
  status: Status | null;
  catalog: Catalog | null;
  asOf: string;
  /** The day of the risk map where somebody chose one; empty for the last day of its facts. */
  riskAsOf: string;
  riskMap: RiskMap | null;
  regions: Items | null;
  water: Items | null;
  shores: Items | null;
  projects: Items | null;
  /** How many features a layer drawn from tiles has by the value that colours it. */
  counts: Readonly<Record<string, Counts>>;
  rules: Rule[];
  checks: Checks | null;
  /** The last of the chosen rules that bind chemical projects, and their answer: what colours the projects. */
  projectRules: string[];
  projectChecks: Checks | null;
  zones: Zones | null;
  /** Parts that could not be loaded, by their key in load.ts. */
  failed: ReadonlySet<string>;

  mode: Mode;
  selectedRules: string[];
  layers: Record<LayerKey, boolean>;
  hiddenGrades: ReadonlySet<Level>;
  /** The layers drawn from tiles that are switched on, and by layer the values that are not shown. */
  tiles: ReadonlySet<string>;
  hiddenCodes: Readonly<Record<string, ReadonlySet<string>>>;
  hiddenProjects: ReadonlySet<ProjectClass>;
  shownVerdicts: ReadonlySet<Verdict>;
  findingFilter: string;
  finding: Finding | null;
  regionCode: string | null;
}

type Listener = (state: State, changed: ReadonlySet<keyof State>) => void;

const listeners: Listener[] = [];

export const state: State = {
  status: null,
  catalog: null,
  asOf: "",
  riskAsOf: "",
  riskMap: null,
  regions: null,
  water: null,
  shores: null,
  projects: null,
  counts: {},
  rules: [],
  checks: null,
  projectRules: [],
  projectChecks: null,
  zones: null,
  failed: new Set(),
  mode: "checks",
  selectedRules: [],
  layers: {
    regions: true,
    pattern: false,
    water: true,
    shoreMapped: true,
    shoreDemo: true,
    shoreOther: true,
    zone: true,
    projects: true,
    basemap: true,
  },
  hiddenGrades: new Set(),
  tiles: new Set(["risk_point", "enterprise"]),
  hiddenCodes: {},
  hiddenProjects: new Set(),
  shownVerdicts: new Set(),
  findingFilter: "",
  finding: null,
  regionCode: null,
};

/** Changes the state and tells everyone once, with the names of what changed. */
export function update(change: Partial<State>): void {
  Object.assign(state, change);
  const changed = new Set(Object.keys(change) as (keyof State)[]);
  for (const listener of listeners) listener(state, changed);
}

export function subscribe(listener: Listener): void {
  listeners.push(listener);
}

/** The finding that was just opened; one that comes back with the checks of another day moves neither map nor panels. */
export const openedFinding = (now: State, changed: ReadonlySet<keyof State>): Finding | null =>
  changed.has("finding") && !changed.has("checks") ? now.finding : null;

/** Shows or hides one value of a layer drawn from tiles. */
export function toggleCode(layer: string, value: string): void {
  const hidden = toggled(state.hiddenCodes[layer] ?? new Set<string>(), value);
  update({ hiddenCodes: { ...state.hiddenCodes, [layer]: hidden } });
}

/** The set with `value` in if it was out, and out if it was in. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
