import { LEVELS, type RegionProperties } from "../api/types";
import { h } from "../dom";
import { formatNumber } from "../format";
import { pick, t } from "../i18n";
import { isLevel, LEVEL_STYLES } from "../palette";
import { demoTag, facts } from "./parts";

/** A county: its grade, the grounds of it, its risk points by level and its people. */
export function regionContent(region: RegionProperties): HTMLElement {
  const style = isLevel(region.level) ? LEVEL_STYLES[region.level] : null;
  return h(
    "div",
    {},
    h("p", { class: "popup-kind" }, region.cityName ?? "", region.is_demo && demoTag()),
    h(
      "h3",
      {},
      region.name,
      h("span", { class: `grade-chip grade-${style?.grade ?? "none"}`, "data-testid": "region-grade" }, style ? t(style.letter) : t("ungraded")),
    ),
    h(
      "div",
      { class: "level-bars", "aria-label": t("riskPointsHere") },
      ...LEVELS.map((level) =>
        h(
          "span",
          { class: "level-bar", title: t(LEVEL_STYLES[level].name) },
          h("i", { class: `dot dot-${LEVEL_STYLES[level].grade}` }),
          h("b", { class: "num" }, formatNumber(region.counts[String(level)] ?? 0)),
        ),
      ),
    ),
    h("p", { class: "popup-text", "data-testid": "region-explanation" }, pick(region.explanation) || t("noExplanation")),
    facts([
      [t("score"), region.score === null ? "–" : formatNumber(region.score, 1)],
      [t("population"), region.population === null ? "–" : `${formatNumber(region.population, 0)} ${t("people")}`],
      [t("code"), region.code],
    ]),
  );
}
