import type { Position } from "geojson";
import type { Text } from "../../api/types";

export interface LevelCount {
  level: number;
  places: number;
  reached: number;
  beyond: number;
  unplaced: number;
}

export interface UnitCount extends Omit<LevelCount, "level"> {
  code: string;
  name: string;
}

/** A place that no team reaches in time. */
export interface Gap {
  id: number;
  code: string;
  name: string;
  level: number | null;
  countyName: string | null;
  at: Position;
  /** Null where no team comes at all. */
  minutes: number | null;
  overMinutes: number | null;
  team: { code: string; name: string; kind: string } | null;
}

/** A place of which nothing can be said, and why. */
export interface Unplaced extends Pick<Gap, "id" | "code" | "name" | "level" | "countyName"> {
  /** Null where it is not known where it is. */
  at: Position | null;
  text: Text;
}

export interface ReachAnswer {
  manifest: { minutes: number; kinds: string[]; teams: number; dataVersion: number; modelVersion: number; modelSource: Text; isDemo: boolean };
  places: number;
  reached: number;
  beyond: number;
  unplaced: number;
  byLevel: LevelCount[];
  byCounty: UnitCount[];
  /** The worst of them, as many as were asked for. */
  gaps: Gap[];
  unplacedPlaces: Unplaced[];
  notes: Text[];
}

/** What one more station would add. */
export interface WithAnswer {
  at: Position;
  closed: number;
  byLevel: { level: number; closed: number }[];
  earlier: number;
  gaps: (Gap & { minutesWith: number; savedMinutes: number | null })[];
  notes: Text[];
}

/** Places where stations would close the most gaps, one after the other. */
export interface BestAnswer {
  candidates: number;
  chosen: { rank: number; code: string; name: string; countyName: string | null; at: Position; added: number; closedSoFar: number }[];
  notes: Text[];
}
