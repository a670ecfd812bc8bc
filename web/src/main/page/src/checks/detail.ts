import type { Finding, Rule, SecondaryShore } from "../api/types";
import { h, type Child } from "../dom";
import { formatMetres, formatPosition, formatSignedMetres, formatThreshold } from "../format";
import { language, pick, t } from "../i18n";
import { demoTag, facts, type Fact } from "../popup/parts";
import { state, update } from "../state";
import { verdictChip } from "./chip";

/** One finding in full: everything a planner needs to show how the verdict came about. */
export function detailView(finding: Finding): HTMLElement {
  const rule = state.rules.find((candidate) => candidate.id === finding.rule);
  return h(
    "article",
    { class: "detail", "data-testid": "finding-detail" },
    h("div", { class: "detail-bar" },
      h("button", { type: "button", class: "detail-back", "data-focus": "back", click: () => update({ finding: null }) }, "‹ ", t("back")),
      h("button", { type: "button", class: "ghost", "data-focus": "fly", click: () => update({ finding: { ...finding } }) }, t("zoomTo"))),
    h("h2", {}, finding.subjectName || finding.subjectCode, finding.isDemo && demoTag()),
    h("p", { class: "detail-verdict" },
      verdictChip(finding.verdict),
      h("span", { class: "rule-tag" }, finding.rule),
      finding.outsideProvince && h("span", { class: "warn-tag" }, t("outsideProvince"))),
    headline(finding),
    h("a", { class: "link sheet-link", href: sheetAddress(finding), target: "_blank", rel: "noopener", "data-testid": "evidence-sheet" }, t("planOpenSheet")),
    finding.isDemo && h("p", { class: "demo-note" }, t("demoFinding")),
    section(t("verdictReasons"), reasons(finding)),
    rule ? section(t("legalBasis"), legalBasis(rule)) : null,
    section(t("measurement"), measurement(finding)),
    finding.secondary && finding.secondary.length > 0
      ? section(t(isShore(finding) ? "secondaryShores" : "secondaryTargets"), secondary(finding.secondary))
      : null,
    section(t("evidence"), provenance(finding)),
  );
}

const sheetAddress = (finding: Finding): string =>
  `evidence?${new URLSearchParams({ rule: finding.rule, layer: finding.subjectLayer, code: finding.subjectCode, asOf: state.checks?.manifest.asOf ?? state.asOf, lang: language() })}`;

const section = (title: string, ...children: Child[]): HTMLElement => h("section", {}, h("h3", {}, title), ...children);

function headline(finding: Finding): HTMLElement {
  const figure = (label: string, value: string, testId: string, extra = ""): HTMLElement =>
    h("div", { class: `big ${extra}` }, h("small", {}, label), h("b", { class: "num", "data-testid": testId }, value));
  return h(
    "div",
    { class: "bigs" },
    figure(t("distance"), formatMetres(finding.distanceM), "detail-distance", "big-first"),
    figure(t("threshold"), formatThreshold(finding.thresholdM), "detail-threshold"),
    figure(t("margin"), formatSignedMetres(finding.marginM), "detail-margin", (finding.marginM ?? 0) < 0 ? "below" : ""),
    figure(t("uncertainty"), finding.uncertaintyM === null ? "–" : `± ${formatMetres(finding.uncertaintyM)}`, "detail-uncertainty"),
  );
}

function reasons(finding: Finding): HTMLElement {
  const list = (finding.reasons ?? []).map((reason) => h("li", {}, pick(reason)));
  return h(
    "div",
    {},
    list.length > 0 ? h("ul", { class: "reasons", "data-testid": "detail-reasons" }, ...list) : h("p", { class: "quiet" }, t("noExplanation")),
    finding.underlyingVerdict && finding.underlyingVerdict !== finding.verdict
      ? h("p", { class: "underlying" }, t("underlying"), " ", verdictChip(finding.underlyingVerdict))
      : null,
  );
}

function legalBasis(rule: Rule): HTMLElement {
  const { basis } = rule;
  const validity = rule.validTo
    ? t("validBetween", { from: rule.validFrom ?? "–", to: rule.validTo })
    : rule.validFrom
      ? t("validFrom", { from: rule.validFrom })
      : "–";
  const signOff = typeof rule.signOff === "string" ? rule.signOff : pick(rule.signOff);
  const rows: Fact[] = [
    [t("article"), `${pick(basis.law)} ${basis.article}`.trim()],
    [t("validity"), validity],
    [t("signOff"), signOff || t("noSignOff")],
  ];
  if (basis.source) rows.push([t("source"), basis.source]);
  return h("div", {}, h("p", { class: "rule-name" }, pick(rule.title)), h("blockquote", {}, pick(basis.summary)), facts(rows));
}

function definitionTitle(definition: string | null | undefined): string {
  return definition ? (state.catalog?.fieldCodeTitle("shoreline", "definition", definition) ?? definition) : t("missing");
}

const isShore = (finding: Finding): boolean => finding.targetLayer === "shoreline";

/** What was measured to: a water and its shore, or a feature of another layer. */
function target(finding: Finding): Fact[] {
  if (isShore(finding)) {
    return [
      [t("water"), finding.targetName ?? t("unknownWater")],
      [t("shoreDefinition"), definitionTitle(finding.targetDefinition)],
    ];
  }
  const layer = finding.targetLayer ? (state.catalog?.layerTitle(finding.targetLayer) ?? finding.targetLayer) : t("missing");
  return [
    [t("targetLayer"), layer],
    [t("target"), finding.targetName ?? t("missing")],
  ];
}

function measurement(finding: Finding): HTMLElement {
  return h(
    "div",
    {},
    facts([
      ...target(finding),
      [t("subjectPoint"), formatPosition(finding.subjectPoint)],
      [t(isShore(finding) ? "shorePoint" : "targetPoint"), formatPosition(finding.targetPoint)],
    ]),
    h("p", { class: "quiet" }, t("geodesic"), " · ", t("coordinateNote"), " · ", t("marginMeaning")),
  );
}

function secondary(shores: readonly SecondaryShore[]): HTMLElement {
  return h(
    "ul",
    { class: "secondary" },
    ...shores.map((shore) =>
      h(
        "li",
        {},
        h("span", {}, shore.targetDefinition ? definitionTitle(shore.targetDefinition) : (shore.targetName ?? t("missing")), shore.isDemo === true && demoTag()),
        h("b", { class: "num" }, formatMetres(shore.distanceM)),
        h("span", { class: "quiet num" }, shore.uncertaintyM === null || shore.uncertaintyM === undefined ? "" : `± ${formatMetres(shore.uncertaintyM)}`),
      ),
    ),
  );
}

function provenance(finding: Finding): HTMLElement {
  return facts([
    [t("rule"), `${finding.rule} · ${t("ruleVersion", { version: finding.ruleVersion })}`],
    [t("code"), finding.subjectCode],
    [t("asOf"), state.checks?.manifest.asOf ?? state.asOf],
    [t("evidence"), t("dataVersion", { version: state.checks?.manifest.dataVersion ?? "–" })],
  ]);
}
