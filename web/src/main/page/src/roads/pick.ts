import { Marker, type Map as MapLibre } from "maplibre-gl";
import { h } from "../dom";
import { onLanguage, t } from "../i18n";
import { subscribe } from "../state";
import { isPicking, isShown, onRoads, putEnd, roads, type End } from "./store";

const ENDS: End[] = ["from", "to"];

/** Puts the ends of the way with clicks on the map; afterwards they can be dragged. */
export function addPicking(map: MapLibre): void {
  const markers = Object.fromEntries(ENDS.map((end) => [end, marker(end)])) as Record<End, Marker>;
  map.on("click", (event) => {
    if (isPicking() && roads.picking) putEnd(roads.picking, event.lngLat.toArray());
  });
  const show = (): void => {
    for (const end of ENDS) {
      const at = isShown("route") ? roads[end] : null;
      if (at) markers[end].setLngLat([at[0] ?? 0, at[1] ?? 0]).addTo(map);
      else markers[end].remove();
    }
  };
  onRoads((changed) => {
    if ((["from", "to", "tab"] as const).some((key) => changed.has(key))) show();
  });
  subscribe((_, changed) => {
    if (changed.has("mode")) show();
  });
  onLanguage(() => {
    for (const end of ENDS) markers[end].getElement().replaceChildren(t(`routeSign_${end}`));
  });
}

function marker(end: End): Marker {
  const element = h("div", { class: `route-end route-end-${end}`, "data-testid": `route-marker-${end}` }, t(`routeSign_${end}`));
  const made = new Marker({ element, draggable: true, anchor: "bottom" });
  made.on("dragend", () => putEnd(end, made.getLngLat().toArray()));
  return made;
}
