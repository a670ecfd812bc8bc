import type { CatalogField } from "../api/types";
import { h } from "../dom";
import { pick, t } from "../i18n";
import { state } from "../state";
import { change, plan } from "./plan";

/** Asked for elsewhere in the form. */
const ELSEWHERE = new Set(["project_type", "hazardous_producer"]);
const TYPES = new Set(["boolean", "code", "integer", "number"]);

/** What else the catalogue knows of such a site: rules that need it say so, and are judged once it is given. */
export function attributesView(): HTMLElement | null {
  const fields = fieldsOfKind();
  if (fields.length === 0) return null;
  return h("details", { class: "plan-attributes", "data-testid": "plan-attributes" }, h("summary", {}, t("planAttributes")),
    h("div", { class: "plan-form" }, ...fields.map((field) => h("label", { class: "plan-field" }, h("span", {}, title(field)), control(field)))));
}

const title = (field: CatalogField): string => `${field.title ? pick(field.title) : field.name}${field.unit ? ` (${field.unit})` : ""}`;

function fieldsOfKind(): CatalogField[] {
  const byName = new Map<string, CatalogField>();
  for (const layer of plan.kind?.layers ?? []) {
    for (const field of state.catalog?.find(layer)?.fields ?? []) {
      if (TYPES.has(field.type) && !ELSEWHERE.has(field.name) && !byName.has(field.name)) byName.set(field.name, field);
    }
  }
  return [...byName.values()];
}

function control(field: CatalogField): HTMLElement {
  const given = plan.attributes[field.name];
  const choices = field.type === "boolean"
    ? [{ value: "true", title: t("yes") }, { value: "false", title: t("no") }]
    : (state.catalog?.codesOf(field) ?? []).map((code) => ({ value: code.value, title: pick(code.title) }));
  if (choices.length > 0) {
    const select = h("select", { "data-focus": `attribute-${field.name}`, change: () => give(field, select.value) },
      ...[{ value: "", title: t("planUnsaid") }, ...choices].map(({ value, title: words }) => h("option", { value, selected: value === String(given ?? "") }, words)));
    return select;
  }
  const input = h("input", { type: "number", step: "any", "data-focus": `attribute-${field.name}`, change: () => give(field, input.value) });
  input.value = given === undefined ? "" : String(given);
  return input;
}

/** An empty value takes back what was said. */
function give(field: CatalogField, text: string): void {
  const { [field.name]: _, ...rest } = plan.attributes;
  const value = field.type === "boolean" ? text === "true" : field.type === "code" ? text : Number(text);
  change({ attributes: text === "" ? rest : { ...rest, [field.name]: value } });
}
