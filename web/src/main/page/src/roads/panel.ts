import { byId, h, keepFocus } from "../dom";
import { onLanguage, t } from "../i18n";
import { modeSwitch } from "../shell/mode";
import { subscribe } from "../state";
import { followReach } from "./reach/ask";
import { onReach } from "./reach/store";
import { reachView } from "./reach/view";
import { followRoads } from "./ask";
import { blackspotsView } from "./blackspots";
import { renewCargo, routeForm } from "./form";
import { routesView } from "./routes";
import { changeRoads, onRoads, roads, TABS, type Tab } from "./store";

/** The roads' panel: dangerous goods on their way, where crashes gather, and how soon help comes. */
export function mountRoads(): void {
  const root = byId("roads");
  const render = (): void => {
    root.setAttribute("aria-label", t("roads"));
    keepFocus(root, () => root.replaceChildren(h("div", { class: "overview" }, modeSwitch("roads"), tabs(), ...views[roads.tab]())));
  };
  onRoads((changed) => {
    if (changed.size === 1 && changed.has("model")) renewCargo(root);
    else render();
  });
  onReach((changed) => {
    if (!changed.has("shown")) render();
  });
  subscribe((_, changed) => {
    if (changed.has("catalog")) render();
  });
  onLanguage(render);
  followRoads();
  followReach();
  render();
}

const views: Record<Tab, () => HTMLElement[]> = {
  route: () => [routeForm(), routesView()],
  blackspots: () => [blackspotsView()],
  reach: reachView,
};

function tabs(): HTMLElement {
  return h("div", { class: "segments road-tabs", role: "group" }, ...TABS.map((tab) =>
    h("button", {
      type: "button", class: "segment", "aria-pressed": String(roads.tab === tab), "data-focus": `roads-${tab}`, "data-testid": `roads-${tab}`,
      click: () => changeRoads({ tab }),
    }, t(`roads_${tab}`))));
}
