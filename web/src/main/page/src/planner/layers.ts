import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from "maplibre-gl";
import { bySeverity } from "../checks/summary";
import { formatMetres } from "../format";
import { onLanguage } from "../i18n";
import { BOLD, PLACE_OF_POINTS } from "../map/layers";
import { VERDICT_STYLES } from "../palette";
import { subscribe } from "../state";
import { isPlanning, onPlan, plan, siteOnMap, type Plan } from "./plan";
import type { ScreenedFinding } from "./types";

const SITE_COLOR = "#0f5565";
const sources = ["plan-area", "plan-site", "plan-corners", "plan-lines", "plan-around"] as const;
type Source = (typeof sources)[number];

/** Colours of the ground; the allowed ground is the only green on the map, with the words beside it in the panel. */
export const GROUND_COLORS = { allowed: "#2c7d54", needsSurvey: "#e0a526", forbidden: "#8e1248", notAssessable: "#8b969d" } as const;
export type Ground = keyof typeof GROUND_COLORS;
export const GROUNDS = Object.keys(GROUND_COLORS) as Ground[];

/** Colours of the themes of the surroundings. */
export const THEME_COLORS: Record<string, string> = {
  people: "#8a6d3b", schools: "#edae49", hospitals: "#d1495b", protected: "#6b6b83", hazards: "#b3261e",
  open_hazards: "#e02020", plants: "#7a3db8", teams: "#1d6fa5", facilities: "#3f8f5b",
};

const under: LayerSpecification[] = [
  // A veil, so that the colours of the ground are not mixed with those of the counties.
  { id: "plan-area-veil", type: "fill", source: "plan-area", filter: ["==", ["get", "ground"], "frame"], paint: { "fill-color": "#ffffff", "fill-opacity": 0.75 } },
  { id: "plan-area-fill", type: "fill", source: "plan-area", filter: ["!=", ["get", "ground"], "frame"], paint: { "fill-color": ["get", "color"], "fill-opacity": ["match", ["get", "ground"], "allowed", 0.32, "notAssessable", 0.18, 0.4] } },
  { id: "plan-area-line", type: "line", source: "plan-area", filter: ["!=", ["get", "ground"], "frame"], paint: { "line-color": ["get", "color"], "line-width": 1 } },
];

