import type { Geometry, Position } from "geojson";
import type { Finding, Text } from "../api/types";

export interface SiteKind {
  id: string;
  sector: string;
  title: Text;
  layers: string[];
}

export interface ScreenedFinding extends Finding {
  ruleTitle: Text;
  evidenceMissing: Text[];
}

export interface ScreeningAnswer {
  manifest: { dataVersion: number; asOf: string; notApplicable: number };
  question: string;
  site: { geometry: Geometry; crs: string; countyName: string | null; warnings: Text[] };
  findings: ScreenedFinding[];
}

export interface RuleCut {
  rule: string;
  title: Text;
  forbiddenM2: number;
  needsSurveyM2: number;
  notDrawn: Text | null;
}

export interface AreaAnswer {
  frame: Geometry;
  allowed: Geometry;
  needsSurvey: Geometry;
  forbidden: Geometry;
  notAssessable: Geometry;
  areas: { frameM2: number; allowedM2: number; needsSurveyM2: number; forbiddenM2: number; notAssessableM2: number };
  rules: RuleCut[];
  accuracy: Text;
  isDemo: boolean;
}

export interface Neighbour {
  layer: string;
  id: number;
  code: string;
  name: string | null;
  kind: Text;
  distanceM: number;
  azimuthDeg: number;
  direction: Text;
  point: Position;
  value: number | null;
  isDemo: boolean;
}

export interface Theme {
  id: string;
  title: Text;
  sumTitle: Text | null;
  count: number;
  sum: number | null;
  nearestM: number | null;
  cells: { count: number; sum: number }[][];
  items: Neighbour[];
}

export interface Surroundings {
  subject: { layer: string | null; code: string | null; name: string | null; centre: Position; isDemo: boolean };
  radiusM: number;
  directions: Text[];
  ringsM: number[];
  themes: Theme[];
  exposure: {
    withinM: number;
    people: number;
    alpha: number;
    boundary: boolean;
    note: Text;
    recorded: { fields: Record<string, number | null>; rValue: number | null; level: number | null } | null;
  };
  demo: boolean;
}
