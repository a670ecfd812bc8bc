import type { Verdict } from "../api/types";
import { h } from "../dom";
import { t } from "../i18n";
import { className, classStyle, type ProjectClass } from "../palette";

/** A verdict's sign on its colour. The name is left for screen readers where it stands beside it anyway. */
export const verdictSign = (kind: ProjectClass): HTMLElement =>
  h("i", { class: `sign sign-${kind}`, "aria-hidden": "true" }, classStyle(kind).sign);

/** A verdict in words, with its sign. */
export const verdictChip = (verdict: Verdict): HTMLElement =>
  h("span", { class: `chip chip-${verdict}` }, verdictSign(verdict), t(className(verdict)));
