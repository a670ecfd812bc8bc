import type { Map as MapLibre } from "maplibre-gl";

/** The room of the map on a sheet of A4 across, beside its legend, in CSS pixels: what print.css gives it. */
const PX_PER_MM = 96 / 25.4;
const ROOM_PX = { width: 225 * PX_PER_MM, height: 165 * PX_PER_MM };

/**
 * Prints the map as it is seen: the whole of it is made as much smaller as the paper asks, picture, scale bar and
 * pop-up alike, so that the bar keeps telling the truth and no tile has to be fetched while the browser waits.
 */
export function fitToPaper(map: MapLibre): void {
  const { style } = map.getContainer();
  window.addEventListener("beforeprint", () => {
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    if (width === 0 || height === 0) return;
    style.setProperty("--map-width", `${width}px`);
    style.setProperty("--map-height", `${height}px`);
    style.setProperty("--map-scale", String(Math.min(ROOM_PX.width / width, ROOM_PX.height / height)));
  });
  window.addEventListener("afterprint", () => {
    for (const name of ["--map-width", "--map-height", "--map-scale"]) style.removeProperty(name);
  });
}
