import type { Map as MapLibre } from "maplibre-gl";
import { h, svg } from "../dom";
import { onLanguage, t } from "../i18n";
import type { MessageKey } from "../i18n/messages";
import { showProvince } from "./create";

const icon = (path: string): SVGElement =>
  svg("svg", { viewBox: "0 0 20 20", width: 18, height: 18, "aria-hidden": "true" },
    svg("path", { d: path, fill: "none", stroke: "currentColor", "stroke-width": 1.8, "stroke-linecap": "round", "stroke-linejoin": "round" }));

const PLUS = "M10 4v12M4 10h12";
const MINUS = "M4 10h12";
const HOME = "M3.5 9.5 10 4l6.5 5.5M5.5 8.5V16h9V8.5";
const PRINT = "M6 8V3.5h8V8M6 14H3.5V8h13v6H14M6 12h8v4.5H6z";

/** Our own buttons: they speak the page's language and change with it. */
export function addControls(map: MapLibre): void {
  const buttons: [MessageKey, string, () => void][] = [
    ["zoomIn", PLUS, () => map.zoomIn()],
    ["zoomOut", MINUS, () => map.zoomOut()],
    ["wholeProvince", HOME, () => showProvince(map)],
    ["print", PRINT, () => window.print()],
  ];
  const made = buttons.map(([key, path, act]) => ({
    key,
    button: h("button", { type: "button", class: "map-button", click: act, "data-testid": `map-${key}` }, icon(path)),
  }));
  const label = (): void => {
    for (const { key, button } of made) {
      button.title = t(key);
      button.setAttribute("aria-label", t(key));
    }
    map.getCanvas().setAttribute("aria-label", t("mapLabel"));
  };
  map.getContainer().append(h("div", { class: "map-buttons" }, ...made.map(({ button }) => button)));
  label();
  onLanguage(label);
}
