import type { Level } from "../api/types";
import { h } from "../dom";
import { t } from "../i18n";
import { isLevel, REGION_STYLES } from "../palette";

/** A region's published colour as its letter on the colour and in words, so that it never stands on the colour alone. */
export function regionChip(level: Level | null | undefined): HTMLElement {
  const style = isLevel(level) ? REGION_STYLES[level] : null;
  return h("span", { class: `grade-chip grade-${style?.grade ?? "none"}`, "data-testid": "region-grade" },
    style ? `${t(style.letter)} ${style.sign}` : t("ungraded"));
}

/** The letter alone, in little room. */
export function regionLetter(level: Level | null | undefined): HTMLElement {
  const style = isLevel(level) ? REGION_STYLES[level] : null;
  return h("i", { class: `swatch swatch-${style?.grade ?? "none"}`, title: style ? t(style.letter) : t("ungraded") }, style?.sign ?? "–");
}
