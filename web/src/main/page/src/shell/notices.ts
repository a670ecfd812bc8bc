import { ApiError } from "../api/client";
import { byId, h } from "../dom";
import { onLanguage, t } from "../i18n";
import type { MessageKey } from "../i18n/messages";

type Part = { name: MessageKey; state: "loading" } | { name: MessageKey; state: "warming"; seconds: number }
  | { name: MessageKey; state: "ready" } | { name: MessageKey; state: "failed"; error: unknown; retry: () => void };

const parts = new Map<string, Part>();
let newVersion: number | null = null;

/** What of the page is still coming, what has failed and what can be done about it, shown over the map. */
export function setPart(key: string, part: Part): void {
  parts.set(key, part);
  render();
}

export function announceVersion(version: number): void {
  newVersion = version;
  render();
}

function render(): void {
  const all = [...parts.values()];
  const cards: HTMLElement[] = [];
  const done = all.filter((part) => part.state === "ready" || part.state === "failed").length;
  if (done < all.length) {
    const bar = h("progress", { max: all.length, value: done });
    cards.push(h("div", { class: "card" }, h("p", {}, t("loading", { done, total: all.length })), bar));
  }
  for (const part of all) {
    if (part.state === "warming") cards.push(h("div", { class: "card" }, h("p", {}, t("warming", { name: t(part.name), seconds: part.seconds }))));
    if (part.state === "failed") cards.push(failure(part.name, part.error, part.retry));
  }
  if (newVersion !== null) {
    cards.push(h("div", { class: "card" }, h("p", {}, t("newVersion", { version: newVersion })),
      h("button", { type: "button", class: "ghost", click: () => location.reload() }, t("reload"))));
  }
  byId("notice").replaceChildren(...cards);
}

function failure(name: MessageKey, error: unknown, retry: () => void): HTMLElement {
  const known = error instanceof ApiError ? error : null;
  const title = known?.title ?? (error instanceof Error ? error.message : String(error));
  return h(
    "div",
    { class: "card card-error", role: "alert", "data-testid": "error" },
    h("p", { class: "card-title" }, t("failed", { name: t(name) })),
    h("p", {}, title),
    known?.detail ? h("p", { class: "quiet" }, known.detail) : null,
    known?.remedy ? h("p", {}, known.remedy) : null,
    h("button", { type: "button", class: "ghost", click: retry }, t("retry")),
  );
}

onLanguage(render);
