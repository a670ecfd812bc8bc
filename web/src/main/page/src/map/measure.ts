import type { FeatureCollection, Position } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { Finding } from "../api/types";
import { formatMetres } from "../format";
import { onLanguage } from "../i18n";
import { VERDICT_STYLES } from "../palette";
import { state, subscribe } from "../state";
import { anchorOf, boundsOf } from "./geometry";

/** Draws the line that was measured, between the two nearest points, with its length. */
export function drawMeasure(map: MapLibre): void {
  const draw = (): void => {
    map.getSource<GeoJSONSource>("measure")?.setData(measureOf(state.finding));
  };
  subscribe((_, changed) => {
    if (changed.has("finding")) draw();
  });
  onLanguage(draw);
}

function measureOf(finding: Finding | null): FeatureCollection {
  const collection: FeatureCollection = { type: "FeatureCollection", features: [] };
  const { subjectPoint: from, targetPoint: to } = finding ?? {};
  if (!finding || !from || !to) return collection;
  const color = VERDICT_STYLES[finding.verdict].color;
  const point = (coordinates: Position, role: string): void => {
    collection.features.push({
      type: "Feature",
      properties: { role, color, text: formatMetres(finding.distanceM) },
      geometry: { type: "Point", coordinates },
    });
  };
  collection.features.push({
    type: "Feature",
    properties: { color },
    geometry: { type: "LineString", coordinates: [from, to] },
  });
  point(from, "end");
  point(to, "end");
  point([((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2], "text");
  return collection;
}

/** Brings the finding's measured line into view, or its site where nothing could be measured. */
export function flyToFinding(map: MapLibre, finding: Finding): void {
  const site = state.projects?.features.find((item) => item.properties["code"] === finding.subjectCode);
  if (finding.subjectPoint && finding.targetPoint) {
    const bounds = boundsOf([
      { type: "MultiPoint", coordinates: [finding.subjectPoint, finding.targetPoint] },
      ...(site?.geometry ? [site.geometry] : []),
    ]);
    if (bounds) map.fitBounds(bounds, { padding: fitPadding(map), maxZoom: 15.5, duration: 1400 });
  } else if (site?.geometry) {
    const [lon = 0, lat = 0] = anchorOf(site.geometry) ?? [];
    map.flyTo({ center: [lon, lat], zoom: 13 });
  }
}

/** Room around what is shown: a sixth of the map, and on a phone also the sheet that covers its lower part. */
export function fitPadding(map: MapLibre): { top: number; bottom: number; left: number; right: number } {
  const { clientWidth, clientHeight } = map.getContainer();
  const side = Math.round(Math.min(clientWidth, clientHeight) / 6);
  const sheet = document.getElementById("sheet")?.getBoundingClientRect();
  const box = map.getContainer().getBoundingClientRect();
  const covered = sheet && sheet.height > 0 ? Math.max(0, Math.min(box.bottom - sheet.top, clientHeight * 0.6)) : 0;
  return { top: side, left: side, right: side, bottom: covered + (covered > 0 ? 30 : side) };
}
