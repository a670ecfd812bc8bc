import { h, type Child } from "../dom";
import { formatMetres, formatNumber } from "../format";
import { language, pick, t } from "../i18n";
import { demoTag } from "../popup/parts";
import { THEME_COLORS } from "./layers";
import { change, plan } from "./plan";
import { faultView } from "./results";
import type { Surroundings, Theme } from "./types";

const RADII_KM = [1, 3, 5, 10, 20, 50];
/** The most neighbours of a theme that the service lists. */
const MOST_LISTED = 5000;
const STEP = 10;

/** What stands round the site, theme by theme, and how many people live within 500 m. */
export function aroundView(): HTMLElement {
  const { surroundings, aroundError } = plan;
  return h("section", { class: "plan-around", "data-testid": "plan-around" },
    h("div", { class: "detail-bar" },
      h("button", { type: "button", class: "detail-back", "data-focus": "around-back", click: () => change({ around: null, surroundings: null }) }, "‹ ", t("planCloseAround")),
      radiusField()),
    aroundError !== null && faultView(aroundError),
    aroundError === null && !surroundings && h("p", { class: "quiet" }, t("planAsking")),
    surroundings && report(surroundings));
}

function radiusField(): HTMLElement {
  const select = h("select", { "data-focus": "around-radius", "data-testid": "around-radius", "aria-label": t("planRadius"), change: () => change({ radiusM: Number(select.value) }) },
    ...RADII_KM.map((km) => h("option", { value: String(km * 1000), selected: km * 1000 === plan.radiusM }, `${km} km`)));
  return h("label", { class: "plan-radius" }, t("planRadius"), " ", select);
}

function report(found: Surroundings): HTMLElement {
  const { subject } = found;
  return h("div", {},
    h("h2", {}, subject.name ?? subject.code ?? t("planSite"), found.demo && demoTag()),
    exposure(found),
    h("table", { class: "plan-themes" },
      h("thead", {}, h("tr", {}, ...["planTheme", "planCount", "planSum", "planNearestCol"].map((key) => h("th", {}, t(key as "planTheme"))))),
      h("tbody", {}, ...found.themes.map(themeRow))),
    directionTable(found),
    ...found.themes.filter((theme) => theme.items.length > 0).map(themeList),
    subject.layer !== null && subject.code !== null && links(subject.layer, subject.code));
}

function exposure({ exposure: { people, alpha, note, recorded } }: Surroundings): HTMLElement {
  const fields = recorded?.fields;
  return h("div", { class: "plan-exposure", "data-testid": "around-exposure" },
    h("span", {}, t("planExposed")), h("b", { class: "num" }, `${formatNumber(people, 0)} ${t("people")}`), h("b", { class: "num" }, `α = ${alpha}`),
    fields && h("span", { class: "quiet num" }, `${t("planRecorded")}: ${fields["exposed_500m"] ?? "–"} ${t("people")}, α = ${fields["alpha"] ?? "–"}`),
    h("p", { class: "quiet" }, pick(note)));
}

function dot(theme: Theme): HTMLElement {
  const mark = h("i", { class: "dot", "aria-hidden": "true" });
  mark.style.background = THEME_COLORS[theme.id] ?? "#555";
  return mark;
}

function themeRow(theme: Theme): HTMLElement {
  return h("tr", { "data-theme": theme.id }, h("th", {}, dot(theme), " ", pick(theme.title)),
    h("td", { class: "num" }, formatNumber(theme.count, 0)),
    h("td", { class: "num" }, theme.sum === null ? "" : formatNumber(theme.sum, 0)),
    h("td", { class: "num" }, theme.nearestM === null ? "–" : formatMetres(theme.nearestM)));
}

/** How many neighbours of all themes lie in each direction at each distance. */
function directionTable(found: Surroundings): HTMLElement {
  const count = (ring: number, sector: number): number => found.themes.reduce((sum, theme) => sum + (theme.cells[ring]?.[sector]?.count ?? 0), 0);
  return h("details", {}, h("summary", {}, t("planTable")),
    h("table", { class: "plan-themes plan-directions" },
      h("thead", {}, h("tr", {}, h("th", {}, "≤"), ...found.directions.map((direction) => h("th", {}, pick(direction))))),
      h("tbody", {}, ...found.ringsM.map((ring, r) => h("tr", {}, h("th", { class: "num" }, `${ring / 1000} km`),
        ...found.directions.map((_, s) => h("td", { class: "num" }, count(r, s) === 0 ? "·" : formatNumber(count(r, s), 0))))))));
}

/** Themes whose lists stand open, so that a longer list does not close itself. */
const opened = new Set<string>();

function themeList(theme: Theme): HTMLElement {
  const details: HTMLDetailsElement = h("details", { "data-theme": theme.id, toggle: () => void (details.open ? opened.add(theme.id) : opened.delete(theme.id)) }, h("summary", {}, `${pick(theme.title)} (${formatNumber(theme.count, 0)})`),
    h("ul", { class: "plan-neighbours" }, ...theme.items.map((item) =>
      h("li", {}, h("span", {}, item.name ?? item.code), h("span", { class: "num" }, `${formatMetres(item.distanceM)} · ${pick(item.direction)}`)))),
    ...rest(theme));
  details.open = opened.has(theme.id);
  return details;
}

/** How many of the theme are listed and drawn, where not all are. */
function rest({ id, count, items }: Theme): Child[] {
  if (items.length >= count) return [];
  return [
    h("p", { class: "quiet", "data-testid": "around-listed" }, t("listedOf", { shown: formatNumber(items.length), total: formatNumber(count) })),
    items.length < MOST_LISTED && h("button", {
      type: "button", class: "more", "data-focus": `more-${id}`, "data-testid": "around-more",
      click: () => change({ listed: Math.min(plan.listed * STEP, MOST_LISTED) }),
    }, t("showMore", { count: Math.min(count, plan.listed * STEP, MOST_LISTED) - items.length })),
  ];
}

function links(layer: string, code: string): HTMLElement {
  const query = (more: Record<string, string>): string => new URLSearchParams({ layer, code, radiusM: String(plan.radiusM), ...more }).toString();
  return h("p", { class: "plan-links" },
    h("a", { class: "link", href: `surroundings?${query({ lang: language() })}`, target: "_blank", rel: "noopener", "data-testid": "around-print" }, t("planPrintable")), " ",
    h("a", { class: "link", href: `api/surroundings?${query({ format: "geojson", limit: "5000" })}`, download: `${code}.geojson` }, t("planLayer")));
}
