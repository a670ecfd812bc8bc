import { svg } from "../dom";
import { formatNumber } from "../format";
import { t } from "../i18n";

const WIDTH = 344;
const HEIGHT = 110;
const LEFT = 38;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 20;

/** The heights along a way: kilometres to the right, metres above the sea upwards. */
export function heightLine(profile: readonly [number, number][]): SVGElement {
  const lengthM = profile[profile.length - 1]?.[0] ?? 1;
  const heights = profile.map(([, height]) => height);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const x = (m: number): number => LEFT + (m / lengthM) * (WIDTH - LEFT - RIGHT);
  const y = (height: number): number => TOP + (1 - (height - low) / Math.max(high - low, 1)) * (HEIGHT - TOP - BOTTOM);
  const line = profile.map(([m, height], i) => `${i === 0 ? "M" : "L"}${x(m).toFixed(1)} ${y(height).toFixed(1)}`).join("");
  const foot = (HEIGHT - BOTTOM).toFixed(1);
  const axis = (height: number): SVGElement[] => [
    svg("line", { class: "trend-grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(height), y2: y(height) }),
    svg("text", { class: "trend-axis", x: LEFT - 5, y: y(height) + 3.5, "text-anchor": "end" }, `${formatNumber(height, 0)} m`),
  ];
  const km = (m: number, anchor: string): SVGElement =>
    svg("text", { class: "trend-axis", x: x(m), y: HEIGHT - 5, "text-anchor": anchor }, `${formatNumber(m / 1000, 1)} km`);
  return svg("svg", { class: "trend", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${t("routeHeights")}: ${formatNumber(low, 0)}–${formatNumber(high, 0)} m`, "data-testid": "route-heights" },
    ...axis(low), ...axis(high),
    svg("path", { class: "height-area", d: `${line}L${x(lengthM).toFixed(1)} ${foot}L${LEFT} ${foot}Z` }),
    svg("path", { class: "trend-line", d: line }),
    km(0, "start"), km(lengthM, "end"));
}
