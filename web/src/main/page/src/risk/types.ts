import type { Level, Text } from "../api/types";

/** What a regional grade came from. */
export interface AssessmentManifest {
  model: string;
  modelVersion: string | number;
  dataVersion: number;
  dataCutOff: string | null;
  asOf: string;
  sector: string | null;
  modelSha256?: string | null;
  inputsSha256?: string | null;
  isDemo: boolean;
  /** What concerns all regions, above all that the ledgers end before the day. */
  notes: Text[];
}

/** One indicator's part of a score; the points of all add up to it. */
export interface Contribution {
  indicator: string;
  title: Text;
  unit: string | null;
  raw: number | null;
  /** Null where small counts are not smoothed. */
  smoothed: number | null;
  normalised: number | null;
  weight: number;
  points: number | null;
}

/** A region's published status and its grounds. */
export interface AssessedRegion {
  code: string;
  name: string;
  nameEn?: string | null;
  cityName: string | null;
  level: Level | null;
  /** By the score alone, before vetoes. */
  levelByScore?: Level | null;
  score: number | null;
  contributions: Contribution[];
  vetoes: { id: string; title: Text }[];
  notes?: Text[];
  explanation?: Text[];
  toNextBetter?: Text[];
  /** Shares of runs in which the colour stays, with other weights and with resampled counts; null where it has none. */
  sensitivity?: { weights: number | null; counts: number | null; runs: number; seed: number } | null;
  /** Inherent risk: shown beside, never part of the score. */
  overlay?: { title: Text; value: number | null; unit: string | null }[];
}

export interface MonthGrade {
  asOf: string;
  level: Level | null;
  score: number | null;
}

export interface Assessment {
  manifest: AssessmentManifest;
  region: AssessedRegion;
  history: MonthGrade[];
}

/** A region whose colour moved, its score's change split by causes. */
export interface Change {
  code: string;
  name: string;
  fromLevel: Level | null;
  toLevel: Level | null;
  fromScore: number | null;
  toScore: number | null;
  causes: { data: number | null; model: number | null; calendar: number | null };
  explanation: Text | null;
}

export interface Changes {
  manifest: { from?: string; to?: string };
  changes: Change[];
}
