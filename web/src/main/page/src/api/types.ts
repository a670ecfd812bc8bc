import type { Feature, FeatureCollection, Geometry, Position } from "geojson";

/** A text in the two languages of the page; either may be missing in an office's own catalogue. */
export interface Text {
  zh: string;
  en: string;
}

export type Level = 1 | 2 | 3 | 4;
export const LEVELS: readonly Level[] = [1, 2, 3, 4];

export type Verdict = "FAIL" | "NEEDS_SURVEY" | "PASS" | "EXEMPT" | "GRANDFATHERED" | "NOT_ASSESSABLE";

export interface Basemap {
  url: string;
  attribution: string;
}

export interface LayerCount {
  id: string;
  title: Text;
  count: number;
  /** Delivered rows that are not shown because they must be corrected. */
  awaitingCorrection: number;
}

/** How far the layers in memory are those of the database. */
export interface Freshness {
  dataVersion: number;
  layersLoaded: number;
  layers: number;
  lag: { since: string; databaseAway: boolean } | null;
}

export interface Status {
  product: string;
  version: string;
  dataVersion: number;
  demo: boolean;
  asOf: string;
  scope: { name: string };
  basemap: Basemap | null;
  freshness: Freshness;
  layers: LayerCount[];
}

export type FieldType = "text" | "text_list" | "integer" | "number" | "boolean" | "date" | "code";
export type GeometryKind = "point" | "line" | "line_z" | "polygon" | "any" | "none";

export interface CatalogField {
  name: string;
  type: FieldType;
  title: Text;
  unit: string | null;
  codes: string | null;
  popup: boolean;
}

export interface CatalogLayer {
  id: string;
  title: Text;
  description: Text | null;
  group?: string | null;
  geometry: GeometryKind;
  style: { color: string; colorBy: string | null };
  fields: CatalogField[];
}

export interface CodeList {
  title: Text;
  codes: { value: string; title: Text; color: string | null }[];
}

export interface CatalogDocument {
  layers: CatalogLayer[];
  codes: Record<string, CodeList>;
}

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export type Properties = Record<string, Value>;

/** Features of one layer; `numberMatched` may exceed what was returned. */
export interface Items extends FeatureCollection<Geometry, Properties> {
  numberMatched: number;
  numberReturned: number;
  dataVersion: number;
}
export type Item = Feature<Geometry, Properties>;

export interface Counts {
  layer: string;
  by: string;
  total: number;
  counts: Record<string, number>;
  missing: number;
}

/** A region's published status. */
export interface GradedUnit {
  code: string;
  name: string;
  level: Level | null;
  grade: string | null;
  score: number | null;
}

export interface RegionProperties extends GradedUnit {
  cityName: string | null;
  explanation: Text | null;
  counts?: Record<string, number> | null;
  population: number | null;
  is_demo: boolean;
}
export type RiskMap = FeatureCollection<Geometry, RegionProperties> & { manifest?: RiskManifest };

export interface RiskManifest {
  asOf: string;
  /** The last day that the ledgers tell of, null where they tell of none. */
  dataCutOff: string | null;
  palette: string;
  /** Units with a grade of their own and no outline. */
  notDrawn?: GradedUnit[];
  /** Hazards and accidents that belong to no county. */
  unplaced?: number;
}

/** One grade of a stored thing with what it rests on. */
export interface GradeExplanation {
  level: Level | null;
  grade: string | null;
  gradeTitle: Text | null;
  scale: string;
  table: { id: string; version: number; title: Text; source: Text } | null;
  steps: Text[];
  toNextBetter: Text[];
  stored: { agrees: boolean; text: Text | null } | null;
  notes: Text[];
}
export interface GradeAnswer {
  grades: GradeExplanation[];
}

export interface Rule {
  id: string;
  version: string | number;
  title: Text;
  kind: string;
  subjectLayer: string;
  targetLayers: string[];
  thresholdM: number | null;
  basis: { law: Text; article: string; summary: Text; source?: string | null };
  validFrom: string | null;
  validTo: string | null;
  signOff?: string | Text | null;
}

export interface SecondaryShore {
  targetId?: string | number;
  targetName?: string | null;
  targetDefinition?: string | null;
  distanceM?: number | null;
  uncertaintyM?: number | null;
  verdict?: Verdict;
  isDemo?: boolean;
}

export interface Finding {
  rule: string;
  ruleVersion: string | number;
  subjectLayer: string;
  subjectId: string | number;
  subjectCode: string;
  subjectName: string;
  targetLayer: string | null;
  targetId: string | number | null;
  targetName: string | null;
  targetDefinition: string | null;
  distanceM: number | null;
  thresholdM: number | null;
  marginM: number | null;
  uncertaintyM: number | null;
  verdict: Verdict;
  underlyingVerdict: Verdict | null;
  subjectPoint: Position | null;
  targetPoint: Position | null;
  outsideProvince: boolean;
  isDemo: boolean;
  reasons: Text[] | null;
  secondary: SecondaryShore[] | null;
}

export interface Checks {
  manifest: {
    dataVersion: number;
    asOf: string;
    counts: Partial<Record<Verdict, number>>;
    notApplicable: number;
  };
  findings: Finding[];
}

export interface ZoneProperties {
  rule: string;
  waterCode: string;
  waterName: string;
  definition: string | null;
  distanceM: number;
  isDemo: boolean;
  sigmaM: number | null;
}
export type Zones = FeatureCollection<Geometry, ZoneProperties>;
