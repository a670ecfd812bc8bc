import { h, type Child } from "../dom";
import { pick, t } from "../i18n";
import type { MessageKey } from "../i18n/messages";
import { state } from "../state";
import { attributesView } from "./attributes";
import { parseEntered, SYSTEMS } from "./entered";
import { change, plan, type Tool } from "./plan";

const PROJECT_TYPES = ["new", "expansion", "rebuild", "existing"] as const;

/** What the site is: sector, kind, type of project, dates; and the tools to draw it. */
export function formView(): HTMLElement {
  return h("div", { class: "plan-form" }, sectorField(), kindField(), typeField(), approvalField(), producerField(), countyField(), attributesView(), tools(), hint());
}

const labelled = (label: string, control: HTMLElement): HTMLElement => h("label", { class: "plan-field" }, h("span", {}, label), control);

function choice(key: string, options: [value: string, title: string][], value: string, choose: (value: string) => void): HTMLSelectElement {
  const select = h("select", { "data-focus": key, "data-testid": key, change: () => choose(select.value) },
    ...options.map(([option, title]) => h("option", { value: option, selected: option === value }, title)));
  return select;
}

function sectorField(): HTMLElement {
  const sectors = [...new Set(plan.kinds.map((kind) => kind.sector))];
  const options = sectors.map((sector): [string, string] => [sector, state.catalog?.fieldCodeTitle("enterprise", "sector", sector) ?? sector]);
  return labelled(t("planSector"), choice("plan-sector", options, plan.kind?.sector ?? "", (sector) =>
    change({ kind: plan.kinds.find((kind) => kind.sector === sector) ?? null, attributes: {} })));
}

function kindField(): HTMLElement {
  const options = plan.kinds.filter((kind) => kind.sector === plan.kind?.sector).map((kind): [string, string] => [kind.id, pick(kind.title)]);
  return labelled(t("planKind"), choice("plan-kind", options, plan.kind?.id ?? "", (id) =>
    change({ kind: plan.kinds.find((kind) => kind.id === id) ?? null, attributes: {} })));
}

function typeField(): HTMLElement {
  const options = PROJECT_TYPES.map((type): [string, string] => [type, t(`planType_${type}` satisfies MessageKey)]);
  return labelled(t("planProjectType"), choice("plan-type", options, plan.projectType, (projectType) => change({ projectType })));
}

function approvalField(): HTMLElement {
  return labelled(t("planApproval"), written("plan-approval", plan.approvalDate, "YYYY-MM-DD", (approvalDate) => change({ approvalDate })));
}

function countyField(): HTMLElement {
  return labelled(t("planCounty"), written("plan-county", plan.county, "", (county) => change({ county })));
}

function written(key: string, value: string, placeholder: string, choose: (value: string) => void): HTMLInputElement {
  const input = h("input", { type: "text", placeholder, "data-focus": key, "data-testid": key, change: () => choose(input.value.trim()) });
  input.value = value;
  return input;
}

/** Only chemical projects are told apart by it. */
function producerField(): HTMLElement | null {
  if (!plan.kind?.layers.includes("chemical_project")) return null;
  const options: [string, string][] = [["", t("planUnsaid")], ["true", t("yes")], ["false", t("no")]];
  return labelled(t("planProducer"), choice("plan-producer", options, plan.producer === null ? "" : String(plan.producer), (value) =>
    change({ producer: value === "" ? null : value === "true" })));
}

function tools(): HTMLElement {
  const tool = (key: MessageKey, name: Tool): HTMLElement =>
    h("button", {
      type: "button", class: "segment", "aria-pressed": String(plan.tool === name), "data-focus": key, "data-testid": `plan-tool-${name}`,
      click: () => change({ tool: plan.tool === name ? null : name, corners: [] }),
    }, t(key));
  return h("div", { class: "segments" }, tool("planDrawPoint", "point"), tool("planDrawPolygon", "polygon"), tool("planEnter", "enter"),
    h("button", {
      type: "button", class: "segment", "data-focus": "planClear", "data-testid": "plan-clear",
      click: () => change({ shape: null, placed: null, corners: [], tool: null, around: plan.around === "site" ? null : plan.around }),
    }, t("planClear")));
}

function hint(): Child {
  if (plan.tool === "enter") return entry();
  const key: MessageKey | null = plan.tool === "point" ? "planHintPoint" : plan.tool === "polygon" ? "planHintPolygon" : plan.shape ? null : "planHintNone";
  return key && h("p", { class: "quiet" }, t(key));
}

function entry(): HTMLElement {
  const text = h("textarea", { rows: 4, class: "num", "data-focus": "plan-text", "data-testid": "plan-text", "aria-label": t("planEnter") });
  const fault = h("p", { class: "plan-fault", role: "alert" });
  const system = choice("plan-crs", SYSTEMS, plan.system, (system) => change({ system }));
  const use = (): void => {
    try {
      change({ shape: parseEntered(text.value), crs: system.value, placed: null, crsConfirmed: false, corners: [], tool: null });
    } catch (error) {
      fault.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  return h("div", { class: "plan-entry" }, h("p", { class: "quiet" }, t("planHintEnter")), text, labelled(t("planCrs"), system), fault,
    h("button", { type: "button", class: "ghost", "data-testid": "plan-use", click: use }, t("planUse")));
}
