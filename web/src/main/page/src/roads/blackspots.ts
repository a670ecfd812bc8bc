import { h, type Child } from "../dom";
import { formatNumber } from "../format";
import { language, pick, t } from "../i18n";
import { demoTag } from "../popup/parts";
import { faultNote } from "../risk/fault";
import { state } from "../state";
import { blackspotAddress, showStretch } from "./ask";
import { changeRoads, MOST_SPOTS, roads } from "./store";
import type { Blackspot, BlackspotAnswer, Registered } from "./types";

/** The stretches where crashes gather, the worst first, and the register of them. */
export function blackspotsView(): HTMLElement {
  const { blackspots, blackspotsError, stretchError } = roads;
  return h("section", { class: "blackspots", "data-testid": "blackspots" },
    blackspotsError !== null && faultNote(blackspotsError),
    stretchError !== null && faultNote(stretchError),
    !blackspots && blackspotsError === null && h("p", { class: "quiet" }, t("wait")),
    blackspots && report(blackspots));
}

function report(answer: BlackspotAnswer): HTMLElement {
  const confirmed = answer.registry.filter(({ rank }) => rank !== null).length;
  const sheet = blackspotAddress({ f: "html", lang: language(), limit: String(Math.min(Math.max(answer.found, 1), MOST_SPOTS)) });
  return h("div", {},
    h("p", { class: "quiet" }, t("blackspotCount", { found: formatNumber(answer.found), years: answer.manifest.years, asOf: answer.manifest.asOf }), answer.manifest.isDemo && demoTag()),
    h("p", { class: "plan-links" }, h("a", { class: "link", href: sheet, target: "_blank", rel: "noopener", "data-testid": "blackspot-sheet" }, t("planPrintable"))),
    h("h3", {}, t("blackspotRanking")),
    h("ol", { class: "ranking" }, ...answer.segments.map(segment)),
    ...rest(answer),
    h("h3", {}, t("blackspotRegister", { registered: answer.registry.length, confirmed })),
    h("ul", { class: "ranking", "data-testid": "blackspot-register" }, ...answer.registry.map(registered)));
}

/** How many of those found are listed, where not all are. */
function rest({ found, segments }: BlackspotAnswer): Child[] {
  const shown = segments.length;
  if (shown >= found) return [];
  return [
    h("p", { class: "quiet", "data-testid": "blackspots-listed" }, t("listedOf", { shown: formatNumber(shown), total: formatNumber(found) })),
    shown < MOST_SPOTS && h("button", {
      type: "button", class: "more", "data-focus": "spots-more", "data-testid": "blackspots-more",
      click: () => changeRoads({ spotsListed: Math.min(roads.spotsListed + SPOTS_STEP, MOST_SPOTS) }),
    }, t("showMore", { count: Math.min(found - shown, SPOTS_STEP) })),
  ];
}

const SPOTS_STEP = 100;

function segment(spot: Blackspot): HTMLElement {
  return h("li", {},
    h("button", { type: "button", class: "change", "data-focus": `spot-${spot.rank}`, "data-testid": "blackspot", click: () => void showStretch(spot.routeNo, spot.fromStake, spot.toStake) },
      h("b", { class: "num" }, String(spot.rank)),
      h("span", { class: "legend-name" }, `${spot.routeNo} `, h("span", { class: "num" }, `${spot.fromStake}–${spot.toStake}`)),
      h("span", { class: "num" }, t("blackspotFigures", { crashes: spot.crashes, deaths: spot.deaths })),
      h("span", { class: "quiet change-why" }, spot.reasons.map(pick).join(language() === "zh" ? "；" : "; "))));
}

const codeTitle = (field: string, value: string | null): string | null =>
  value === null ? null : (state.catalog?.fieldCodeTitle("road_site", field, value) ?? value);

function registered({ code, routeNo, fromStake, toStake, rank, ...site }: Registered): HTMLElement {
  const due = site.dueOn === null ? null : t(site.isDone ? "registerDone" : "registerDue", { day: site.dueOn });
  const facts = [site.cause, codeTitle("measure_kind", site.measureKind), site.measure, due, codeTitle("listing_level", site.listingLevel), site.roadChiefPost];
  return h("li", {},
    h("button", { type: "button", class: "change", "data-focus": `registered-${code}`, click: () => void showStretch(routeNo, fromStake, toStake) },
      h("span", { class: "legend-name" }, `${routeNo} `, h("span", { class: "num" }, `${fromStake}–${toStake}`)),
      h("span", { class: rank === null ? "quiet" : "num" }, rank === null ? t("blackspotUnconfirmed") : t("blackspotRank", { rank })),
      h("span", { class: "quiet change-why" }, facts.filter((fact) => fact !== null && fact !== "").join(" · "),
        site.overdueDays !== null && site.overdueDays > 0 && h("b", { class: "overdue" }, ` ${t("registerOverdue", { days: site.overdueDays })}`))));
}
