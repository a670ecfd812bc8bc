import type { Item } from "../api/types";

/**
 * A feature under the cursor: its layer and its place in that layer's full answer, or its id where the layer is drawn
 * from tiles and the rest of it has still to be asked for.
 */
export type Hit = { layer: string; index: number } | { layer: string; id: number; item?: Item };
