import { LEVELS, type GradedUnit, type Level } from "../api/types";
import { verdictSign } from "../checks/chip";
import { coloursProjects } from "../checks/projects";
import { countProjects, projectFindings } from "../checks/summary";
import { byId, h, keepFocus } from "../dom";
import { formatNumber } from "../format";
import { onLanguage, t } from "../i18n";
import { className, isLevel, LEVEL_STYLES, PROJECT_CLASSES, REGION_STYLES } from "../palette";
import { showCounty } from "../risk/ask";
import { regionLetter } from "../risk/chip";
import { cutOffNote, monthChooser } from "../risk/month";
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

const areaSwatch = (level: Level): HTMLElement =>
  h("i", { class: `swatch swatch-${REGION_STYLES[level].grade}`, "aria-hidden": "true" }, REGION_STYLES[level].sign);

const dotSwatch = (level: Level): HTMLElement =>
  h("i", { class: `dot dot-lettered dot-${LEVEL_STYLES[level].grade} dot-sign-${LEVEL_STYLES[level].sign}`, "aria-hidden": "true" }, LEVEL_STYLES[level].sign);

function regions(): HTMLElement {
  const { riskMap } = state;
  const count = (level: Level | null): number | null =>
    riskMap ? riskMap.features.filter(({ properties: p }) => (level === null ? !isLevel(p.level) : p.level === level)).length : null;
  const ungraded = count(null) ?? 0;
  const section = group(t("regionsByGrade"), t("publishedScale"), LEVELS.map((level) => ({
    testId: `legend-region-${REGION_STYLES[level].grade}`,
    mark: areaSwatch(level),
    name: t(REGION_STYLES[level].letter),
    count: count(level),
    hidden: state.hiddenGrades.has(level),
    toggle: () => update({ hiddenGrades: toggled(state.hiddenGrades, level) }),
  })));
  section.classList.add("legend-pairs");
  section.querySelector("h2")?.after(monthChooser(), cutOffNote() ?? "");
  if (ungraded > 0) section.append(h("p", { class: "quiet" }, `${t("ungraded")} ${ungraded}`));
  const notDrawn = riskMap?.manifest?.notDrawn ?? [];
  if (notDrawn.length > 0) section.append(unseen(notDrawn));
  const unplaced = riskMap?.manifest?.unplaced ?? 0;
  if (unplaced > 0) section.append(h("p", { class: "quiet", "data-testid": "legend-unplaced" }, t("riskUnplaced", { count: formatNumber(unplaced) })));
  return section;
}

/** Graded units that have no outline, with their colours: they would otherwise be nowhere on the map. */
function unseen(units: readonly GradedUnit[]): HTMLElement {
  const chips = [...units].sort((a, b) => (a.level ?? 9) - (b.level ?? 9)).map(({ code, name, level }) =>
    h("button", { type: "button", class: "not-drawn", "data-code": code, "data-focus": `not-drawn-${code}`, click: () => showCounty(code) }, regionLetter(level), " ", name));
  return h("div", { class: "quiet", "data-testid": "legend-not-drawn" }, t("riskNotDrawnToo", { count: units.length }), ...chips);
}

function risk(): HTMLElement {
  const counts = state.counts["risk_point"]?.counts;
  const total = state.counts["risk_point"]?.total;
  return group(t("riskByLevel"), [t("riskScale"), total === undefined ? "" : formatNumber(total)].filter(Boolean).join(" · "), LEVELS.map((level) => ({
    testId: `legend-risk-${level}`,
    mark: dotSwatch(level),
    name: t(LEVEL_STYLES[level].name),
    count: counts ? (counts[String(level)] ?? 0) : null,
    hidden: state.hiddenCodes["risk_point"]?.has(String(level)) ?? false,
    toggle: () => toggleCode("risk_point", String(level)),
  })));
}

function projects(): HTMLElement {
  const counts = state.projects && state.projectChecks ? countProjects(state.projects, projectFindings(state.projectChecks.findings)) : null;
  const byOthers = state.projectRules.length > 0 && !coloursProjects();
  return group(t("projectsByVerdict"), byOthers ? state.projectRules.join(" ") : null, PROJECT_CLASSES.map((kind) => ({
    testId: `legend-project-${kind}`,
    mark: verdictSign(kind),
    name: t(className(kind)),
    count: counts ? counts[kind] : null,
    hidden: state.hiddenProjects.has(kind),
    toggle: () => update({ hiddenProjects: toggled(state.hiddenProjects, kind) }),
  })));
}
