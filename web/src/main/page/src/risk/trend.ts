import { svg } from "../dom";
import { formatScore } from "../format";
import { t } from "../i18n";
import { isLevel, REGION_STYLES, UNGRADED_COLOR } from "../palette";
import type { MonthGrade } from "./types";

const WIDTH = 344;
const HEIGHT = 118;
const LEFT = 26;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 20;
const MOST = 100;

const x = (i: number, count: number): number => LEFT + (count < 2 ? 0.5 : i / (count - 1)) * (WIDTH - LEFT - RIGHT);
const y = (score: number): number => TOP + (1 - score / MOST) * (HEIGHT - TOP - BOTTOM);

/** The scores of the months as a line, each month with its colour and its letter; months without a score break it. */
export function trendLine(history: readonly MonthGrade[]): SVGElement {
  const spoken = history.map(({ asOf, score }) => `${asOf.slice(0, 7)} ${formatScore(score)}`).join(", ");
  const grid = [0, 50, MOST].flatMap((score) => [
    svg("line", { class: "trend-grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(score), y2: y(score) }),
    svg("text", { class: "trend-axis", x: LEFT - 5, y: y(score) + 3.5, "text-anchor": "end" }, String(score)),
  ]);
  let path = "";
  history.forEach(({ score }, i) => {
    if (score === null) return;
    const starts = i === 0 || history[i - 1]?.score === null;
    path += `${starts ? "M" : "L"}${x(i, history.length).toFixed(1)} ${y(score).toFixed(1)}`;
  });
  const months = history.flatMap((month, i) => point(month, i, history.length));
  return svg("svg", { class: "trend", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${t("riskTrend")}: ${spoken}`, "data-testid": "risk-trend" },
    ...grid, svg("path", { class: "trend-line", d: path }), ...months);
}

function point({ asOf, level, score }: MonthGrade, i: number, count: number): SVGElement[] {
  const labelled = i === 0 || i === count - 1 || i === Math.floor((count - 1) / 2);
  const anchor = i === 0 ? "start" : i === count - 1 ? "end" : "middle";
  const label = labelled && svg("text", { class: "trend-axis", x: x(i, count), y: HEIGHT - 5, "text-anchor": anchor }, asOf.slice(0, 7));
  if (score === null) return label ? [label] : [];
  const style = isLevel(level) ? REGION_STYLES[level] : null;
  const parts = [
    svg("circle", { class: "trend-dot", cx: x(i, count), cy: y(score), r: 4.2, fill: style?.color ?? UNGRADED_COLOR },
      svg("title", {}, `${asOf} · ${style ? t(style.letter) : t("ungraded")} · ${formatScore(score)}`)),
    svg("text", { class: "trend-letter", x: x(i, count), y: y(score) - 7, "text-anchor": "middle" }, style?.sign ?? ""),
  ];
  return label ? [...parts, label] : parts;
}
