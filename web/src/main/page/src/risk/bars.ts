import { h } from "../dom";
import { formatNumber, formatScore, formatUnit } from "../format";
import { pick, t } from "../i18n";
import type { Contribution } from "./types";

/** Points below which the longest bar does not fill its row: tiny parts must not look large. */
const LEAST_SCALE = 10;

/** What each indicator adds to the score, the largest first, with the rate it came from. */
export function contributionBars(contributions: readonly Contribution[]): HTMLElement {
  const most = Math.max(LEAST_SCALE, ...contributions.map(({ points }) => points ?? 0));
  return h("ul", { class: "bars", "data-testid": "risk-contributions" }, ...contributions.map((part) => row(part, most)));
}

function row(part: Contribution, most: number): HTMLElement {
  const bar = h("i", { class: "bar-fill" });
  bar.style.width = `${Math.max(0, Math.min(100, (100 * (part.points ?? 0)) / most))}%`;
  return h("li", { "data-indicator": part.indicator },
    h("span", { class: "bar-title" }, pick(part.title) || part.indicator),
    h("b", { class: "num" }, formatScore(part.points)),
    h("span", { class: "bar-track" }, bar),
    h("span", { class: "quiet num bar-value" }, valueOf(part)));
}

/** The rate as it is and, where small counts are drawn towards the common rate, what went into the score. */
function valueOf(part: Contribution): string {
  if (part.raw === null) return t("riskNotTold");
  const raw = `${formatNumber(part.raw)}${formatUnit(part.unit)}`;
  const smoothed = part.smoothed === null ? "" : ` · ${t("riskSmoothed", { value: formatNumber(part.smoothed) })}`;
  return `${raw}${smoothed} · ${t("riskWeight", { percent: formatNumber(100 * part.weight, 0) })}`;
}
