import { LEVELS, type Level } from "../api/types";
import { verdictSign } from "../checks/chip";
import { countProjects, projectFindings } from "../checks/summary";
import { byId, h, keepFocus } from "../dom";
import { formatNumber } from "../format";
import { onLanguage, t } from "../i18n";
import { className, isLevel, LEVEL_STYLES, PROJECT_CLASSES } from "../palette";
import { state, subscribe, toggled, update } from "../state";
import { layerSwitches } from "./layers";

/** The left-hand panel: what the colours say, how many of each there are, and switches for all of it. */
export function mountLegend(): void {
  const root = byId("legend");
  const render = (): void => {
    root.setAttribute("aria-label", t("legend"));
    const open = root.querySelector("details")?.open ?? false;
    keepFocus(root, () => root.replaceChildren(statement(open), regions(), risk(), projects(), layerSwitches()));
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

interface Entry {
  testId: string;
  mark: HTMLElement;
  name: string;
  count: number | null;
  hidden: boolean;
  toggle: () => void;
}

function group(title: string, note: string | null, entries: Entry[]): HTMLElement {
  return h(
    "section",
    { class: "legend-group" },
    h("h2", {}, title, note !== null && h("small", {}, note)),
    h("ul", {}, ...entries.map((entry) => h("li", {}, button(entry)))),
  );
}

function button({ testId, mark, name, count, hidden, toggle }: Entry): HTMLElement {
  return h(
    "button",
    {
      type: "button", class: "legend-entry", "aria-pressed": String(!hidden), title: t("toggleHint", { name }),
      "data-focus": testId, "data-testid": `${testId}-toggle`, click: toggle,
    },
    mark,
    h("span", { class: "legend-name" }, name),
    h("b", { class: "num", "data-testid": testId }, count === null ? "…" : formatNumber(count)),
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
  const counts = state.riskCounts?.counts;
  const loaded = state.risk;
  const section = group(t("riskByLevel"), state.riskCounts ? formatNumber(state.riskCounts.total) : null, LEVELS.map((level) => ({
    testId: `legend-risk-${level}`,
    mark: swatch("dot", level),
    name: t(LEVEL_STYLES[level].name),
    count: counts ? (counts[String(level)] ?? 0) : null,
    hidden: state.hiddenLevels.has(level),
    toggle: () => update({ hiddenLevels: toggled(state.hiddenLevels, level) }),
  })));
  if (loaded && loaded.numberMatched > loaded.features.length) {
    const text = t("partLoaded", { returned: formatNumber(loaded.features.length), matched: formatNumber(loaded.numberMatched) });
    section.append(h("p", { class: "quiet" }, text));
  }
  return section;
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
