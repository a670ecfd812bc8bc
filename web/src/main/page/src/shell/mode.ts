import { h } from "../dom";
import { t } from "../i18n";
import { change, onPlan, plan } from "../planner/plan";
import { changeRisk, onRisk, risk } from "../risk/store";
import { subscribe } from "../state";

const MODES = ["risk", "checks", "planner"] as const;
export type Mode = (typeof MODES)[number];

const current = (): Mode => (plan.open ? "planner" : risk.open ? "risk" : "checks");

/** Shows one of the three panels that share the right-hand side. */
export function setMode(mode: Mode): void {
  if (risk.open !== (mode === "risk")) changeRisk({ open: mode === "risk" });
  if (plan.open !== (mode === "planner")) change({ open: mode === "planner" });
}

/** Keeps only one of them open, and the page told which. A finding that is chosen brings its list. */
export function mountModes(): void {
  const show = (): void => {
    document.body.dataset.mode = current();
  };
  onPlan((changed) => {
    if (!changed.has("open")) return;
    if (plan.open && risk.open) changeRisk({ open: false });
    show();
  });
  onRisk((changed) => {
    if (!changed.has("open")) return;
    if (risk.open && plan.open) change({ open: false });
    show();
  });
  subscribe((now, changed) => {
    if (changed.has("finding") && now.finding) setMode("checks");
  });
}

/** Between the county grades, the list of findings and the planner. */
export function modeSwitch(now: Mode): HTMLElement {
  const choice = (name: Mode): HTMLElement =>
    h("button", {
      type: "button", class: "segment", "aria-pressed": String(now === name), "data-testid": `mode-${name}`, "data-focus": `mode-${name}`,
      click: () => setMode(name),
    }, t(name));
  return h("div", { class: "segments mode-switch", role: "group" }, ...MODES.map(choice));
}
