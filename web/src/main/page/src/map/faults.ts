import type { Map as MapLibre, RasterTileSource } from "maplibre-gl";
import { setPart } from "../shell/notices";

/**
 * Says what the map could not draw: a base map that is away, a tile that cannot be read. It would otherwise be a hole
 * with a line in the browser's console.
 */
export function tellFaults(map: MapLibre): void {
  map.on("error", (event) => {
    console.error(event.error);
    const sourceId = "sourceId" in event && typeof event.sourceId === "string" ? event.sourceId : "";
    const part = `source/${sourceId}`;
    const name = sourceId === "basemap" ? "layerBasemap" : "partDrawing";
    setPart(part, {
      name, state: "failed", error: event.error, note: "tilesMissing",
      retry: () => {
        setPart(part, { name, state: "ready" });
        const source = sourceId === "" ? undefined : map.getSource(sourceId);
        if (source && "setTiles" in source) (source as RasterTileSource).setTiles((source as RasterTileSource).tiles);
      },
    });
  });
}
