import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from "maplibre-gl";
import type { LayerKey } from "../state";
import { levelColor, projectColor } from "./expressions";

/** Families of the machine itself. MapLibre reads the weight from the first name, which need not exist. */
const FAMILIES = ["Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif"];
export const FONT = ["Anlan Regular", ...FAMILIES];
export const BOLD = ["Anlan Bold", ...FAMILIES];
const HALO = "rgba(255,255,255,0.92)";
const WATER_INK = "#2f6874";

const sources = [
  "regions", "region-labels", "borders", "city-labels", "water", "water-labels", "shores", "zone",
  "projects", "project-points", "measure",
] as const;
export type SourceName = (typeof sources)[number];

/** The layers before which those drawn from tiles are put: areas and lines, single points, rings, and over all of them what is red. */
export const PLACE_OF_AREAS = "region-hover";
export const PLACE_OF_POINTS = "water-name";
export const PLACE_OF_RINGS = "place-of-rings";
export const PLACE_OF_WORST = "place-of-worst";
export const PLACE_OF_PILLS = "project-sign-worst";

/** A layer of the map and the switch in the panel that shows it. */
type Switched = LayerSpecification & { switch?: LayerKey };

const areas: Switched[] = [
  { id: "region-fill", type: "fill", source: "regions", switch: "regions", paint: { "fill-color": levelColor, "fill-opacity": 0.62 } },
  {
    id: "region-pattern", type: "fill", source: "regions", switch: "pattern", filter: ["has", "level"],
    paint: { "fill-pattern": ["concat", "hatch-", ["to-string", ["get", "level"]]] },
  },
  // A river known only by its centre line has no area to fill.
  { id: "water-fill", type: "fill", source: "water", switch: "water", filter: ["in", ["geometry-type"], ["literal", ["Polygon", "MultiPolygon"]]], paint: { "fill-color": "#cfe2e6", "fill-opacity": 0.96 } },
  { id: "water-line", type: "line", source: "water", switch: "water", paint: { "line-color": "#7fa9b2", "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.3, 10, 0.8] } },
  { id: "zone-fill", type: "fill", source: "zone", switch: "zone", paint: { "fill-color": "#0d4f60", "fill-opacity": ["interpolate", ["linear"], ["zoom"], 6, 0.2, 9, 0.13, 13, 0.1] } },
  {
    id: "zone-line", type: "line", source: "zone", switch: "zone", minzoom: 8,
    paint: { "line-color": "#0d4f60", "line-opacity": 0.55, "line-width": 0.9, "line-dasharray": [4, 2] },
  },
];

const lines: Switched[] = [
  { id: "county-line", type: "line", source: "regions", switch: "regions", paint: { "line-color": "#ffffff", "line-opacity": 0.85, "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.7, 10, 1.4] } },
  {
    id: "city-line", type: "line", source: "borders", filter: ["==", ["get", "adminLevel"], "city"], layout: { "line-join": "round" },
    paint: { "line-color": "#46545e", "line-opacity": 0.75, "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.9, 10, 2] },
  },
  {
    id: "province-line", type: "line", source: "borders", filter: ["==", ["get", "adminLevel"], "province"], layout: { "line-join": "round" },
    paint: { "line-color": "#2a3740", "line-width": ["interpolate", ["linear"], ["zoom"], 6, 1.8, 10, 3] },
  },
  {
    id: "shore-mapped", type: "line", source: "shores", switch: "shoreMapped", filter: ["==", ["get", "definition"], "mapped"],
    paint: { "line-color": "#2f7f8f", "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.5, 11, 1.5] },
  },
  {
    id: "shore-demo", type: "line", source: "shores", switch: "shoreDemo", filter: ["==", ["get", "definition"], "demo"],
    paint: { "line-color": "#7b2d8e", "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.7, 11, 2], "line-dasharray": [3, 1.6] },
  },
  {
    id: "shore-other", type: "line", source: "shores", switch: "shoreOther", filter: ["!", ["in", ["get", "definition"], ["literal", ["mapped", "demo"]]]],
    paint: { "line-color": "#0b3f78", "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.8, 11, 2.2] },
  },
  { id: "region-hover", type: "line", source: "regions", switch: "regions", filter: ["==", ["get", "code"], ""], paint: { "line-color": "#16242d", "line-width": 2 } },
  { id: "region-chosen", type: "line", source: "regions", switch: "regions", filter: ["==", ["get", "code"], ""], paint: { "line-color": "#16242d", "line-width": 3 } },
];

const names: Switched[] = [
  {
    id: "water-name", type: "symbol", source: "water-labels", switch: "water", minzoom: 7.4,
    layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": ["interpolate", ["linear"], ["zoom"], 7, 11, 12, 14], "text-letter-spacing": 0.15, "text-max-width": 6 },
    paint: { "text-color": WATER_INK, "text-halo-color": "rgba(235,245,247,0.95)", "text-halo-width": 1.4 },
  },
  {
    id: "county-name", type: "symbol", source: "region-labels", switch: "regions", minzoom: 7.7,
    layout: {
      "text-field": ["get", "name"], "text-font": FONT, "text-size": ["interpolate", ["linear"], ["zoom"], 7.7, 11, 11, 14], "text-padding": 4,
      "text-variable-anchor": ["center", "top", "bottom"], "text-radial-offset": 0.9,
    },
    paint: { "text-color": "#2b3a44", "text-halo-color": HALO, "text-halo-width": 1.5 },
  },
  {
    id: "county-letter", type: "symbol", source: "region-labels", switch: "pattern", filter: ["!=", ["get", "letter"], ""],
    layout: { "text-field": ["get", "letter"], "text-font": BOLD, "text-size": ["interpolate", ["linear"], ["zoom"], 6, 10, 10, 15], "text-allow-overlap": true, "text-ignore-placement": true },
    paint: { "text-color": "#16242d", "text-halo-color": HALO, "text-halo-width": 1.6 },
  },
  {
    id: "city-name", type: "symbol", source: "city-labels", maxzoom: 9.5,
    layout: {
      "text-field": ["get", "name"], "text-font": BOLD, "text-size": ["interpolate", ["linear"], ["zoom"], 6, 13, 9, 17], "text-letter-spacing": 0.05, "text-padding": 2,
      "text-variable-anchor": ["center", "top", "bottom", "left", "right"], "text-radial-offset": 1.6,
    },
    paint: { "text-color": "#16242d", "text-halo-color": HALO, "text-halo-width": 1.8 },
  },
];

const sites: Switched[] = [
  { id: "project-fill", type: "fill", source: "projects", switch: "projects", paint: { "fill-color": projectColor, "fill-opacity": 0.28 } },
  { id: "project-line", type: "line", source: "projects", switch: "projects", paint: { "line-color": projectColor, "line-width": 1.8 } },
];

/** The projects' signs. Those that fail or need a survey lie over everything, the others under the rings. */
function projectSigns(id: string, filter: ExpressionSpecification): Switched {
  return {
    id, filter, type: "symbol", source: "project-points", switch: "projects",
    layout: {
      "icon-image": ["concat", "project-", ["get", "kind"]], "icon-size": ["interpolate", ["linear"], ["zoom"], 6, 0.5, 9, 0.75, 12, 1],
      "icon-allow-overlap": true, "icon-padding": 0, "symbol-sort-key": ["-", 10, ["get", "rank"]],
    },
  };
}

/** Draws nothing: other layers are put before it. */
const place = (id: string): Switched => ({ id, type: "background", layout: { visibility: "none" } });

const signs: Switched[] = [
  projectSigns("project-sign", [">", ["get", "rank"], 1]),
  place(PLACE_OF_RINGS),
  place(PLACE_OF_WORST),
  projectSigns("project-sign-worst", ["<=", ["get", "rank"], 1]),
  {
    id: "project-name", type: "symbol", source: "project-points", switch: "projects", minzoom: 12,
    layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-offset": [0, 1.3], "text-anchor": "top", "text-max-width": 12 },
    paint: { "text-color": "#2b2530", "text-halo-color": HALO, "text-halo-width": 1.6 },
  },
];

const measured: Switched[] = [
  { id: "measure-case", type: "line", source: "measure", filter: ["==", ["geometry-type"], "LineString"], layout: { "line-cap": "round" }, paint: { "line-color": "#ffffff", "line-width": 6.5 } },
  { id: "measure-line", type: "line", source: "measure", filter: ["==", ["geometry-type"], "LineString"], paint: { "line-color": ["get", "color"], "line-width": 3 } },
  {
    id: "measure-end", type: "circle", source: "measure", filter: ["==", ["get", "role"], "end"],
    paint: { "circle-radius": 5, "circle-color": "#ffffff", "circle-stroke-color": ["get", "color"], "circle-stroke-width": 3 },
  },
  {
    id: "measure-text", type: "symbol", source: "measure", filter: ["==", ["get", "role"], "text"],
    layout: { "text-field": ["get", "text"], "text-font": BOLD, "text-size": 15, "text-offset": [0, -1.1], "text-allow-overlap": true, "text-ignore-placement": true },
    paint: { "text-color": ["get", "color"], "text-halo-color": "#ffffff", "text-halo-width": 2.4 },
  },
];

const all: Switched[] = [...areas, ...lines, ...sites, ...names, ...signs, ...measured];

/** The map's layers by the switch that shows them. */
export function layersOf(key: LayerKey): string[] {
  return all.filter((layer) => layer.switch === key).map((layer) => layer.id);
}

/** Adds all sources, still empty, and all layers, bottom first: red points, signs and measures lie on top. */
export function addLayers(map: MapLibre): void {
  const empty = { type: "FeatureCollection" as const, features: [] };
  for (const name of sources) map.addSource(name, { type: "geojson", data: empty, tolerance: 0.25 });
  for (const { switch: _, ...layer } of all) map.addLayer(layer as LayerSpecification);
}
