import { h, type Child } from "../dom";
import { formatMetres, formatNumber } from "../format";
import { language, pick, t } from "../i18n";
import type { MessageKey } from "../i18n/messages";
import { demoTag, facts } from "../popup/parts";
import { faultNote } from "../risk/fault";
import { state } from "../state";
import { routeAddress } from "./ask";
import { BAN_COLOR, HAZARD_COLOR, routeColor } from "./colors";
import { heightLine } from "./heights";
import { changeRoads, roads } from "./store";
import type { Avoided, Route, RouteAnswer, RouteEnd, RouteHazard, RouteSegment } from "./types";

/** The ways found, the chosen one in full, and why it is not the straight one. */
export function routesView(): HTMLElement {
  const { answer, error, busy } = roads;
  return h("section", { class: "routes", "aria-live": "polite", "data-testid": "routes", "data-busy": String(busy) },
    error !== null && faultNote(error),
    busy && h("p", { class: "quiet" }, t("routeAsking")),
    answer && answerView(answer));
}

function answerView(answer: RouteAnswer): HTMLElement {
  const chosen = answer.routes.find(({ id }) => id === roads.chosen);
  return h("div", {},
    far(answer.from, "from"), far(answer.to, "to"),
    h("ul", { class: "route-cards", "data-testid": "route-cards" }, ...answer.routes.map((route, i) => h("li", {}, card(route, i)))),
    chosen && full(chosen),
    answer.avoided.length > 0 && avoidedList(answer.avoided),
    answer.notes.length > 0 && section(t("riskNotes"), h("ul", { class: "reasons" }, ...answer.notes.map((note) => h("li", {}, pick(note))))),
    provenance(answer));
}

const FAR_M = 200;

/** Said where the road is not at hand. */
function far({ distanceM, road }: RouteEnd, end: "from" | "to"): HTMLElement | null {
  return distanceM < FAR_M ? null : h("p", { class: "plan-warning" }, t("routeFar", { end: t(`routeEnd_${end}`), distance: formatMetres(distanceM), road: road ?? "" }));
}

const isLabel = (label: string): label is "fastest" | "safest" | "balanced" => ["fastest", "safest", "balanced"].includes(label);

const title = (route: Route): string =>
  route.labels.filter(isLabel).map((label) => t(`route_${label}` satisfies MessageKey)).join(" · ") || t("routeAlternative");

function card(route: Route, index: number): HTMLElement {
  const figure = (label: string, value: string): HTMLElement => h("span", { class: "figure" }, h("small", {}, label), h("b", { class: "num" }, value));
  const mark = h("i", { class: "route-mark", "aria-hidden": "true" });
  mark.style.background = routeColor(route, index);
  return h("button", {
    type: "button", class: "route-card", "aria-pressed": String(route.id === roads.chosen), "data-focus": `route-card-${route.id}`, "data-testid": "route-card", "data-route": route.id,
    click: () => changeRoads({ chosen: route.id }),
  },
    h("span", { class: "finding-head" }, mark, h("span", { class: "finding-name" }, title(route)), h("span", { class: "quiet" }, t("routeHazardCount", { count: route.hazardsTotal ?? route.hazards.length }))),
    h("span", { class: "figures" },
      figure(t("routeTime"), duration(route.timeS)), figure(t("routeLength"), km(route.lengthM)), figure(t("routeRisk"), riskText(route.risk))));
}

function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

const km = (metres: number): string => `${formatNumber(metres / 1000, 1)} km`;

/** Three figures; what is smaller than a ten-thousandth keeps its size. */
const riskText = (risk: number | null): string =>
  risk === null ? "–" : risk !== 0 && Math.abs(risk) < 1e-4 ? risk.toExponential(1) : formatNumber(Number(risk.toPrecision(3)), 4);

