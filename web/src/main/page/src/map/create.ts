import { Map as MapLibre, ScaleControl, setWorkerUrl, type StyleSpecification } from "maplibre-gl";
import type { Basemap } from "../api/types";
import { t } from "../i18n";
import { addImages } from "./images";

/** The province with a margin: what the map shows before any data has arrived. */
const PROVINCE: [number, number, number, number] = [113.45, 24.4, 118.6, 30.2];

/** Fonts of the machine itself: without a `glyphs` address MapLibre draws every letter from them. */
const LOCAL_FONTS = '"Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif';

const emptyStyle: StyleSpecification = {
  version: 8,
  sources: {},
  layers: [{ id: "background", type: "background", paint: { "background-color": "#eef2f3" } }],
};

/** Makes the map. Nothing is fetched but the worker, from this very host. */
export function createMap(container: HTMLElement): Promise<MapLibre> {
  setWorkerUrl(new URL(`assets/maplibre-worker.js?v=${MAPLIBRE_VERSION}`, document.baseURI).href);
  const map = new MapLibre({
    container,
    style: emptyStyle,
    bounds: PROVINCE,
    fitBoundsOptions: { padding: 12 },
    minZoom: 4.5,
    maxZoom: 18,
    localIdeographFontFamily: LOCAL_FONTS,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 120,
    canvasContextAttributes: { preserveDrawingBuffer: true },
    locale: { "Map.Title": t("mapLabel"), "Popup.Close": t("close") },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ unit: "metric", maxWidth: 110 }), "bottom-right");
  window.__anlan = { map };
  return new Promise((resolve) => {
    map.once("load", () => {
      addImages(map);
      resolve(map);
    });
  });
}

/** Puts the office's own base map under everything, where one is configured. */
export function addBasemap(map: MapLibre, basemap: Basemap): void {
  const hosts = basemap.url.includes("{s}") ? ["0", "1", "2", "3", "4", "5", "6", "7"] : [""];
  map.addSource("basemap", {
    type: "raster",
    tiles: hosts.map((host) => basemap.url.replace("{s}", host)),
    tileSize: 256,
  });
  map.addLayer({ id: "basemap", type: "raster", source: "basemap", paint: { "raster-saturation": -0.5 } }, "region-fill");
}

export function showProvince(map: MapLibre): void {
  map.fitBounds(PROVINCE, { padding: 12 });
}
