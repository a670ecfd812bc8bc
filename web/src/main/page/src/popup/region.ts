import { LEVELS, type RegionProperties } from "../api/types";
import { h } from "../dom";
import { formatNumber, formatScore } from "../format";
import { pick, t } from "../i18n";
import { LEVEL_STYLES } from "../palette";
import { showCounty } from "../risk/ask";
import { regionChip } from "../risk/chip";
import { demoTag, facts } from "./parts";

/** A county: its published colour, the grounds of it in a sentence, and the way to all of them. */
export function regionContent(region: RegionProperties, close: () => void): HTMLElement {
  const { counts } = region;
  return h(
    "div",
    {},
    h("p", { class: "popup-kind" }, region.cityName ?? "", region.is_demo && demoTag()),
    h(
      "h3",
      {},
      region.name,
      regionChip(region.level),
    ),
    counts && h(
      "div",
      { class: "level-bars", "aria-label": t("riskPointsHere") },
      ...LEVELS.map((level) =>
        h(
          "span",
          { class: "level-bar", title: t(LEVEL_STYLES[level].name) },
          h("i", { class: `dot dot-${LEVEL_STYLES[level].grade}` }),
          h("b", { class: "num" }, formatNumber(counts[String(level)] ?? 0)),
        ),
      ),
    ),
    h("p", { class: "popup-text", "data-testid": "region-explanation" }, pick(region.explanation) || t("noExplanation")),
    h("div", { class: "popup-tools" },
      h("button", {
        type: "button", class: "ghost", "data-testid": "popup-why",
        click: () => {
          close();
          showCounty(region.code);
        },
      }, t("riskWhy"))),
    facts([
      [t("score"), formatScore(region.score)],
      [t("population"), region.population === null ? "–" : `${formatNumber(region.population, 0)} ${t("people")}`],
      [t("code"), region.code],
    ]),
  );
}