function full(route: Route): HTMLElement {
  return h("div", { class: "route-full", "data-testid": "route-full" },
    route.riskUnit !== null && h("p", { class: "quiet" }, `${t("routeRisk")}: ${pick(route.riskUnit)}`),
    route.profile && route.profile.length > 1 && section(t("routeHeights"), heightLine(route.profile), climbs(route)),
    section(`${t("routeHazards")} (${listed(route)})`,
      route.hazards.length === 0 ? h("p", { class: "quiet" }, t("routeNoHazard")) : h("ul", { class: "route-hazards", "data-testid": "route-hazards" }, ...route.hazards.map(hazard))),
    h("details", {}, h("summary", {}, `${t("routeSegments")} (${route.segments.length})`), segments(route.segments)));
}

/** How many are listed, of how many. */
const listed = ({ hazards, hazardsTotal }: Route): string =>
  hazardsTotal === undefined || hazardsTotal === hazards.length ? String(hazards.length) : `${hazards.length} / ${hazardsTotal}`;

const section = (heading: string, ...children: Child[]): HTMLElement => h("section", {}, h("h3", {}, heading), ...children);

const climbs = ({ ascentM, descentM }: Route): HTMLElement | null =>
  ascentM === null || descentM === null ? null : h("p", { class: "quiet num" }, `↑ ${formatNumber(ascentM, 0)} m   ↓ ${formatNumber(descentM, 0)} m`);

function hazard({ fromM, toM, text, risk }: RouteHazard): HTMLElement {
  const place = toM - fromM < 50 ? km(fromM) : `${formatNumber(fromM / 1000, 1)}–${km(toM)}`;
  return h("li", {}, h("span", { class: "num quiet" }, place),
    h("span", {}, pick(text)),
    h("span", { class: "num" }, risk === null ? "" : riskText(risk)));
}

function segments(all: readonly RouteSegment[]): HTMLElement {
  return h("table", { class: "plan-themes" },
    h("thead", {}, h("tr", {}, ...(["routeRoad", "routeLength", "routeTime", "routeRisk"] as const).map((key) => h("th", {}, t(key))))),
    h("tbody", {}, ...all.map(({ routeNo, roadClass, fromStake, toStake, lengthM, timeS, risk }) =>
      h("tr", {}, h("th", {}, routeNo || classTitle(roadClass), fromStake && toStake && h("small", { class: "quiet num" }, ` ${fromStake}–${toStake}`)),
        h("td", { class: "num" }, km(lengthM)), h("td", { class: "num" }, duration(timeS)), h("td", { class: "num" }, riskText(risk))))));
}

const classTitle = (roadClass: string | null): string =>
  roadClass === null ? "–" : (state.catalog?.fieldCodeTitle("road", "road_class", roadClass) ?? roadClass);

function avoidedList(all: readonly Avoided[]): HTMLElement {
  return section(t("routeAvoided"),
    h("ul", { class: "reasons", "data-testid": "route-avoided" }, ...all.map(({ routeNo, name, fromStake, toStake, why, ban }) => {
      const cross = h("b", { "aria-hidden": "true" }, "✕ ");
      cross.style.color = ban ? BAN_COLOR : HAZARD_COLOR;
      return h("li", {}, cross, h("b", {}, routeNo || name || "", fromStake && toStake ? ` ${fromStake}–${toStake}` : ""), " ", pick(why));
    })));
}

function provenance({ manifest }: RouteAnswer): HTMLElement {
  const sheet = routeAddress({ f: "html", lang: language() });
  const file = routeAddress({ f: "geojson" });
  return h("section", {}, h("h3", {}, t("evidence"), manifest.isDemo && demoTag()),
    facts([
      [t("riskModel"), `${pick(manifest.model)} · ${t("ruleVersion", { version: manifest.modelVersion })}`],
      [t("riskDataVersion"), manifest.dataVersion === null ? "–" : String(manifest.dataVersion)],
    ]),
    h("p", { class: "quiet" }, pick(manifest.modelSource)),
    h("p", { class: "plan-links" },
      sheet && h("a", { class: "link", href: sheet, target: "_blank", rel: "noopener", "data-testid": "route-sheet" }, t("planPrintable")), " ",
      file && h("a", { class: "link", href: file, download: "route.geojson" }, t("planLayer"))));
}
