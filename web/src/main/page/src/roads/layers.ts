import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from "maplibre-gl";
import { boundsOf } from "../map/geometry";
import { BOLD } from "../map/layers";
import { fitPadding } from "../map/measure";
import { subscribe } from "../state";
import { slice } from "./along";
import { BAN_COLOR, HAZARD_COLOR, routeColor } from "./colors";
import { changeRoads, isShown, onRoads, roads, type Roads } from "./store";

const sources = ["route-ways", "route-hazards", "route-avoided", "road-stretch"] as const;
type Source = (typeof sources)[number];

const layers: LayerSpecification[] = [
  // What else is on the map steps back.
  { id: "road-veil", type: "background", layout: { visibility: "none" }, paint: { "background-color": "#fff", "background-opacity": 0.6 } },
  { id: "road-stretch-case", type: "line", source: "road-stretch", layout: { "line-cap": "round" }, paint: { "line-color": "#fff", "line-width": 10 } },
  { id: "road-stretch-line", type: "line", source: "road-stretch", layout: { "line-cap": "round" }, paint: { "line-color": BAN_COLOR, "line-width": 6 } },
  { id: "route-case", type: "line", source: "route-ways", layout: { "line-join": "round" }, paint: { "line-color": "#fff", "line-width": ["case", ["get", "chosen"], 9, 5.5], "line-opacity": ["case", ["get", "chosen"], 1, 0.7] } },
  { id: "route-way", type: "line", source: "route-ways", layout: { "line-join": "round" }, paint: { "line-color": ["get", "color"], "line-width": ["case", ["get", "chosen"], 5, 3], "line-opacity": ["case", ["get", "chosen"], 1, 0.6] } },
  { id: "route-hazard", type: "line", source: "route-hazards", layout: { "line-cap": "round" }, paint: { "line-color": HAZARD_COLOR, "line-width": 3, "line-gap-width": 6, "line-opacity": 0.85 } },
  {
    id: "route-avoided", type: "symbol", source: "route-avoided",
    layout: { "text-field": "✕", "text-font": BOLD, "text-size": 17, "text-allow-overlap": true },
    paint: { "text-color": ["get", "color"], "text-halo-color": "#fff", "text-halo-width": 2.5 },
  },
];

/** Draws the ways, what stands by the chosen one, the roads that were avoided, and the stretch that was asked for. */
export function drawRoads(map: MapLibre): void {
  for (const name of sources) map.addSource(name, { type: "geojson", data: collect([]) });
  for (const layer of layers) map.addLayer(layer);
  const put = (name: Source, features: Feature[]): void => {
    map.getSource<GeoJSONSource>(name)?.setData(collect(features));
  };
  const draw = (changed: ReadonlySet<keyof Roads> | null): void => {
    const has = (...keys: (keyof Roads)[]): boolean => !changed || keys.some((key) => changed.has(key));
    if (has("answer", "chosen", "tab")) {
      const shown = isShown("route");
      put("route-ways", shown ? ways() : []);
      put("route-hazards", shown ? hazards() : []);
      put("route-avoided", shown ? avoided() : []);
    }
    map.setLayoutProperty("road-veil", "visibility", hasDrawn() ? "visible" : "none");
    if (has("stretch", "tab")) put("road-stretch", isShown("blackspots") ? roads.stretch.map((geometry) => feature(geometry)) : []);
  };
  onRoads((changed) => {
    draw(changed);
    if (changed.has("answer") && roads.answer) fit(map, roads.answer.routes.map(({ geometry }) => geometry));
    if (changed.has("stretch")) fit(map, roads.stretch);
  });
  subscribe((_, changed) => {
    if (changed.has("mode")) draw(null);
  });
  map.on("click", "route-way", (event) => {
    const id: unknown = event.features?.[0]?.properties["id"];
    if (typeof id === "string" && roads.picking === null) changeRoads({ chosen: id });
  });
}

function fit(map: MapLibre, geometries: Geometry[]): void {
  const bounds = boundsOf(geometries);
  if (bounds) map.fitBounds(bounds, { padding: fitPadding(map), maxZoom: 14, duration: 700 });
}

/** Whether the tab that is shown has put something on the map. */
const hasDrawn = (): boolean => isShown("reach") || (isShown("route") && roads.answer !== null) || (isShown("blackspots") && roads.stretch.length > 0);

const collect = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

const feature = (geometry: Geometry, properties: Record<string, unknown> = {}): Feature => ({ type: "Feature", geometry, properties });

/** The chosen way last, so that it lies on top. */
function ways(): Feature[] {
  const all = (roads.answer?.routes ?? []).map((route, i) => ({ route, chosen: route.id === roads.chosen, color: routeColor(route, i) }));
  return all.sort((a, b) => Number(a.chosen) - Number(b.chosen)).map(({ route, chosen, color }) => feature(route.geometry, { id: route.id, chosen, color }));
}

function hazards(): Feature[] {
  const route = roads.answer?.routes.find(({ id }) => id === roads.chosen);
  return (route?.hazards ?? []).map(({ fromM, toM, kind }) =>
    feature({ type: "LineString", coordinates: slice(route!.geometry, route!.lengthM, fromM, toM) }, { kind }));
}

const avoided = (): Feature[] =>
  (roads.answer?.avoided ?? []).map(({ at, ban }) => feature({ type: "Point", coordinates: at }, { color: ban ? BAN_COLOR : HAZARD_COLOR }));