const over: LayerSpecification[] = [
  { id: "plan-around-dot", type: "circle", source: "plan-around", paint: { "circle-radius": 5, "circle-color": ["get", "color"], "circle-stroke-color": "#fff", "circle-stroke-width": 1.2 } },
  { id: "plan-site-fill", type: "fill", source: "plan-site", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": SITE_COLOR, "fill-opacity": 0.25 } },
  { id: "plan-site-line", type: "line", source: "plan-site", paint: { "line-color": SITE_COLOR, "line-width": 2.4 } },
  { id: "plan-line-case", type: "line", source: "plan-lines", filter: ["==", ["geometry-type"], "LineString"], paint: { "line-color": "#fff", "line-width": 5 } },
  { id: "plan-line", type: "line", source: "plan-lines", filter: ["==", ["geometry-type"], "LineString"], paint: { "line-color": ["get", "color"], "line-width": 2.2 } },
  {
    id: "plan-line-text", type: "symbol", source: "plan-lines", filter: ["==", ["geometry-type"], "Point"],
    layout: { "text-field": ["get", "text"], "text-font": BOLD, "text-size": 13, "text-offset": [0, -0.8], "text-allow-overlap": true },
    paint: { "text-color": ["get", "color"], "text-halo-color": "#fff", "text-halo-width": 2.2 },
  },
  { id: "plan-corner", type: "circle", source: "plan-corners", paint: { "circle-radius": ["case", ["get", "site"], 8, 5], "circle-color": "#fff", "circle-stroke-color": SITE_COLOR, "circle-stroke-width": 3 } },
];

/** Draws the plan: ground by verdict, site with its corners, lines to the nearest targets, neighbours. */
export function drawPlan(map: MapLibre): void {
  for (const name of sources) map.addSource(name, { type: "geojson", data: collect([]) });
  for (const layer of under) map.addLayer(layer, PLACE_OF_POINTS);
  for (const layer of over) map.addLayer(layer);
  const put = (name: Source, features: Feature[]): void => {
    map.getSource<GeoJSONSource>(name)?.setData(collect(features));
  };
  const draw = (changed: ReadonlySet<keyof Plan> | null): void => {
    const has = (...keys: (keyof Plan)[]): boolean => !changed || keys.some((key) => changed.has(key));
    const shown = isPlanning();
    if (has("shape", "corners", "placed")) {
      put("plan-site", shown ? site() : []);
      put("plan-corners", shown ? corners() : []);
    }
    if (has("answer")) put("plan-lines", shown ? lines() : []);
    if (has("area", "areaShown")) put("plan-area", shown && plan.areaShown ? grounds() : []);
    if (has("surroundings", "around")) put("plan-around", shown && plan.around ? neighbours() : []);
  };
  onPlan(draw);
  subscribe((_, changed) => {
    if (changed.has("mode")) draw(null);
  });
  onLanguage(() => draw(null));
}

const collect = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

const feature = (geometry: Geometry, properties: Record<string, unknown> = {}): Feature => ({ type: "Feature", geometry, properties });

function site(): Feature[] {
  if (plan.corners.length > 1) return [feature({ type: "LineString", coordinates: plan.corners })];
  const shape = siteOnMap();
  return shape && shape.type !== "Point" ? [feature(shape)] : [];
}

/** What can be taken hold of: the corners, or the point itself. */
function corners(): Feature[] {
  const at = (coordinates: Position, i: number, isSite: boolean): Feature => feature({ type: "Point", coordinates }, { i, site: isSite });
  if (plan.corners.length > 0) return plan.corners.map((corner, i) => at(corner, i, false));
  const shape = siteOnMap();
  if (shape?.type === "Point") return [at(shape.coordinates, 0, true)];
  if (shape?.type === "Polygon") return (shape.coordinates[0] ?? []).slice(0, -1).map((corner, i) => at(corner, i, false));
  return [];
}

/** One line for each nearest pair; rules that measure to the same pair share it, in the colour of the worst. */
function lines(): Feature[] {
  const pairs = new Map<string, ScreenedFinding[]>();
  for (const finding of [...(plan.answer?.findings ?? [])].sort(bySeverity)) {
    if (!finding.subjectPoint || !finding.targetPoint) continue;
    const key = [...finding.subjectPoint, ...finding.targetPoint].map((degrees) => degrees.toFixed(6)).join();
    pairs.set(key, [...(pairs.get(key) ?? []), finding]);
  }
  return [...pairs.values()].flatMap((same) => {
    const [{ subjectPoint: from, targetPoint: to, verdict, distanceM }] = same as [ScreenedFinding];
    if (!from || !to) return [];
    const color = VERDICT_STYLES[verdict].color;
    const middle = [((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2];
    const rules = [...new Set(same.map(({ rule }) => rule))].join(" ");
    return [
      feature({ type: "LineString", coordinates: [from, to] }, { color }),
      feature({ type: "Point", coordinates: middle }, { color, text: `${rules} ${formatMetres(distanceM)}` }),
    ];
  });
}

function grounds(): Feature[] {
  const { area } = plan;
  return area ? [feature(area.frame, { ground: "frame" }), ...GROUNDS.map((ground) => feature(area[ground], { ground, color: GROUND_COLORS[ground] }))] : [];
}

function neighbours(): Feature[] {
  return (plan.surroundings?.themes ?? []).flatMap((theme) =>
    theme.items.map((item) => feature({ type: "Point", coordinates: item.point }, { color: THEME_COLORS[theme.id] ?? "#555" })),
  );
}
