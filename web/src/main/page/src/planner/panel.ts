import { byId, h, keepFocus } from "../dom";
import { onLanguage, t } from "../i18n";
import { subscribe } from "../state";
import { aroundView } from "./around";
import { formView } from "./form";
import { change, onPlan, plan, type Plan } from "./plan";
import { areaView, resultsView } from "./results";

const FORM: (keyof Plan)[] = ["kinds", "kind", "projectType", "approvalDate", "county", "producer", "tool", "open"];

/** The planner's panel, in the place of the list of findings. */
export function mountPlanner(): void {
  const root = byId("planner");
  const form = h("div", {});
  const below = h("div", {});
  root.append(h("div", { class: "overview" }, modeSwitch("planner"), form, below));
  const renderForm = (): void => {
    root.setAttribute("aria-label", t("planner"));
    keepFocus(form, () => form.replaceChildren(plan.around ? "" : formView()));
  };
  const renderBelow = (): void => {
    keepFocus(below, () => below.replaceChildren(...(plan.around ? [aroundView()] : [siteAround(), resultsView(), areaView()])));
  };
  onPlan((changed) => {
    if (changed.has("open")) document.body.dataset.mode = plan.open ? "planner" : "checks";
    if (changed.has("around") || FORM.some((key) => changed.has(key)) || (changed.has("shape") && !plan.around)) renderForm();
    renderBelow();
  });
  subscribe((now, changed) => {
    if (changed.has("finding") && now.finding && plan.open) change({ open: false });
    if (changed.has("catalog")) renderForm();
  });
  onLanguage(() => {
    root.querySelector(".mode-switch")?.replaceWith(modeSwitch("planner"));
    renderForm();
    renderBelow();
  });
  renderForm();
  renderBelow();
}

function siteAround(): HTMLElement {
  return h("p", { class: "plan-links", hidden: plan.shape === null },
    h("button", { type: "button", class: "ghost", "data-focus": "site-around", "data-testid": "plan-site-around", click: () => change({ around: "site", surroundings: null, aroundError: null }) }, t("planAroundSite")));
}

/** Between the list of findings and the planner. */
export function modeSwitch(now: "checks" | "planner"): HTMLElement {
  const mode = (name: "checks" | "planner"): HTMLElement =>
    h("button", {
      type: "button", class: "segment", "aria-pressed": String(now === name), "data-testid": `mode-${name}`, "data-focus": `mode-${name}`,
      click: () => change({ open: name === "planner" }),
    }, t(name));
  return h("div", { class: "segments mode-switch", role: "group" }, mode("checks"), mode("planner"));
}

/** Opens the panel on what stands round a stored feature. */
export function showSurroundings(layer: string, code: string): void {
  change({ open: true, around: { layer, code }, surroundings: null, aroundError: null });
}
