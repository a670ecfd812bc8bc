import type { Geometry, Position } from "geojson";
import type { Map as MapLibre, MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import { closed } from "./entered";
import { subscribe } from "../state";
import { CGCS2000, change, isDrawing, isPlanning, onPlan, plan, siteOnMap } from "./plan";

const HANDLES = ["plan-corner", "plan-site-fill"];
const CLOSE_PX = 10;

type Pointer = MapMouseEvent | MapTouchEvent;

/** Drawing a site with clicks, and dragging its corners or the whole of it. */
export function addDrawing(map: MapLibre): void {
  map.on("click", (event) => {
    if (!isDrawing()) return;
    const at = event.lngLat.toArray();
    if (plan.tool === "point") finish({ type: "Point", coordinates: at });
    else if (closes(map, event)) finishArea();
    else change({ corners: [...plan.corners, at] });
  });
  map.on("dblclick", (event) => {
    if (plan.tool !== "polygon") return;
    event.preventDefault();
    // The two clicks of the double click have each set a corner on the same spot.
    if (plan.corners.length > 3) change({ corners: plan.corners.slice(0, -1) });
    finishArea();
  });
  document.addEventListener("keydown", (event) => {
    if (plan.tool !== "polygon") return;
    if (event.key === "Enter") finishArea();
    if (event.key === "Escape") change({ corners: [], tool: null });
  });
  const prepare = (): void => {
    if (isDrawing() && plan.tool === "polygon") map.doubleClickZoom.disable();
    else map.doubleClickZoom.enable();
  };
  onPlan((changed) => {
    if (changed.has("tool")) prepare();
  });
  subscribe((_, changed) => {
    if (changed.has("mode")) prepare();
  });
  map.on("mousedown", (event) => grab(map, event));
  map.on("touchstart", (event) => grab(map, event));
}

/** A click near the first corner ends the area. */
function closes(map: MapLibre, event: MapMouseEvent): boolean {
  const [first] = plan.corners;
  if (!first || plan.corners.length < 3) return false;
  return map.project([first[0] ?? 0, first[1] ?? 0]).dist(event.point) < CLOSE_PX;
}

function finishArea(): void {
  if (plan.corners.length >= 3) finish({ type: "Polygon", coordinates: [closed(plan.corners)] });
}

function finish(shape: Geometry): void {
  change({ shape, crs: CGCS2000, placed: null, crsConfirmed: false, corners: [], tool: null });
}

function grab(map: MapLibre, event: Pointer): void {
  const before = siteOnMap();
  if (!isPlanning() || isDrawing() || !before) return;
  const hit = map.queryRenderedFeatures(event.point, { layers: HANDLES })[0];
  if (!hit) return;
  event.preventDefault();
  const corner = hit.layer.id === "plan-corner" && before.type === "Polygon" ? Number(hit.properties["i"]) : null;
  const from = event.lngLat.toArray();
  const move = ({ lngLat }: Pointer): void => {
    const to = lngLat.toArray();
    const by: Position = [to[0] - from[0], to[1] - from[1]];
    // From here on it is what was drawn, no longer what was entered in another system.
    change({ shape: moved(before, by, corner), ...(plan.crs === CGCS2000 ? {} : { crs: CGCS2000, crsConfirmed: false }) });
  };
  const release = (): void => {
    map.off("mousemove", move);
    map.off("touchmove", move);
  };
  map.on("mousemove", move);
  map.on("touchmove", move);
  map.once("mouseup", release);
  map.once("touchend", release);
}

/** The shape with one corner, or all of it, moved. */
function moved(shape: Geometry, by: Position, corner: number | null): Geometry {
  const shift = ([x = 0, y = 0]: Position): Position => [x + (by[0] ?? 0), y + (by[1] ?? 0)];
  if (shape.type === "Point") return { type: "Point", coordinates: shift(shape.coordinates) };
  if (shape.type !== "Polygon") return shape;
  const rings = shape.coordinates.map((ring, r) => {
    if (corner === null) return ring.map(shift);
    if (r > 0) return ring;
    return closed(ring.slice(0, -1).map((at, i) => (i === corner ? shift(at) : at)));
  });
  return { type: "Polygon", coordinates: rings };
}
