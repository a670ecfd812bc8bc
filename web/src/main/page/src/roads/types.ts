import type { Feature, FeatureCollection, LineString, Position } from "geojson";
import type { Text } from "../api/types";

/** Where an end of the way was put, and where on the road it begins. */
export interface RouteEnd {
  point: Position;
  snapped: Position;
  distanceM: number;
  road: string | null;
}

/** What stands on or by the way between two places of it, in metres from its beginning. */
export interface RouteHazard {
  kind: string;
  layer: string | null;
  code: string | null;
  name: string | null;
  fromM: number;
  toM: number;
  persons: number | null;
  risk: number | null;
  text: Text;
}

export interface RouteSegment {
  routeNo: string | null;
  roadClass: string | null;
  fromStake: string | null;
  toStake: string | null;
  lengthM: number;
  timeS: number;
  risk: number | null;
}

/** One way from the one end to the other. */
export interface Route {
  id: string;
  labels: string[];
  timeS: number;
  lengthM: number;
  risk: number | null;
  riskUnit: Text | null;
  ascentM: number | null;
  descentM: number | null;
  /** Those that weigh most. */
  hazards: RouteHazard[];
  hazardsTotal?: number;
  segments: RouteSegment[];
  /** Metres from the beginning, and height above the sea. */
  profile: [number, number][] | null;
  geometry: LineString;
}

/** A road that the quickest way would have taken, and why this one did not. */
export interface Avoided {
  name: string | null;
  routeNo: string | null;
  fromStake: string | null;
  toStake: string | null;
  at: Position;
  why: Text;
  ban: boolean;
}

export interface RouteAnswer {
  manifest: { dataVersion: number | null; model: Text; modelSource: Text; modelVersion: number; hour: number; cargo: string | null; isDemo: boolean };
  from: RouteEnd;
  to: RouteEnd;
  routes: Route[];
  avoided: Avoided[];
  notes: Text[];
}

/** What can be asked: the goods, and the hours that are told apart. */
export interface RouteModel {
  cargoes: { id: string; title: Text }[];
}

/** A stretch of road on which more crashes happened than chance and traffic explain. */
export interface Blackspot {
  rank: number;
  routeNo: string;
  fromStake: string;
  toStake: string;
  crashes: number;
  fatal: number;
  deaths: number;
  expected: number | null;
  excess: number | null;
  reasons: Text[];
}

/** A stretch of the register, and what is found there now. */
export interface Registered {
  code: string;
  routeNo: string;
  fromStake: string;
  toStake: string;
  rank: number | null;
  cause: string | null;
  measureKind: string | null;
  measure: string | null;
  dueOn: string | null;
  isDone: boolean;
  overdueDays: number | null;
  listingLevel: string | null;
  roadChiefPost: string | null;
}

export interface BlackspotAnswer {
  manifest: { asOf: string; years: number; model: string; modelVersion: number; dataVersion: number; isDemo: boolean };
  found: number;
  segments: Blackspot[];
  registry: Registered[];
}

/** The line of a stretch of a route. */
export type Cut = FeatureCollection | Feature;
