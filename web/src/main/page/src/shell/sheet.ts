import { byId, h } from "../dom";
import { onLanguage, t } from "../i18n";
import type { MessageKey } from "../i18n/messages";
import { onRisk, risk } from "../risk/store";
import { openedFinding, subscribe } from "../state";

type Size = "peek" | "half" | "full";
type Tab = "legend" | "checks";
/** The second tab holds whichever of the panels on the right is open. */
const TITLES: Record<Tab, MessageKey> = { legend: "legend", checks: "panels" };
const NEXT: Record<Size, Size> = { peek: "half", half: "full", full: "peek" };

/** On a phone the two panels share a sheet at the bottom; on a wide screen these controls are not seen. */
export function mountSheet(): void {
  const sheet = byId("sheet");
  let size: Size = "peek";
  let tab: Tab = "legend";
  const handle = h("button", { type: "button", class: "sheet-handle", "data-testid": "sheet-handle", click: () => set(NEXT[size], tab) }, h("i", {}));
  const tabs = (["legend", "checks"] as const).map((name) => ({
    name,
    button: h("button", { type: "button", class: "sheet-tab", "data-testid": `tab-${name}`, click: () => set(size === "peek" ? "half" : size, name) }),
  }));
  byId("sheet-tabs").append(handle, ...tabs.map(({ button }) => button));

  function set(nextSize: Size, nextTab: Tab): void {
    size = nextSize;
    tab = nextTab;
    sheet.dataset.size = size;
    sheet.dataset.tab = tab;
    label();
  }
  function label(): void {
    handle.setAttribute("aria-label", t(size === "full" ? "sheetShrink" : "sheetGrow"));
    for (const { name, button } of tabs) {
      button.textContent = t(TITLES[name]);
      button.setAttribute("aria-pressed", String(name === tab));
    }
  }
  subscribe((now, changed) => {
    if (openedFinding(now, changed)) set("half", "checks");
  });
  onRisk((changed) => {
    if (changed.has("code") && risk.code !== null) set(size === "peek" ? "half" : size, "checks");
  });
  onLanguage(label);
  set("peek", "legend");
}
