import { byId, h, keepFocus } from "../dom";
import { onLanguage, t } from "../i18n";
import { modeSwitch } from "../shell/mode";
import { state, subscribe } from "../state";
import { askRisk } from "./ask";
import { countyView } from "./county";
import { riskOverview } from "./overview";
import { changeRisk, onRisk, risk } from "./store";

/** The leader's panel: where it is red, since when, why, and what would make it better. */
export function mountRisk(): void {
  const root = byId("risk");
  let shown: string | null = null;
  const render = (): void => {
    root.setAttribute("aria-label", t("risk"));
    if (state.mode !== "risk") return;
    keepFocus(root, () => root.replaceChildren(h("div", { class: "overview" }, modeSwitch("risk"), risk.code === null ? riskOverview() : countyView())));
    if (risk.code !== shown) root.scrollTop = 0;
    shown = risk.code;
  };
  onRisk((changed) => {
    render();
    if (changed.has("code")) void askRisk();
  });
  subscribe((now, changed) => {
    if (changed.has("regionCode") && now.regionCode !== null && now.mode === "risk" && now.regionCode !== risk.code) {
      changeRisk({ code: now.regionCode, assessment: null, assessmentError: null });
    }
    if (changed.has("mode") || changed.has("riskMap")) {
      render();
      if (state.riskMap) void askRisk();
    }
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && risk.code !== null) changeRisk({ code: null });
  });
  onLanguage(render);
}
