import { ApiError } from "../api/client";
import { h } from "../dom";

/** What went wrong and what to do about it, as the service said it. */
export function faultNote(fault: unknown): HTMLElement {
  const remedy = fault instanceof ApiError ? fault.remedy : null;
  return h("p", { class: "plan-fault", role: "alert" }, fault instanceof Error ? fault.message : String(fault), remedy !== null && h("span", { class: "quiet" }, ` ${remedy}`));
}
