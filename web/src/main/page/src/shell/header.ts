import { byId, h, svg } from "../dom";
import { language, onLanguage, setLanguage, t } from "../i18n";
import { riskDay } from "../risk/month";
import { state, subscribe, update } from "../state";

/** The bar on top: name, search, day of the facts, data version, the mark of invented data, and the language. */
export function mountHeader(search: HTMLElement): void {
  const root = byId("top");
  const title = h("div", { class: "brand-text" });
  const facts = h("div", { class: "top-facts" });
  const badge = h("span", { class: "demo-badge", "data-testid": "demo-badge", hidden: true });
  const switcher = h("button", {
    type: "button", class: "ghost", "data-testid": "lang-switch",
    click: () => setLanguage(language() === "zh" ? "en" : "zh"),
  });
  const day = h("input", {
    type: "text", class: "day num", inputmode: "numeric", maxlength: 10, placeholder: "YYYY-MM-DD", "data-testid": "as-of",
    change: () => {
      if (isDay(day.value)) update({ asOf: day.value, riskAsOf: day.value });
      else day.value = state.asOf;
    },
  });
  const dayLabel = h("span", {});
  // The ledgers may end long before today: the colours then are of another day than the checks.
  const grades = h("span", { class: "num grades-day", "data-testid": "grades-as-of" });
  const version = h("span", { class: "num", "data-testid": "data-version" });
  facts.append(h("label", { class: "day-label" }, dayLabel, day), grades, version);
  root.append(h("div", { class: "brand" }, logo(), title), badge, search, facts, switcher);

  const render = (): void => {
    document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
    document.title = `${t("productName")} · ${t("pageTitle")}`;
    title.replaceChildren(h("h1", {}, h("b", {}, t("productName")), h("span", {}, t("pageTitle"))));
    badge.hidden = state.status?.demo !== true;
    badge.textContent = t("demoBadge");
    badge.title = t("demoBadgeHint");
    dayLabel.textContent = t("checksAsOf");
    grades.textContent = riskDay() === "" ? "" : t("gradesAsOf", { day: riskDay() });
    if (day.value !== state.asOf) day.value = state.asOf;
    version.textContent = state.status ? t("dataVersion", { version: state.status.dataVersion }) : "";
    version.title = state.status ? `${state.status.product} ${state.status.version} · ${state.status.scope.name}` : "";
    switcher.textContent = t("switchLanguage");
    switcher.setAttribute("aria-label", t("switchLanguageHint"));
    switcher.lang = language() === "zh" ? "en" : "zh-CN";
    byId("map-note").textContent = [t("internalUse"), state.layers.basemap ? state.status?.basemap?.attribution : null].filter(Boolean).join(" · ");
  };
  subscribe((_, changed) => {
    if (changed.has("status") || changed.has("asOf") || changed.has("riskMap") || changed.has("layers")) render();
  });
  onLanguage(render);
  render();
}

/** A native date field would show the day in the browser's language; the data's days are written ISO. */
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const logo = (): SVGElement =>
  svg("svg", { viewBox: "0 0 32 32", width: 30, height: 30, "aria-hidden": "true" },
    svg("rect", { width: 32, height: 32, rx: 7, fill: "#0f5565" }),
    svg("path", { d: "M4 14c3-3 5-3 8 0s5 3 8 0 5-3 8 0", fill: "none", stroke: "#fff", "stroke-width": 2.6, "stroke-linecap": "round" }),
    svg("path", { d: "M4 21c3-3 5-3 8 0s5 3 8 0 5-3 8 0", fill: "none", stroke: "#8fd0d6", "stroke-width": 2.6, "stroke-linecap": "round" }));
