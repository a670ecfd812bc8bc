import { h, type Child } from "../../dom";
import { formatNumber } from "../../format";
import { language, pick, t } from "../../i18n";
import { demoTag, facts } from "../../popup/parts";
import { faultNote } from "../../risk/fault";
import { askBest, MOST_LISTED, reachAddress } from "./ask";
import { closedList, gapList, kindTitle, levelTitle, unplacedList } from "./lists";
import { changeReach, FIRST_ROWS, MINUTES, reach, TEAMS } from "./store";
import type { BestAnswer, LevelCount, ReachAnswer, UnitCount, WithAnswer } from "./types";

const LISTED_COUNTIES = 12;

/** Which red and orange places no team reaches in time, and what one more station would change. */
export function reachView(): HTMLElement[] {
  const { answer, error, busy } = reach;
  return [
    h("div", { class: "plan-form" }, teamField(), minutesField()),
    h("section", { class: "routes", "aria-live": "polite", "data-testid": "reach", "data-busy": String(busy) },
      error !== null && faultNote(error),
      !answer && error === null && h("p", { class: "quiet" }, t("wait")),
      answer && report(answer)),
  ];
}

const labelled = (label: string, control: HTMLElement): HTMLElement => h("label", { class: "plan-field" }, h("span", {}, label), control);

function teamField(): HTMLElement {
  const select = h("select", { "data-focus": "reach-teams", "data-testid": "reach-teams", change: () => changeReach({ teams: select.value }) },
    ...TEAMS.map((kinds) => h("option", { value: kinds, selected: kinds === reach.teams }, kinds.split(",").map(kindTitle).join(" + "))));
  return labelled(t("reachTeams"), select);
}

function minutesField(): HTMLElement {
  const select = h("select", { "data-focus": "reach-minutes", "data-testid": "reach-minutes", change: () => changeReach({ minutes: Number(select.value) }) },
    ...MINUTES.map((minutes) => h("option", { value: String(minutes), selected: minutes === reach.minutes }, t("reachMinutes", { minutes }))));
  return labelled(t("reachWithin"), select);
}

const section = (heading: Child, ...children: Child[]): HTMLElement => h("section", {}, h("h3", {}, heading), ...children);

function report(answer: ReachAnswer): HTMLElement {
  return h("div", {},
    h("p", { class: "reach-sum", "data-testid": "reach-sum" },
      t("reachSum", { places: formatNumber(answer.places), beyond: formatNumber(answer.beyond), minutes: answer.manifest.minutes, teams: formatNumber(answer.manifest.teams) }),
      answer.manifest.isDemo && demoTag()),
    counts(t("reachLevel"), answer.byLevel.map((row) => [levelTitle(row.level), row])),
    h("p", { class: "quiet", "data-testid": "reach-drawn" }, t("reachKey"), drawn(answer.gaps.length + answer.unplacedPlaces.filter(({ at }) => at !== null).length, answer.beyond + answer.unplaced)),
    ...answer.notes.map((note) => h("p", { class: "plan-warning" }, pick(note))),
    station(),
    counties(answer.byCounty),
    section(t("reachGaps", { count: formatNumber(answer.beyond) }), ...gapList(answer.gaps, answer.beyond)),
    answer.unplaced > 0 && section(t("reachNotKnown", { count: formatNumber(answer.unplaced) }), ...unplacedList(answer.unplacedPlaces, answer.unplaced)),
    section(t("evidence"),
      facts([[t("riskModel"), `${pick(answer.manifest.modelSource)} · ${t("ruleVersion", { version: answer.manifest.modelVersion })}`], [t("riskDataVersion"), String(answer.manifest.dataVersion)]]),
      h("p", { class: "plan-links" },
        h("a", { class: "link", href: reachAddress("", { f: "html", lang: language() }), target: "_blank", rel: "noopener", "data-testid": "reach-sheet" }, t("planPrintable")), " ",
        h("a", { class: "link", href: reachAddress("", { f: "geojson", limit: MOST_LISTED }), download: "reach.geojson" }, t("planLayer")))));
}

/** Nothing where the map has all of them. */
const drawn = (count: number, total: number): string =>
  count < total ? ` ${t("reachDrawn", { drawn: formatNumber(count), total: formatNumber(total) })}` : "";

