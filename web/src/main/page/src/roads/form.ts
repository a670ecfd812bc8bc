import { h } from "../dom";
import { pick, t } from "../i18n";
import { changeRoads, putEnd, roads, type End } from "./store";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Where from, where to, and at what hour. */
export function routeForm(): HTMLElement {
  return h("div", { class: "plan-form" }, endField("from"), endField("to"), hourField(), cargoField(), buttons(), hint());
}

function endField(end: End): HTMLElement {
  const at = roads[end];
  const input = h("input", {
    type: "text", class: "num", placeholder: t("routeEndHint"), "data-focus": `route-${end}`, "data-testid": `route-${end}`,
    change: () => {
      const numbers = input.value.split(/[,，\s]+/).filter(Boolean).map(Number);
      const [lon = NaN, lat = NaN] = numbers;
      if (numbers.length === 2 && Number.isFinite(lon) && Number.isFinite(lat)) putEnd(end, [lon, lat]);
      else input.setCustomValidity(t("routeEndHint"));
      input.reportValidity();
    },
    input: () => input.setCustomValidity(""),
  });
  input.value = at ? at.slice(0, 2).map((degrees) => degrees.toFixed(5)).join(", ") : "";
  return h("label", { class: "plan-field" }, h("span", {}, t(`routeEnd_${end}`)), input);
}

function hourField(): HTMLElement {
  const select = h("select", { "data-focus": "route-hour", "data-testid": "route-hour", change: () => changeRoads({ hour: Number(select.value) }) },
    ...HOURS.map((hour) => h("option", { value: String(hour), selected: hour === roads.hour }, `${String(hour).padStart(2, "0")}:00`)));
  return h("label", { class: "plan-field" }, h("span", {}, t("routeHour")), select);
}

/** What can be carried has come: the choice is put in, and what is being typed beside it stays. */
export function renewCargo(root: HTMLElement): void {
  root.querySelector("[data-testid=route-cargo]")?.closest("label")?.replaceWith(cargoField());
}

function cargoField(): HTMLElement {
  const cargoes = roads.model?.cargoes ?? [];
  const select = h("select", { "data-focus": "route-cargo", "data-testid": "route-cargo", change: () => changeRoads({ cargo: select.value }) },
    ...cargoes.map(({ id, title }) => h("option", { value: id, selected: id === roads.cargo }, pick(title))));
  return h("label", { class: "plan-field" }, h("span", {}, t("routeCargo")), select);
}

function buttons(): HTMLElement {
  const picker = (end: End): HTMLElement =>
    h("button", {
      type: "button", class: "segment", "aria-pressed": String(roads.picking === end), "data-focus": `pick-${end}`, "data-testid": `route-pick-${end}`,
      click: () => changeRoads({ picking: roads.picking === end ? null : end }),
    }, t(`routePick_${end}`));
  const other = (key: "routeSwap" | "routeClear", does: () => void): HTMLElement =>
    h("button", { type: "button", class: "segment", "data-focus": key, "data-testid": key, click: does }, t(key));
  return h("div", { class: "segments" }, picker("from"), picker("to"),
    other("routeSwap", () => changeRoads({ from: roads.to, to: roads.from })),
    other("routeClear", () => changeRoads({ from: null, to: null, picking: "from" })));
}

const hint = (): HTMLElement | null => (roads.picking === null ? null : h("p", { class: "quiet" }, t(`routeHint_${roads.picking}`)));
