import type { Text } from "../api/types";
import { h, type Child } from "../dom";
import { formatNumber, formatScore, formatUnit } from "../format";
import { language, pick, t } from "../i18n";
import { demoTag, facts, type Fact } from "../popup/parts";
import { assessmentAddress, showCounty } from "./ask";
import { contributionBars } from "./bars";
import { regionChip } from "./chip";
import { faultNote } from "./fault";
import { risk } from "./store";
import { trendLine } from "./trend";
import type { AssessedRegion, Assessment } from "./types";

/** One county: its colour, what made it so, what would change it, and how sure it is. */
export function countyView(): HTMLElement {
  const { assessment } = risk;
  return h("article", { class: "detail risk-county", "data-testid": "risk-county" },
    h("div", { class: "detail-bar" },
      h("button", { type: "button", class: "detail-back", "data-focus": "risk-back", "data-testid": "risk-back", click: () => showCounty(null) }, "‹ ", t("riskAllCounties")),
      risk.code !== null && h("a", { class: "ghost", href: assessmentAddress(risk.code, { f: "html", lang: language() }), target: "_blank", rel: "noopener", "data-testid": "risk-sheet" }, t("planOpenSheet"))),
    ...(assessment ? grounds(assessment) : [risk.assessmentError ? faultNote(risk.assessmentError) : h("p", { class: "quiet" }, t("wait"))]));
}

function grounds({ manifest, region, history }: Assessment): Child[] {
  const name = language() === "en" && region.nameEn ? region.nameEn : region.name;
  return [
    h("p", { class: "popup-kind" }, region.cityName ?? "", manifest.isDemo && demoTag()),
    h("h2", {}, name),
    h("div", { class: "risk-head" },
      regionChip(region.level),
      h("b", { class: "num risk-score", "data-testid": "risk-score" }, formatScore(region.score)),
      h("span", { class: "quiet" }, t("riskScoreMeaning"))),
    ...manifest.notes.map((note) => h("p", { class: "plan-warning", "data-testid": "risk-caution" }, pick(note))),
    byScore(region),
    texts(region.explanation, "popup-text"),
    section(t("riskContributions"), contributionBars(region.contributions)),
    region.vetoes.length > 0 && section(t("riskVetoes"), list(region.vetoes.map(({ title }) => title), "risk-vetoes")),
    some(region.toNextBetter) && section(t("riskToNextBetter"), list(region.toNextBetter ?? [], "risk-next")),
    history.length > 1 && section(t("riskTrend"), trendLine(history)),
    region.sensitivity && section(t("riskSensitivity"), sensitivity(region.sensitivity)),
    region.overlay && region.overlay.length > 0 && section(t("riskOverlay"), overlay(region.overlay)),
    some(region.notes) && section(t("riskNotes"), list(region.notes ?? [], "risk-notes")),
    section(t("evidence"), provenance(manifest)),
  ];
}

const some = (given: readonly Text[] | undefined): boolean => given !== undefined && given.length > 0;

const section = (title: string, ...children: Child[]): HTMLElement => h("section", {}, h("h3", {}, title), ...children);

const list = (given: readonly Text[], testId: string): HTMLElement =>
  h("ul", { class: "reasons", "data-testid": testId }, ...given.map((text) => h("li", {}, pick(text))));

const texts = (given: readonly Text[] | undefined, kind: string): HTMLElement =>
  h("div", { class: kind, "data-testid": "risk-explanation" }, ...(given ?? []).map((text) => h("p", {}, pick(text))));

/** Said only where a veto moved the colour away from the score's. */
function byScore({ level, levelByScore }: AssessedRegion): HTMLElement | null {
  if (levelByScore === undefined || levelByScore === null || levelByScore === level) return null;
  return h("p", { class: "quiet" }, t("riskByScore"), " ", regionChip(levelByScore));
}

const percent = (share: number | null): string => (share === null ? "–" : `${formatNumber(100 * share, 0)} %`);

function sensitivity({ weights, counts, runs, seed }: NonNullable<AssessedRegion["sensitivity"]>): HTMLElement {
  return h("div", {},
    facts([[t("riskSameByWeights"), percent(weights)], [t("riskSameByCounts"), percent(counts)]]),
    h("p", { class: "quiet" }, t("riskRuns", { runs: formatNumber(runs, 0), seed })));
}

function overlay(values: NonNullable<AssessedRegion["overlay"]>): HTMLElement {
  const rows = values.map(({ title, value, unit }): Fact => [pick(title), value === null ? "–" : `${formatNumber(value)}${formatUnit(unit)}`]);
  return h("div", {}, facts(rows), h("p", { class: "quiet" }, t("riskOverlayNote")));
}

function provenance(manifest: Assessment["manifest"]): HTMLElement {
  const rows: Fact[] = [
    [t("asOf"), manifest.asOf],
    [t("riskCutOff"), manifest.dataCutOff ?? "–"],
    [t("riskModel"), `${manifest.model} · ${t("ruleVersion", { version: manifest.modelVersion })}`],
    [t("riskDataVersion"), String(manifest.dataVersion)],
  ];
  const hash = manifest.inputsSha256 ?? null;
  if (hash !== null) rows.push(["SHA-256", h("span", { title: hash }, `${hash.slice(0, 16)}…`)]);
  return facts(rows);
}
