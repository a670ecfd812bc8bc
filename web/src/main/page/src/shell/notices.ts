import { ApiError } from "../api/client";
import type { Freshness } from "../api/types";
import { byId, h } from "../dom";
import { language, onLanguage, t } from "../i18n";
import type { MessageKey } from "../i18n/messages";

type Part = { name: MessageKey; state: "loading" } | { name: MessageKey; state: "warming"; seconds: number }
  | { name: MessageKey; state: "ready" } | { name: MessageKey; state: "failed"; error: unknown; note?: MessageKey; retry: () => void };

const parts = new Map<string, Part>();
let newVersion: number | null = null;
let freshness: Freshness | null = null;
/** Since when the service has not answered; null while it does. */
let awaySince: Date | null = null;

/** What of the page is still coming, what has failed and what can be done about it, shown over the map. */
export function setPart(key: string, part: Part): void {
  parts.set(key, part);
  render();
}

export function announceVersion(version: number): void {
  if (version === newVersion) return;
  newVersion = version;
  render();
}

/** Says that the service does not answer, for as long as it does not. */
export function announceAway(isAway: boolean): void {
  if (isAway === (awaySince !== null)) return;
  awaySince = isAway ? new Date() : null;
  render();
}

/** Says how many layers the service has loaded yet, and when it cannot reach its database. */
export function announceFreshness(now: Freshness): void {
  const before = JSON.stringify(freshness);
  freshness = now;
  if (JSON.stringify(now) !== before) render();
}

function render(): void {
  const all = [...parts.values()];
  const cards: HTMLElement[] = [];
  if (awaySince) cards.push(behind("serviceAway", awaySince, "away"));
  else if (freshness?.lag) cards.push(behind(freshness.lag.databaseAway ? "databaseAway" : "layersBehind", new Date(freshness.lag.since), "lag"));
  if (freshness && freshness.layersLoaded < freshness.layers) {
    const { layersLoaded: loaded, layers } = freshness;
    cards.push(h("div", { class: "card", "data-testid": "layers-loading" },
      h("p", {}, t("layersLoading", { loaded, layers })), h("progress", { max: layers, value: loaded })));
  }
  const done = all.filter((part) => part.state === "ready" || part.state === "failed").length;
  if (done < all.length) {
    const bar = h("progress", { max: all.length, value: done });
    cards.push(h("div", { class: "card" }, h("p", {}, t("loading", { done, total: all.length })), bar));
  }
  for (const part of all) {
    if (part.state === "warming") cards.push(h("div", { class: "card" }, h("p", {}, t("warming", { name: t(part.name), seconds: part.seconds }))));
    if (part.state === "failed") cards.push(failure(part));
  }
  if (newVersion !== null) {
    cards.push(h("div", { class: "card" }, h("p", {}, t("newVersion", { version: newVersion })),
      h("button", { type: "button", class: "ghost", click: () => location.reload() }, t("reload"))));
  }
  byId("notice").replaceChildren(...cards);
}

function behind(what: MessageKey, since: Date, testId: string): HTMLElement {
  const time = since.toLocaleTimeString(language() === "zh" ? "zh-CN" : "en-GB");
  return h("div", { class: "card card-error", role: "status", "data-testid": testId },
    h("p", { class: "card-title" }, t(what, { since: time })),
    h("p", { class: "quiet" }, t("lastState")));
}

function failure({ name, error, note, retry }: Extract<Part, { state: "failed" }>): HTMLElement {
  const known = error instanceof ApiError ? error : null;
  const title = known?.title ?? (error instanceof Error ? error.message : String(error));
  return h(
    "div",
    { class: "card card-error", role: "alert", "data-testid": "error" },
    h("p", { class: "card-title" }, t("failed", { name: t(name) })),
    note ? h("p", {}, t(note)) : null,
    h("p", {}, title),
    known?.detail ? h("p", { class: "quiet" }, known.detail) : null,
    known?.remedy ? h("p", {}, known.remedy) : null,
    h("button", { type: "button", class: "ghost", click: retry }, t("retry")),
  );
}

onLanguage(render);
