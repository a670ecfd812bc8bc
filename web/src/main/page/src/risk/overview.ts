import type { GradedUnit } from "../api/types";
import { h } from "../dom";
import { formatScore } from "../format";
import { pick, t } from "../i18n";
import { state } from "../state";
import { showCounty } from "./ask";
import { regionLetter } from "./chip";
import { faultNote } from "./fault";
import { cutOffNote, monthChooser, monthEnd, riskDay } from "./month";
import { risk } from "./store";
import type { Change } from "./types";

/** All counties, the worst first, and above them those whose colour moved within the month. */
export function riskOverview(): HTMLElement {
  return h("div", { class: "risk-overview" },
    h("div", { class: "risk-when" }, h("span", { class: "quiet" }, t("riskWhen")), monthChooser()),
    cutOffNote(),
    changed(), ranking());
}

function changed(): HTMLElement {
  const since = riskDay() === "" ? "" : monthEnd(riskDay(), -1);
  const title = h("h3", {}, t("riskChanged", { since }));
  if (risk.changesError) return h("section", {}, title, faultNote(risk.changesError));
  if (!risk.changes) return h("section", {}, title, h("p", { class: "quiet" }, t("wait")));
  const { changes } = risk.changes;
  return h("section", { "data-testid": "risk-changes" }, title,
    changes.length === 0 && h("p", { class: "quiet" }, t("riskNothingChanged")),
    h("ul", {}, ...changes.slice(0, SHOWN_CHANGES).map(change)),
    changes.length > SHOWN_CHANGES && h("details", {},
      h("summary", { class: "link" }, t("showMore", { count: changes.length - SHOWN_CHANGES })),
      h("ul", {}, ...changes.slice(SHOWN_CHANGES).map(change))));
}

/** Changes that are seen at once, so that the list of all counties stays in reach. */
const SHOWN_CHANGES = 4;

const signed = (value: number | null): string => `${value !== null && value > 0 ? "+" : ""}${formatScore(value)}`;

function change({ code, name, fromLevel, toLevel, fromScore, toScore, causes, explanation }: Change): HTMLElement {
  const scores = `${formatScore(fromScore)} → ${formatScore(toScore)}`;
  const parts = t("riskCauses", { data: signed(causes.data), model: signed(causes.model), calendar: signed(causes.calendar) });
  return h("li", {},
    h("button", { type: "button", class: "change", "data-focus": `change-${code}`, click: () => showCounty(code) },
      regionLetter(fromLevel), h("span", { "aria-hidden": "true" }, "→"), regionLetter(toLevel),
      h("span", { class: "legend-name" }, name),
      h("span", { class: "num" }, scores),
      h("span", { class: "quiet change-why" }, pick(explanation) || parts)));
}

const byScore = (a: GradedUnit, b: GradedUnit): number =>
  (a.level ?? 9) - (b.level ?? 9) || (b.score ?? -1) - (a.score ?? -1) || a.code.localeCompare(b.code);

function ranking(): HTMLElement {
  const drawn = (state.riskMap?.features ?? []).map(({ properties }) => ({ ...properties, beside: properties.cityName ?? "" }));
  const notDrawn = (state.riskMap?.manifest?.notDrawn ?? []).map((unit) => ({ ...unit, beside: t("riskNotDrawn") }));
  const regions = [...drawn, ...notDrawn].sort(byScore);
  return h("section", {},
    h("h3", {}, t("riskRanking")),
    h("ol", { class: "ranking", "data-testid": "risk-ranking" }, ...regions.map((region) =>
      h("li", {},
        h("button", { type: "button", class: "ranked", "data-focus": `county-${region.code}`, "data-code": region.code, click: () => showCounty(region.code) },
          regionLetter(region.level),
          h("span", { class: "legend-name" }, region.name, h("small", { class: "quiet" }, ` ${region.beside}`)),
          h("b", { class: "num" }, formatScore(region.score)))))));
}