function counts(head: string, rows: [string, Omit<LevelCount, "level">][]): HTMLElement {
  return h("table", { class: "plan-themes" },
    h("thead", {}, h("tr", {}, h("th", {}, head), ...(["reachPlaces", "reachReached", "reachBeyond", "reachUnplaced"] as const).map((key) => h("th", {}, t(key))))),
    h("tbody", {}, ...rows.map(([title, row]) => h("tr", {}, h("th", {}, title),
      ...[row.places, row.reached, row.beyond, row.unplaced].map((count) => h("td", { class: "num" }, formatNumber(count)))))));
}

function counties(all: readonly UnitCount[]): HTMLElement {
  const worst = all.filter(({ beyond }) => beyond > 0).sort((a, b) => b.beyond - a.beyond);
  const rows = (from: number, to?: number): [string, UnitCount][] => worst.slice(from, to).map((unit) => [unit.name, unit]);
  return section(t("reachCounties"), counts(t("reachCounty"), rows(0, LISTED_COUNTIES)),
    worst.length > LISTED_COUNTIES && h("details", {}, h("summary", { class: "link" }, t("showMore", { count: worst.length - LISTED_COUNTIES })), counts(t("reachCounty"), rows(LISTED_COUNTIES))));
}

/** One more station, put with a click on the map, or where a search says. */
function station(): HTMLElement {
  const { picking, added, addedError, best, bestBusy } = reach;
  return section(t("reachStation"),
    h("div", { class: "segments" },
      h("button", { type: "button", class: "segment", "aria-pressed": String(picking), "data-focus": "reach-pick", "data-testid": "reach-pick", click: () => changeReach({ picking: !picking }) }, t("reachPick")),
      h("button", { type: "button", class: "segment", disabled: bestBusy, "data-focus": "reach-best", "data-testid": "reach-best", click: () => void askBest() }, t(bestBusy ? "wait" : "reachBest")),
      h("button", { type: "button", class: "segment", "data-focus": "reach-clear", click: () => changeReach({ station: null, picking: false, best: null }) }, t("routeClear"))),
    picking && h("p", { class: "quiet" }, t("reachHint")),
    addedError !== null && faultNote(addedError),
    added && gain(added),
    best && candidates(best));
}

function gain(added: WithAnswer): HTMLElement {
  const { closed, byLevel, earlier, gaps, notes } = added;
  const levels = byLevel.filter((row) => row.closed > 0).map((row) => `${levelTitle(row.level)} ${formatNumber(row.closed)}`).join(" · ");
  return h("div", { class: "reach-gain", "data-testid": "reach-gain" },
    h("p", {}, h("b", {}, t("reachCloses", { count: formatNumber(closed) })), levels && `（${levels}）`, earlier > 0 && ` ${t("reachEarlier", { count: formatNumber(earlier) })}`, drawn(gaps.length, closed)),
    ...notes.map((note) => h("p", { class: "quiet" }, pick(note))),
    gaps.length > 0 && h("details", { open: reach.listed.closed > FIRST_ROWS }, h("summary", { class: "link" }, t("reachWhich")), ...closedList(added)));
}

function candidates({ chosen, candidates: count, notes }: BestAnswer): HTMLElement {
  return h("div", { "data-testid": "reach-candidates" },
    h("p", { class: "quiet" }, t("reachCandidates", { count: formatNumber(count) })),
    h("ol", { class: "ranking" }, ...chosen.map(({ rank, code, name, countyName, at, added, closedSoFar }) =>
      h("li", {}, h("button", { type: "button", class: "ranked", "data-focus": `best-${code}`, click: () => changeReach({ station: at, shown: at, picking: false }) },
        h("b", { class: "num" }, String(rank)), h("span", { class: "legend-name" }, name, h("small", { class: "quiet" }, ` ${countyName ?? ""}`)),
        h("span", { class: "num" }, `+${formatNumber(added)}`), h("span", { class: "num quiet" }, `Σ ${formatNumber(closedSoFar)}`))))),
    ...notes.map((note) => h("p", { class: "quiet" }, pick(note))));
}
