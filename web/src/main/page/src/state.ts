import type { Checks, Counts, Finding, Items, Level, RiskMap, Rule, Status, Verdict, Zones } from "./api/types";
import type { Catalog } from "./catalog";
import type { ProjectClass } from "./palette";

export type LayerKey =
  | "regions"
  | "pattern"
  | "water"
  | "shoreMapped"
  | "shoreDemo"
  | "shoreOther"
  | "zone"
  | "risk"
  | "projects"
  | "enterprises"
  | "basemap";

/** Everything the page knows and shows. Data is null until it has arrived. */
export interface State {
  status: Status | null;
  catalog: Catalog | null;
  asOf: string;
  riskMap: RiskMap | null;
  regions: Items | null;
  water: Items | null;
  shores: Items | null;
  enterprises: Items | null;
  projects: Items | null;
  risk: Items | null;
  riskCounts: Counts | null;
  rules: Rule[];
  checks: Checks | null;
  zones: Zones | null;
  /** Parts that could not be loaded, by their key in load.ts. */
  failed: ReadonlySet<string>;

  selectedRules: string[];
  layers: Record<LayerKey, boolean>;
  hiddenGrades: ReadonlySet<Level>;
  hiddenLevels: ReadonlySet<Level>;
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
  riskMap: null,
  regions: null,
  water: null,
  shores: null,
  enterprises: null,
  projects: null,
  risk: null,
  riskCounts: null,
  rules: [],
  checks: null,
  zones: null,
  failed: new Set(),
  selectedRules: [],
  layers: {
    regions: true,
    pattern: false,
    water: true,
    shoreMapped: true,
    shoreDemo: true,
    shoreOther: true,
    zone: true,
    risk: true,
    projects: true,
    enterprises: true,
    basemap: true,
  },
  hiddenGrades: new Set(),
  hiddenLevels: new Set(),
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

/** The set with `value` in if it was out, and out if it was in. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
