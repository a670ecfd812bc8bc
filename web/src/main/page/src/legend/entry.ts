import { h } from "../dom";
import { formatNumber } from "../format";
import { t } from "../i18n";

/** A colour of the legend: what it means, how many there are, and whether it is hidden. */
export interface Entry {
  testId: string;
  mark: HTMLElement;
  name: string;
  count: number | null;
  hidden: boolean;
  toggle: () => void;
}

export function legendButton({ testId, mark, name, count, hidden, toggle }: Entry): HTMLElement {
  return h(
    "button",
    {
      type: "button", class: "legend-entry", "aria-pressed": String(!hidden), title: t("toggleHint", { name }),
      "data-focus": testId, "data-testid": `${testId}-toggle`, click: toggle,
    },
    mark,
    h("span", { class: "legend-name" }, name),
    h("b", { class: "num", "data-testid": testId }, count === null ? "…" : formatNumber(count)),
  );
}
