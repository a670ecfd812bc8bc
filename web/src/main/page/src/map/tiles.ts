import type { Map as MapLibre, VectorTileSource } from "maplibre-gl";
import { tileAddress } from "../api/endpoints";
import type { CatalogField } from "../api/types";
import { state, subscribe } from "../state";
import { TILE_PROTOCOL } from "./fetch";
import { tileLayers, tileMapLayer, tileSource, type TilePart } from "./tile-style";

/** The last zoom that the service has tiles of; nearer, the map enlarges them. */
const LAST_ZOOM = 16;
/** The layer whose points lie over those of every other, whichever was switched on last. */
const TOP = "risk_point";

const address = (id: string, filter: string | null): string => `${TILE_PROTOCOL}://${tileAddress(id, filter)}`;

/** Keeps the layers drawn from tiles equal to the page's state: added when first switched on, then shown and hidden. */
export function syncTiles(map: MapLibre): void {
  const filters = new Map<string, string | null>();
  const draw = (): void => {
    const { catalog } = state;
    if (!catalog) return;
    for (const id of state.tiles) if (catalog.isTiled(id) && !filters.has(id)) add(id);
    for (const id of filters.keys()) {
      for (const layer of drawnLayers(map, id)) map.setLayoutProperty(layer, "visibility", state.tiles.has(id) ? "visible" : "none");
      refilter(id);
    }
  };
  const add = (id: string): void => {
    const filter = filterOf(id);
    filters.set(id, filter);
    map.addSource(tileSource(id), { type: "vector", tiles: [address(id, filter)], maxzoom: LAST_ZOOM });
    for (const { layer, part, place } of state.catalog ? tileLayers(state.catalog, id) : []) {
      const ofTop = tileMapLayer(TOP, part);
      map.addLayer(layer, map.getLayer(ofTop) ? ofTop : place);
    }
  };
  const refilter = (id: string): void => {
    const filter = filterOf(id);
    if (filters.get(id) === filter) return;
    filters.set(id, filter);
    map.getSource<VectorTileSource>(tileSource(id))?.setTiles([address(id, filter)]);
  };
  draw();
  subscribe((_, changed) => {
    if (changed.has("catalog") || changed.has("tiles") || changed.has("hiddenCodes")) draw();
  });
}

/** The service leaves the hidden values out, so that the cells' numbers are those of what is shown. */
function filterOf(id: string): string | null {
  const hidden = [...(state.hiddenCodes[id] ?? [])].sort();
  const colouring = state.catalog?.colouring(id);
  if (hidden.length === 0 || !colouring) return null;
  const { field } = colouring;
  return `${field.name} IS NULL OR NOT (${hidden.map((value) => `${field.name} = ${literal(field, value)}`).join(" OR ")})`;
}

const literal = (field: CatalogField, value: string): string =>
  field.type === "integer" || field.type === "boolean" ? value : `'${value.replace(/'/g, "''")}'`;

const PARTS: readonly TilePart[] = ["fill", "line", "dot", "worst", "ring", "red"];

const drawnLayers = (map: MapLibre, id: string): string[] =>
  PARTS.map((part) => tileMapLayer(id, part)).filter((layer) => map.getLayer(layer) !== undefined);

/** The map's layers of the given parts that are on the map and switched on, with the catalogue's layer of each. */
export function shownTileLayers(map: MapLibre, parts: readonly TilePart[]): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const part of parts) {
    for (const id of state.tiles) {
      const layer = tileMapLayer(id, part);
      if (map.getLayer(layer)) shown[layer] = id;
    }
  }
  return shown;
}
