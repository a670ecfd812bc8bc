import type { Geometry } from "geojson";
import { findByName } from "../api/endpoints";
import { h } from "../dom";
import { onLanguage, t } from "../i18n";
import type { Hit } from "../popup/hit";
import { state } from "../state";

/** A name that can be found, and where it is. */
export interface Found {
  name: string;
  kind: string;
  hit: Hit;
  geometry: Geometry;
}

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
  const look = (layer: string, features: { geometry: Geometry | null; properties: { name?: unknown } | null }[] | undefined): void => {
    const kind = state.catalog?.layerTitle(layer) ?? "";
    features?.forEach(({ geometry, properties }, index) => {
      const name = properties?.name;
      if (geometry && typeof name === "string" && name.toLocaleLowerCase().includes(wanted)) {
        found.push({ name, kind, hit: { layer, index }, geometry });
      }
    });
  };
  look("region", state.riskMap?.features);
  look("water_body", state.water?.features);
  look("chemical_project", state.projects?.features);
  return found;
}

/** The same of the layers drawn from tiles, whose names only the service knows: sites always, others when switched on. */
async function ask(words: string): Promise<Found[]> {
  const wanted = words.trim();
  const named = (id: string): boolean => (state.catalog?.isTiled(id) ?? false) && state.catalog?.find(id)?.fields.some(({ name }) => name === "name") === true;
  const layers = [...new Set([...ALWAYS_ASKED, ...state.tiles])].filter(named).slice(0, MAX_ASKED);
  if (wanted === "") return [];
  const answers = await Promise.all(layers.map(async (layer) => ({ layer, items: await findByName(layer, wanted).catch(() => null) })));
  return answers.flatMap(({ layer, items }) =>
    (items?.features ?? []).flatMap((item): Found[] =>
      item.geometry ? [{ name: String(item.properties["name"]), kind: state.catalog?.layerTitle(layer) ?? "", hit: { layer, id: Number(item.id), item }, geometry: item.geometry }] : [],
    ),
  );
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
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active >= 0) input.setAttribute("aria-activedescendant", `found-${active}`);
  };
  let pause = 0;
  const open = (): void => {
    const words = input.value;
    show(find(words));
    clearTimeout(pause);
    pause = window.setTimeout(() => {
      void ask(words).then((more) => {
        if (input.value === words && more.length > 0 && document.activeElement === input) show([...find(words), ...more]);
      });
    }, PAUSE_MS);
  };
  const show = (all: Found[]): void => {
    found = best(all, input.value);
    active = found.length > 0 ? 0 : -1;
    const options = found.map((entry, i) =>
      h("li", { id: `found-${i}`, role: "option", mousedown: (event) => { event.preventDefault(); take(entry); } },
        h("span", {}, entry.name), h("small", {}, entry.kind)));
    list.replaceChildren(...(options.length > 0 ? options : [h("li", { class: "quiet" }, t("searchNone"))]));
    list.hidden = input.value.trim() === "";
    input.setAttribute("aria-expanded", String(!list.hidden));
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
