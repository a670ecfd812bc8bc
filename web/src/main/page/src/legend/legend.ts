import { LEVELS, type Level } from "../api/types";
import { verdictSign } from "../checks/chip";
import { countProjects, projectFindings } from "../checks/summary";
import { byId, h, keepFocus } from "../dom";
import { formatNumber } from "../format";
import { onLanguage, t } from "../i18n";
import { className, isLevel, LEVEL_STYLES, PROJECT_CLASSES } from "../palette";
import { state, subscribe, toggleCode, toggled, update } from "../state";
import { legendButton, type Entry } from "./entry";
import { layerList } from "./list";

/** The left-hand panel: what the colours say, how many of each there are, and switches for all of it. */
export function mountLegend(): void {
  const root = byId("legend");
  const groups = h("div", {});
  root.append(groups, layerList());
  const render = (): void => {
    root.setAttribute("aria-label", t("legend"));
    const open = groups.querySelector("details")?.open ?? false;
    keepFocus(groups, () => groups.replaceChildren(statement(open), regions(), risk(), projects()));
  };
  subscribe(render);
  onLanguage(render);
  render();
}

function statement(open: boolean): HTMLElement {
  const details = h("details", { class: "statement", "data-testid": "statement" },
    h("summary", { "data-focus": "statement" }, t("statement"), " ", h("span", { class: "link" }, t("statementMore"))),
    h("p", {}, t("statementText")));
  details.open = open;
  return details;
}

function group(title: string, note: string | null, entries: Entry[]): HTMLElement {
  return h(
    "section",
    { class: "legend-group" },
    h("h2", {}, title, note !== null && h("small", {}, note)),
    h("ul", {}, ...entries.map((entry) => h("li", {}, legendButton(entry)))),
  );
}

const swatch = (kind: "area" | "dot", level: Level): HTMLElement =>
  h("i", { class: `${kind === "area" ? "swatch swatch" : "dot dot"}-${LEVEL_STYLES[level].grade}`, "aria-hidden": "true" });

function regions(): HTMLElement {
  const { riskMap } = state;
  const count = (level: Level | null): number | null =>
    riskMap ? riskMap.features.filter(({ properties: p }) => (level === null ? !isLevel(p.level) : p.level === level)).length : null;
  const ungraded = count(null) ?? 0;
  const section = group(t("regionsByGrade"), t("unitCounties"), LEVELS.map((level) => ({
    testId: `legend-region-${LEVEL_STYLES[level].grade}`,
    mark: swatch("area", level),
    name: t(LEVEL_STYLES[level].letter),
    count: count(level),
    hidden: state.hiddenGrades.has(level),
    toggle: () => update({ hiddenGrades: toggled(state.hiddenGrades, level) }),
  })));
  section.classList.add("legend-pairs");
  if (ungraded > 0) section.append(h("p", { class: "quiet" }, `${t("ungraded")} ${ungraded}`));
  return section;
}

function risk(): HTMLElement {
  const counts = state.counts["risk_point"]?.counts;
  return group(t("riskByLevel"), state.counts["risk_point"] ? formatNumber(state.counts["risk_point"].total) : null, LEVELS.map((level) => ({
    testId: `legend-risk-${level}`,
    mark: swatch("dot", level),
    name: t(LEVEL_STYLES[level].name),
    count: counts ? (counts[String(level)] ?? 0) : null,
    hidden: state.hiddenCodes["risk_point"]?.has(String(level)) ?? false,
    toggle: () => toggleCode("risk_point", String(level)),
  })));
}

function projects(): HTMLElement {
  const counts = state.projects && state.checks ? countProjects(state.projects, projectFindings(state.checks.findings)) : null;
  return group(t("projectsByVerdict"), null, PROJECT_CLASSES.map((kind) => ({
    testId: `legend-project-${kind}`,
    mark: verdictSign(kind),
    name: t(className(kind)),
    count: counts ? counts[kind] : null,
    hidden: state.hiddenProjects.has(kind),
    toggle: () => update({ hiddenProjects: toggled(state.hiddenProjects, kind) }),
  })));
}
