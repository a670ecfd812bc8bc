import type { GeoJSONSource, Map as MapLibre, MapGeoJSONFeature, MapMouseEvent, PointLike } from "maplibre-gl";
import { state, update } from "../state";
import type { Hit } from "../popup/hit";
import type { PopupView } from "../popup/popup";

/** What can be clicked, most particular first. A county answers only where nothing else does. */
const SITES: Record<string, Hit["layer"]> = {
  "project-sign-worst": "chemical_project",
  "project-sign": "chemical_project",
  "risk-point": "risk_point",
  "project-fill": "chemical_project",
  enterprise: "enterprise",
};
const SURROUNDINGS: Record<string, Hit["layer"]> = {
  "shore-demo": "shoreline",
  "shore-mapped": "shoreline",
  "shore-other": "shoreline",
  "water-fill": "water_body",
  "zone-fill": "zone",
  "region-fill": "region",
};
const REACH_PX = 4;
const MAX_HITS = 30;
/** Enterprises are mere specks before this zoom, and not meant to be hit. */
const ENTERPRISE_ZOOM = 8;

export function addInteraction(map: MapLibre, popup: PopupView): void {
  map.on("click", (event) => {
    const cluster = clusterAt(map, event);
    if (cluster) void openCluster(map, cluster);
    else popup.show(event.lngLat, hitsAt(map, event));
  });
  map.on("mousemove", (event) => {
    const hits = hitsAt(map, event);
    map.getCanvas().style.cursor = clusterAt(map, event) || hits.length > 0 ? "pointer" : "";
    const region = hits.find((hit) => hit.layer === "region");
    hover(map, region ? (state.riskMap?.features[region.index]?.properties.code ?? "") : "");
  });
  map.on("mouseout", () => hover(map, ""));
  popup.onShown((hit) => {
    const code = hit?.layer === "region" ? (state.riskMap?.features[hit.index]?.properties.code ?? null) : null;
    if (code !== state.regionCode) update({ regionCode: code });
  });
}

let hovered = "";

function hover(map: MapLibre, code: string): void {
  if (code === hovered) return;
  hovered = code;
  map.setFilter("region-hover", ["==", ["get", "code"], code]);
}

function clusterAt(map: MapLibre, event: MapMouseEvent): MapGeoJSONFeature | undefined {
  return map.queryRenderedFeatures(event.point, { layers: ["risk-cluster", "risk-cluster-red"] })[0];
}

async function openCluster(map: MapLibre, cluster: MapGeoJSONFeature): Promise<void> {
  const source = map.getSource<GeoJSONSource>("risk");
  const geometry = cluster.geometry;
  if (!source || geometry.type !== "Point") return;
  const zoom = await source.getClusterExpansionZoom(Number(cluster.properties["cluster_id"]));
  const [lon = 0, lat = 0] = geometry.coordinates;
  map.easeTo({ center: [lon, lat], zoom: Math.max(zoom, map.getZoom() + 1) + 0.2 });
}

function hitsAt(map: MapLibre, event: MapMouseEvent): Hit[] {
  const { x, y } = event.point;
  const box: [PointLike, PointLike] = [[x - REACH_PX, y - REACH_PX], [x + REACH_PX, y + REACH_PX]];
  const sites = query(map, box, SITES).filter((hit) => hit.layer !== "enterprise" || map.getZoom() >= ENTERPRISE_ZOOM);
  if (sites.length > 0) return sites;
  const around = [...query(map, box, pickKeys("shore")), ...query(map, event.point, pickKeys("water", "zone"))];
  return around.length > 0 && map.getZoom() >= ENTERPRISE_ZOOM
    ? [...around, ...query(map, event.point, pickKeys("region"))]
    : query(map, event.point, pickKeys("region"));
}

const pickKeys = (...starts: string[]): Record<string, Hit["layer"]> =>
  Object.fromEntries(Object.entries(SURROUNDINGS).filter(([id]) => starts.some((start) => id.startsWith(start))));

function query(map: MapLibre, where: PointLike | [PointLike, PointLike], layers: Record<string, Hit["layer"]>): Hit[] {
  const hits = new Map<string, Hit>();
  const found = map.queryRenderedFeatures(where, { layers: Object.keys(layers) });
  const order = Object.keys(layers);
  found.sort((a, b) => order.indexOf(a.layer.id) - order.indexOf(b.layer.id));
  for (const feature of found) {
    const layer = layers[feature.layer.id];
    const index: unknown = feature.properties["i"];
    if (layer !== undefined && typeof index === "number") hits.set(`${layer}/${index}`, { layer, index });
    if (hits.size >= MAX_HITS) break;
  }
  return [...hits.values()];
}
