import type { Geometry } from "geojson";
import { findByName } from "../api/endpoints";
import { h } from "../dom";
import { formatNumber } from "../format";
import { onLanguage, t } from "../i18n";
import type { Hit } from "../popup/hit";
import { state } from "../state";

/** A name that can be found, and where it is, or the county of that code where it is nowhere on the map. */
export type Found = { name: string; kind: string } & ({ hit: Hit; geometry: Geometry } | { code: string });

const MAX_FOUND = 12;
/** How long to wait for the next letter before the service is asked. */
const PAUSE_MS = 250;
const ALWAYS_ASKED = ["enterprise", "risk_point"];
const MAX_ASKED = 6;

/** Names on the page that contain the words: counties before waters before projects. */
function find(words: string): Found[] {
  const wanted = words.trim().toLocaleLowerCase();
  if (wanted === "") return [];
  const found: Found[] = [];
  type Named = { geometry: Geometry | null; properties: { name?: unknown } };
  const look = <F extends Named>(layer: string, features: F[] | undefined, hitOf = (_: F, index: number): Hit => ({ layer, index })): void => {
    const kind = state.catalog?.layerTitle(layer) ?? "";
    features?.forEach((feature, index) => {
      const { geometry, properties: { name } } = feature;
      if (geometry && typeof name === "string" && name.toLocaleLowerCase().includes(wanted)) {
        found.push({ name, kind, hit: hitOf(feature, index), geometry });
      }
    });
  };
  look("region", state.riskMap?.features, ({ properties: { code } }) => ({ layer: "region", code }));
  for (const { name, code } of state.riskMap?.manifest?.notDrawn ?? []) {
    if (name.toLocaleLowerCase().includes(wanted)) found.push({ name, kind: t("riskNotDrawn"), code });
  }
  look("water_body", state.water?.features);
  look("chemical_project", state.projects?.features);
  return found;
}

/** What the service found, and whether that is all it was asked for. */
interface Answer {
  found: Found[];
  /** Names that match and were not sent. */
  left: number;
  failed: boolean;
}

/** Parts of the page without which names are missing from it. */
const PARTS = ["catalog", "riskMap", "water", "projects"] as const;

const isMissing = (): boolean => ["status", ...PARTS].some((part) => state.failed.has(part));
const isComing = (): boolean => !isMissing() && PARTS.some((part) => !state[part]);

/** The same of the layers drawn from tiles, whose names only the service knows: sites always, others when switched on. */
async function ask(words: string): Promise<Answer> {
  const wanted = words.trim();
  const named = (id: string): boolean => (state.catalog?.isTiled(id) ?? false) && state.catalog?.find(id)?.fields.some(({ name }) => name === "name") === true;
  const layers = [...new Set([...ALWAYS_ASKED, ...state.tiles])].filter(named).slice(0, MAX_ASKED);
  const answers = await Promise.all(layers.map(async (layer) => ({ layer, items: await findByName(layer, wanted).catch(() => null) })));
  const found = answers.flatMap(({ layer, items }) =>
    (items?.features ?? []).flatMap((item): Found[] =>
      item.geometry ? [{ name: String(item.properties["name"]), kind: state.catalog?.layerTitle(layer) ?? "", hit: { layer, id: Number(item.id), item }, geometry: item.geometry }] : [],
    ),
  );
  const left = answers.reduce((sum, { items }) => sum + (items ? items.numberMatched - items.features.length : 0), 0);
  return { found, left, failed: answers.some(({ items }) => items === null) || isMissing() };
}

/** Those that begin with the words first. */
function best(found: Found[], words: string): Found[] {
  const wanted = words.trim().toLocaleLowerCase();
  const begins = (entry: Found): number => (entry.name.toLocaleLowerCase().startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, MAX_FOUND);
}

/** The search box of the header: a combobox after the ARIA pattern. */
export function searchBox(choose: (found: Found) => void): HTMLElement {
  const list = h("ul", { class: "search-list", id: "search-list", role: "listbox", hidden: true });
  const input = h("input", {
    type: "search", class: "search-input", role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-expanded": "false", "aria-controls": "search-list", "data-testid": "search",
  });
  let found: Found[] = [];
  let active = -1;

  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (entry: Found): void => {
    input.value = entry.name;
    close();
    choose(entry);
  };
  const mark = (): void => {
    [...list.querySelectorAll("[role=option]")].forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active >= 0) input.setAttribute("aria-activedescendant", `found-${active}`);
  };
  let pause = 0;
  const open = (): void => {
    const words = input.value;
    clearTimeout(pause);
    if (words.trim() === "") return close();
    show(find(words), t("searchAsking"));
    pause = window.setTimeout(() => {
      void ask(words).then(({ found: more, left, failed }) => {
        if (input.value !== words || document.activeElement !== input) return;
        const all = [...find(words), ...more];
        const total = all.length + left;
        const cut = total > MAX_FOUND || left > 0 ? t("searchListed", { shown: Math.min(all.length, MAX_FOUND), total: formatNumber(total) }) : null;
        show(all, failed ? t("searchFault") : isComing() ? t("searchAsking") : all.length === 0 ? t("searchNone") : cut);
      });
    }, PAUSE_MS);
  };
  /** No name matches only where all have answered: until then, and where one could not, the note says so. */
  const show = (all: Found[], note: string | null): void => {
    found = best(all, input.value);
    active = found.length > 0 ? 0 : -1;
    const options = found.map((entry, i) =>
      h("li", { id: `found-${i}`, role: "option", mousedown: (event) => { event.preventDefault(); take(entry); } },
        h("span", {}, entry.name), h("small", {}, entry.kind)));
    list.replaceChildren(...options, ...(note === null ? [] : [h("li", { class: "quiet", "data-testid": "search-note" }, note)]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark();
  };
  input.addEventListener("input", open);
  input.addEventListener("focus", () => { if (input.value) open(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    const chosen = found[active];
    if (list.hidden || !chosen) return;
    if (event.key === "ArrowDown") active = (active + 1) % found.length;
    else if (event.key === "ArrowUp") active = (active - 1 + found.length) % found.length;
    else if (event.key === "Enter") return take(chosen);
    else return;
    event.preventDefault();
    mark();
  });
  const label = (): void => {
    input.placeholder = t("searchPlaceholder");
    input.setAttribute("aria-label", t("searchPlaceholder"));
    list.setAttribute("aria-label", t("searchPlaceholder"));
  };
  label();
  onLanguage(label);
  return h("div", { class: "search" }, input, list);
}
