import { h, keepFocus } from "../dom";
import { formatNumber } from "../format";
import { onLanguage, pick, t } from "../i18n";
import { state, subscribe, toggleCode } from "../state";
import { allSwitches, type Switch } from "./layers";
import { legendButton } from "./entry";

/** The layer whose values have a group of their own at the top of the panel. */
const SHOWN_ABOVE = "risk_point";

/** Every layer of the catalogue, by its groups, with a box that narrows the list to names that contain its words. */
export function layerList(): HTMLElement {
  const title = h("h2", {});
  const list = h("div", { class: "layer-list", "data-testid": "layer-list" });
  const box = h("input", { type: "search", class: "filter layer-filter", "data-testid": "layer-filter", autocomplete: "off", input: () => render() });
  const opened = new Map<string, boolean>();
  let onPaper = false;

  const render = (): void => {
    title.textContent = t("layers");
    box.placeholder = t("searchLayers");
    box.setAttribute("aria-label", t("searchLayers"));
    keepFocus(list, () => list.replaceChildren(...(onPaper ? drawn() : groups(box.value.trim().toLocaleLowerCase(), opened))));
  };
  const print = (isPrinting: boolean): void => {
    onPaper = isPrinting;
    render();
  };
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
  subscribe((_, changed) => {
    if (!changed.has("finding") && !changed.has("findingFilter")) render();
  });
  onLanguage(render);
  render();
  return h("section", { class: "legend-group layer-group" }, title, box, list);
}

/** What is on the map, whatever the box and the folders hide: paper has to say all that is drawn on it. */
const drawn = (): HTMLElement[] => [h("ul", {}, ...allSwitches().filter(({ shown, toggle }) => shown && toggle).map((entry) => h("li", {}, row(entry), values(entry))))];

function groups(words: string, opened: Map<string, boolean>): HTMLElement[] {
  const matches = (entry: Switch): boolean => `${entry.name} ${entry.words}`.toLocaleLowerCase().includes(words);
  const entries = allSwitches().filter(matches);
  if (entries.length === 0) return [h("p", { class: "quiet" }, t("noLayerFound"))];
  return (state.catalog?.groups() ?? [{ id: "", title: null }]).flatMap(({ id, title }): HTMLElement[] => {
    const members = entries.filter((entry) => entry.group === id);
    if (members.length === 0) return [];
    const on = members.filter((entry) => entry.shown).length;
    const rows = h("ul", {}, ...members.map((entry) => h("li", {}, row(entry), values(entry))));
    if (entries.every((entry) => entry.group === id) && words === "") return [rows];
    const summary = h("summary", { "data-focus": `group-${id}` }, h("span", {}, title ? pick(title) : t("otherLayers")), h("small", { class: "num quiet" }, `${on} / ${members.length}`));
    const details = h("details", { class: "layer-folder", "data-testid": `group-${id}` }, summary, rows);
    details.open = words !== "" || (opened.get(id) ?? on > 0);
    details.addEventListener("toggle", () => {
      if (words === "") opened.set(id, details.open);
    });
    return [details];
  });
}

/** The layers of accidents and hazards, of which people may think that they are of the day in the header. */
const LEDGERS = "hazard_ledger";

function row({ id, name, group, mark, color, count, drawn, awaiting, shown, toggle }: Switch): HTMLElement {
  const sign = h("i", { class: `mark mark-${mark}`, "aria-hidden": "true" });
  if (color) sign.style.setProperty("--mark", color);
  const number = count !== null && h("span", { class: "num quiet", "data-testid": `layer-count-${id}` }, (count === 0 ? t("emptyLayer") : drawn !== null ? t("drawnOf", { drawn: formatNumber(drawn), total: formatNumber(count) }) : formatNumber(count)) + (awaiting > 0 ? t("awaitingCorrection", { count: formatNumber(awaiting) }) : ""));
  if (!toggle) {
    return h("div", { class: "layer layer-placeless", title: t("noPlaces"), "data-testid": `layer-${id}` }, h("i", { class: "mark mark-none" }), sign, h("span", { class: "legend-name" }, name), number);
  }
  const box = h("input", { type: "checkbox", "data-focus": `layer-${id}`, "data-testid": `layer-${id}`, change: toggle });
  box.checked = shown;
  return h("label", { class: "layer" }, box, sign, h("span", { class: "legend-name" }, name, group === LEDGERS && h("small", { class: "quiet" }, ` ${t("notDated")}`)), number);
}

/** What the colours of a layer say that is switched on, with numbers; each can be hidden. */
function values({ id, shown }: Switch): HTMLElement | null {
  const colouring = shown && id !== SHOWN_ABOVE && state.catalog?.isTiled(id) ? state.catalog.colouring(id) : null;
  if (!colouring) return null;
  const counts = state.counts[id];
  const rows = colouring.codes
    .filter(({ value }) => !counts || (counts.counts[value] ?? 0) > 0)
    .map(({ value, title, color, sign }) => {
      const mark = h("i", { class: sign === undefined ? "dot" : `dot dot-lettered dot-sign-${sign}`, "aria-hidden": "true" }, sign);
      mark.style.background = color;
      const hidden = state.hiddenCodes[id]?.has(value) ?? false;
      return h("li", {}, legendButton({
        testId: `legend-${id}-${value}`, mark, name: pick(title) || value, count: counts ? (counts.counts[value] ?? 0) : null, hidden, toggle: () => toggleCode(id, value),
      }));
    });
  const missing = counts && counts.missing > 0 && h("li", { class: "quiet" }, `${t("noValue")} ${formatNumber(counts.missing)}`);
  return h("ul", { class: "layer-values" }, ...rows, missing);
}
