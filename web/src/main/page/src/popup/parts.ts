import { h } from "../dom";
import { t } from "../i18n";

/** A label and what stands against it. */
export type Fact = [label: string, value: string | Node];

/** Two columns: labels and values. */
export function facts(rows: readonly Fact[]): HTMLElement {
  return h("dl", { class: "facts" }, ...rows.flatMap(([label, value]) => [h("dt", {}, label), h("dd", { class: "num" }, value)]));
}

/** The mark on everything invented. */
export const demoTag = (): HTMLElement => h("span", { class: "demo-tag", title: t("demoBadgeHint") }, t("demoShort"));
