import { byId, h, keepFocus } from "../dom";
import { onLanguage, t } from "../i18n";
import { modeSwitch } from "../shell/mode";
import { subscribe, update } from "../state";
import { aroundView } from "./around";
import { formView } from "./form";
import { change, onPlan, plan, type Plan } from "./plan";
import { areaView, resultsView } from "./results";

const FORM: (keyof Plan)[] = ["kinds", "kind", "projectType", "approvalDate", "county", "producer", "tool"];

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
    if (changed.has("around") || FORM.some((key) => changed.has(key)) || (changed.has("shape") && !plan.around)) renderForm();
    renderBelow();
  });
  subscribe((_, changed) => {
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

/** Opens the panel on what stands round a stored feature. */
export function showSurroundings(layer: string, code: string): void {
  update({ mode: "planner" });
  change({ around: { layer, code }, surroundings: null, aroundError: null });
}
