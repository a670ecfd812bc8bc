import { byId, h } from "../dom";
import { t } from "../i18n";
import { MODES, openedFinding, state, subscribe, update, type Mode } from "../state";

/** Shows one of the panels that share the right-hand side. A finding that is chosen brings its list. */
export function mountModes(): void {
  const show = (): void => {
    for (const mode of MODES) byId(mode).hidden = mode !== state.mode;
  };
  subscribe((now, changed) => {
    if (openedFinding(now, changed) && now.mode !== "checks") update({ mode: "checks" });
    if (changed.has("mode")) show();
  });
  show();
}

/** Between the county grades, the list of findings, the roads and the planner. */
export function modeSwitch(now: Mode): HTMLElement {
  const choice = (mode: Mode): HTMLElement =>
    h("button", {
      type: "button", class: "segment", "aria-pressed": String(now === mode), "data-testid": `mode-${mode}`, "data-focus": `mode-${mode}`,
      click: () => update({ mode }),
    }, t(`mode_${mode}`));
  return h("div", { class: "segments mode-switch", role: "group" }, ...MODES.map(choice));
}
