import type { Map as MapLibre, MapGeoJSONFeature, MapMouseEvent, PointLike } from "maplibre-gl";
import { isDrawing } from "../planner/plan";
import { isPlacingStation } from "../roads/reach/store";
import { isPicking } from "../roads/store";
import { state, update } from "../state";
import { MAX_HITS, type Hit } from "../popup/hit";
import type { PopupView } from "../popup/popup";
import { shownTileLayers } from "./tiles";

/** Layers of the map, each with the catalogue's layer that it draws. */
type Layers = Record<string, string>;

/** What can be clicked, most particular first. A county answers only where nothing else does. */
const SIGNS: Layers = { "project-sign-worst": "chemical_project", "project-sign": "chemical_project" };
const GROUNDS: Layers = { "project-fill": "chemical_project" };
const SURROUNDINGS: Layers = {
  "shore-demo": "shoreline",
  "shore-mapped": "shoreline",
  "shore-other": "shoreline",
  "water-fill": "water_body",
  "zone-fill": "zone",
  "region-fill": "region",
};
const REACH_PX = 4;
/** Before this zoom a layer without rings is mere specks, not meant to be hit. */
const NEAR_ZOOM = 8;
const CELL_STEP = 2;
/** The group of layers whose areas are made to be read, and hit, from afar. */
const RESULTS = "analysis";

export function addInteraction(map: MapLibre, popup: PopupView): void {
  map.on("click", (event) => {
    if (isTaken()) return;
    const cell = cellAt(map, event);
    if (cell) openCell(map, cell);
    else popup.show(event.lngLat, hitsAt(map, event));
  });
  map.on("mousemove", (event) => {
    if (isTaken()) {
      map.getCanvas().style.cursor = "crosshair";
      return;
    }
    const hits = hitsAt(map, event);
    map.getCanvas().style.cursor = cellAt(map, event) !== undefined || hits.length > 0 ? "pointer" : "";
    hover(map, hits.map(regionCode).find((code) => code !== null) ?? "");
  });
  map.on("mouseout", () => hover(map, ""));
  popup.onShown((hit) => {
    const code = hit ? regionCode(hit) : null;
    if (code !== state.regionCode) update({ regionCode: code });
  });
}

/** Whether clicks belong to one of the panels. */
const isTaken = (): boolean => isDrawing() || isPicking() || isPlacingStation();

const regionCode = (hit: Hit): string | null => ("code" in hit ? hit.code : null);

let hovered = "";

function hover(map: MapLibre, code: string): void {
  if (code === hovered) return;
  hovered = code;
  map.setFilter("region-hover", ["==", ["get", "code"], code]);
}

/** The ring under the cursor, unless a single point lies on it there. */
function cellAt(map: MapLibre, event: MapMouseEvent): MapGeoJSONFeature | undefined {
  const layers = Object.keys(shownTileLayers(map, ["red", "worst", "ring"]));
  const top = layers.length === 0 ? undefined : map.queryRenderedFeatures(event.point, { layers })[0];
  return top?.properties["n"] === undefined ? undefined : top;
}

function openCell(map: MapLibre, cell: MapGeoJSONFeature): void {
  if (cell.geometry.type !== "Point") return;
  const [lon = 0, lat = 0] = cell.geometry.coordinates;
  map.easeTo({ center: [lon, lat], zoom: map.getZoom() + CELL_STEP });
}

function hitsAt(map: MapLibre, event: MapMouseEvent): Hit[] {
  const { x, y } = event.point;
  const near = map.getZoom() >= NEAR_ZOOM;
  const box: [PointLike, PointLike] = [[x - REACH_PX, y - REACH_PX], [x + REACH_PX, y + REACH_PX]];
  const sites = query(map, box, { ...SIGNS, ...dots(map, near), ...GROUNDS });
  if (sites.length > 0) return sites;
  const around = [
    ...query(map, box, { ...shownTileLayers(map, ["line"]), ...pickKeys("shore") }),
    ...query(map, event.point, { ...shownTileLayers(map, ["fill"]), ...pickKeys("water", "zone") }),
  ];
  const seen = near ? around : around.filter(({ layer }) => state.catalog?.groupOf(layer) === RESULTS);
  return [...seen, ...query(map, event.point, pickKeys("region"))];
}

/** Single features of the layers drawn from tiles; from afar only those that stand out. */
const dots = (map: MapLibre, near: boolean): Layers =>
  Object.fromEntries(Object.entries(shownTileLayers(map, ["worst", "dot"])).filter(([, id]) => near || state.catalog?.colouring(id)));

const pickKeys = (...starts: string[]): Layers =>
  Object.fromEntries(Object.entries(SURROUNDINGS).filter(([id]) => starts.some((start) => id.startsWith(start))));

function query(map: MapLibre, where: PointLike | [PointLike, PointLike], layers: Layers): Hit[] {
  const hits = new Map<string, Hit>();
  const order = Object.keys(layers);
  if (order.length === 0) return [];
  const found = map.queryRenderedFeatures(where, { layers: order });
  found.sort((a, b) => order.indexOf(a.layer.id) - order.indexOf(b.layer.id));
  for (const feature of found) {
    const hit = hitOf(layers[feature.layer.id] ?? "", feature);
    if (hit) hits.set(`${hit.layer}/${"code" in hit ? hit.code : "id" in hit ? hit.id : hit.index}`, hit);
    if (hits.size >= MAX_HITS) break;
  }
  return [...hits.values()];
}

/** A region carries its code, a feature of a tile its id, one of our other GeoJSON its place in the answer; a cell none of them. */
function hitOf(layer: string, feature: MapGeoJSONFeature): Hit | null {
  const { i: index, code }: Record<string, unknown> = feature.properties;
  if (layer === "region") return typeof code === "string" ? { layer, code } : null;
  if (typeof index === "number") return { layer, index };
  return typeof feature.id === "number" ? { layer, id: feature.id } : null;
}
