import type { Item } from "../api/types";
import type { State } from "../state";

/**
 * A feature under the cursor: a region by its code, which is the same on every day; its layer and its place in that
 * layer's full answer; or its id where the layer is drawn from tiles and the rest of it has still to be asked for.
 */
export type Hit = { layer: "region"; code: string } | { layer: string; index: number } | { layer: string; id: number; item?: Item };

/** Features under one click that the pop-up leafs through; of more it says that there are more. */
export const MAX_HITS = 30;

/** The parts of the state from which a hit is told. */
const SOURCES: Record<string, readonly (keyof State)[]> = {
  region: ["riskMap"],
  zone: ["zones"],
  chemical_project: ["projects", "projectChecks"],
  water_body: ["water"],
  shoreline: ["shores"],
};

/** Whether what the pop-up says of the hit may be no longer so. */
export const isTouched = (hit: Hit, changed: ReadonlySet<keyof State>): boolean => (SOURCES[hit.layer] ?? []).some((key) => changed.has(key));

/** Whether the hit is a place in an answer that another has replaced: who knows what stands there now. */
export const isLost = (hit: Hit, changed: ReadonlySet<keyof State>): boolean => hit.layer === "zone" && changed.has("zones");
