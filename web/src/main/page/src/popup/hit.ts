/** A feature under the cursor: its layer, and its place in that layer's full answer. */
export interface Hit {
  layer: "chemical_project" | "risk_point" | "enterprise" | "shoreline" | "water_body" | "zone" | "region";
  index: number;
}
