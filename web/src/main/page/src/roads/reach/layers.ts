import type { Feature, FeatureCollection, Position } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from "maplibre-gl";
import { BOLD } from "../../map/layers";
import { isLevel, LEVEL_STYLES } from "../../palette";
import { isShown, onRoads } from "../store";
import { subscribe } from "../../state";
import { changeReach, isPlacingStation, onReach, reach, type Reach } from "./store";

const STATION_COLOR = "#0f5565";
const CLOSED_COLOR = "#0f7a6c";
const NEAR_ZOOM = 12;

const layers: LayerSpecification[] = [
  { id: "reach-gap", type: "circle", source: "reach-gaps", paint: { "circle-radius": ["interpolate", ["linear"], ["zoom"], 6, 3, 12, 7], "circle-color": ["get", "color"], "circle-stroke-color": "#fff", "circle-stroke-width": 1 } },
  { id: "reach-unplaced", type: "circle", source: "reach-unplaced", paint: { "circle-radius": ["interpolate", ["linear"], ["zoom"], 6, 3.5, 12, 7], "circle-color": "#fff", "circle-stroke-color": ["get", "color"], "circle-stroke-width": 2 } },
  { id: "reach-closed", type: "circle", source: "reach-closed", paint: { "circle-radius": ["interpolate", ["linear"], ["zoom"], 6, 6, 12, 11], "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": CLOSED_COLOR, "circle-stroke-width": 2.5 } },
  {
    id: "reach-station", type: "symbol", source: "reach-station",
    layout: { "text-field": "✚", "text-font": BOLD, "text-size": 26, "text-allow-overlap": true },
    paint: { "text-color": STATION_COLOR, "text-halo-color": "#fff", "text-halo-width": 3 },
  },
];

/** Draws the places beyond the teams' reach, hollow those of which nothing can be said, and the station that is tried with those that it would reach. */
export function drawReach(map: MapLibre): void {
  for (const name of ["reach-gaps", "reach-unplaced", "reach-closed", "reach-station"]) map.addSource(name, { type: "geojson", data: collect([]) });
  for (const layer of layers) map.addLayer(layer);
  const draw = (changed: ReadonlySet<keyof Reach> | null): void => {
    const shown = isShown("reach");
    const put = (name: string, keys: (keyof Reach)[], features: () => Feature[]): void => {
      if (!changed || keys.some((key) => changed.has(key))) map.getSource<GeoJSONSource>(name)?.setData(collect(shown ? features() : []));
    };
    put("reach-gaps", ["answer"], () => (reach.answer?.gaps ?? []).map(({ at, level }) => point(at, { color: levelColor(level) })));
    put("reach-unplaced", ["answer"], () => (reach.answer?.unplacedPlaces ?? []).flatMap(({ at, level }) => (at ? [point(at, { color: levelColor(level) })] : [])));
    put("reach-closed", ["added"], () => (reach.added?.gaps ?? []).map(({ at }) => point(at)));
    put("reach-station", ["station"], () => (reach.station ? [point(reach.station)] : []));
  };
  onReach((changed) => {
    draw(changed);
    if (changed.has("shown") && reach.shown) map.easeTo({ center: [reach.shown[0] ?? 0, reach.shown[1] ?? 0], zoom: Math.max(map.getZoom(), NEAR_ZOOM) });
  });
  onRoads((changed) => {
    if (changed.has("tab")) draw(null);
  });
  subscribe((_, changed) => {
    if (changed.has("mode")) draw(null);
  });
  map.on("click", (event) => {
    if (isPlacingStation()) changeReach({ station: event.lngLat.toArray(), picking: false });
  });
}

const levelColor = (level: number | null): string => (isLevel(level) ? LEVEL_STYLES[level].color : "#555");

const collect = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

const point = (coordinates: Position, properties: Record<string, unknown> = {}): Feature => ({ type: "Feature", geometry: { type: "Point", coordinates }, properties });
