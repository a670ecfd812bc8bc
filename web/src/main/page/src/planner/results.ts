import { ApiError } from "../api/client";
import { verdictChip } from "../checks/chip";
import { bySeverity } from "../checks/summary";
import { h, type Child } from "../dom";
import { formatMetres, formatNumber, formatSignedMetres, formatThreshold } from "../format";
import { language, pick, t } from "../i18n";
import { demoTag } from "../popup/parts";
import { state } from "../state";
import { GROUND_COLORS, GROUNDS, type Ground } from "./layers";
import { change, plan } from "./plan";
import type { AreaAnswer, ScreenedFinding, ScreeningAnswer } from "./types";

const GROUND_NAMES = { allowed: "planAllowed", needsSurvey: "planSurvey", forbidden: "planForbidden", notAssessable: "planUnknown" } as const;

/** What the service says of the drawn site: warnings, the verdict of each rule, or why it refuses. */
export function resultsView(): HTMLElement {
  const { answer, error, busy } = plan;
  return h("section", { class: "plan-results", "aria-live": "polite", "data-testid": "plan-results", "data-busy": String(busy) },
    error !== null && faultView(error),
    answer && answerView(answer),
    busy && !answer && h("p", { class: "quiet" }, t("planAsking")));
}

/** A refusal in the service's own words, with its remedy; a doubted system may be confirmed. */
export function faultView(error: unknown): HTMLElement {
  const known = error instanceof ApiError ? error : null;
  const doubted = known?.remedy?.includes("crsConfirmed") ?? false;
  return h("div", { class: "plan-fault", role: "alert", "data-testid": "plan-fault" },
    h("p", {}, known?.detail ?? known?.title ?? (error instanceof Error ? error.message : String(error))),
    known?.remedy && h("p", { class: "quiet" }, known.remedy),
    doubted && h("button", { type: "button", class: "ghost", click: () => change({ crsConfirmed: true }) }, t("planCrsConfirm")));
}

function answerView(answer: ScreeningAnswer): HTMLElement {
  const findings = [...answer.findings].sort(bySeverity);
  return h("div", {},
    h("h3", {}, t("planFindings"), answer.site.countyName ? ` · ${answer.site.countyName}` : ""),
    ...answer.site.warnings.map((warning) => h("p", { class: "plan-warning" }, pick(warning))),
    findings.length === 0 && h("p", { class: "empty" }, t("planNoRule")),
    h("ul", { class: "finding-list" }, ...findings.map((finding) => h("li", {}, row(finding, answer)))),
    answer.manifest.notApplicable > 0 && h("p", { class: "quiet" }, t("planNotApplicable", { count: answer.manifest.notApplicable })));
}

const sheetAddress = (finding: ScreenedFinding, answer: ScreeningAnswer): string =>
  `evidence?${new URLSearchParams({ question: answer.question, rule: finding.rule, layer: finding.subjectLayer, lang: language() })}`;

function row(finding: ScreenedFinding, answer: ScreeningAnswer): HTMLElement {
  const figure = (label: string, value: string, extra = ""): HTMLElement =>
    h("span", { class: `figure ${extra}` }, h("small", {}, label), h("b", { class: "num" }, value));
  const [reason] = finding.reasons ?? [];
  return h("a", {
    class: `finding finding-${finding.verdict}`, href: sheetAddress(finding, answer), target: "_blank", rel: "noopener", title: t("planOpenSheet"),
    "data-testid": "plan-finding", "data-rule": finding.rule, "data-verdict": finding.verdict,
  },
    h("span", { class: "finding-head" }, h("span", { class: "rule-tag" }, finding.rule), h("span", { class: "finding-name plan-rule" }, pick(finding.ruleTitle)), finding.isDemo && demoTag()),
    h("span", { class: "finding-sub" }, verdictChip(finding.verdict),
      h("span", { class: "quiet" }, state.catalog?.layerTitle(finding.subjectLayer) ?? finding.subjectLayer),
      h("span", { class: "ellipsis" }, finding.targetName ? t("planNearest", { name: finding.targetName }) : "")),
    finding.distanceM !== null && h("span", { class: "figures" },
      figure(t("distance"), formatMetres(finding.distanceM)),
      figure(t("threshold"), formatThreshold(finding.thresholdM)),
      figure(t("margin"), formatSignedMetres(finding.marginM), (finding.marginM ?? 0) < 0 ? "below" : ""),
      figure("± U", formatMetres(finding.uncertaintyM))),
    reason && h("span", { class: "quiet" }, pick(reason)),
    finding.evidenceMissing.length > 0 && h("span", { class: "quiet" }, t("planEvidenceMissing", { count: finding.evidenceMissing.length })));
}

/** The ground of the view by verdict, and which rule cuts how much of it. */
export function areaView(): HTMLElement {
  const { areaShown, area, areaError } = plan;
  return h("section", { class: "plan-area", "data-testid": "plan-area" },
    h("button", {
      type: "button", class: "ghost", "data-focus": "plan-area", "data-testid": "plan-area-toggle", "aria-pressed": String(areaShown),
      click: () => change({ areaShown: !areaShown, area: null, areaError: null }),
    }, t(areaShown ? "planFrameHide" : "planFrame")),
    areaShown && areaError !== null && faultView(areaError),
    areaShown && areaError === null && !area && h("p", { class: "quiet" }, t("planAsking")),
    areaShown && area && areaTable(area));
}

const km2 = (m2: number): string => `${formatNumber(m2 / 1e6, m2 < 1e7 ? 3 : 1)} km²`;

function areaTable(area: AreaAnswer): HTMLElement {
  const size: Record<Ground, number> = {
    allowed: area.areas.allowedM2, needsSurvey: area.areas.needsSurveyM2, forbidden: area.areas.forbiddenM2, notAssessable: area.areas.notAssessableM2,
  };
  const drawn = area.rules.filter((cut) => cut.notDrawn === null);
  const left = area.rules.filter((cut) => cut.notDrawn !== null);
  return h("div", {},
    h("ul", { class: "plan-grounds" }, ...GROUNDS.map((ground) => h("li", { "data-ground": ground }, swatch(ground), h("span", {}, t(GROUND_NAMES[ground])), h("b", { class: "num" }, km2(size[ground]))))),
    drawn.length > 0 && h("h3", {}, t("planCuts")),
    h("ul", { class: "plan-grounds" }, ...drawn.map((cut) => h("li", { "data-rule": cut.rule }, h("span", { class: "rule-tag" }, cut.rule), h("span", {}, pick(cut.title)), h("b", { class: "num" }, km2(cut.forbiddenM2))))),
    left.length > 0 && h("h3", {}, t("planNotDrawn")),
    h("ul", { class: "plan-grounds" }, ...left.map((cut) => h("li", {}, h("span", { class: "rule-tag" }, cut.rule), h("span", {}, pick(cut.title), ": ", pick(cut.notDrawn))))),
    h("p", { class: "quiet" }, pick(area.accuracy), area.isDemo && demoTag()));
}

function swatch(ground: Ground): Child {
  const dot = h("i", { class: "swatch", "aria-hidden": "true" });
  dot.style.background = GROUND_COLORS[ground];
  return dot;
}
