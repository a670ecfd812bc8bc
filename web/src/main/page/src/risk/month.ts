import { h } from "../dom";
import { t } from "../i18n";
import { state, update } from "../state";

const two = (value: number): string => String(value).padStart(2, "0");

/** The last day of the month that lies so many months from a day's, both as ISO dates. */
export function monthEnd(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return `${last.getUTCFullYear()}-${two(last.getUTCMonth() + 1)}-${two(last.getUTCDate())}`;
}

/** The day for which the risk map was made; empty until it has arrived. */
export const riskDay = (): string => state.riskMap?.manifest?.asOf ?? state.riskAsOf;

/** Steps the risk map from month-end to month-end. */
export function monthChooser(): HTMLElement {
  const day = riskDay();
  const step = (months: number, key: "monthBefore" | "monthAfter", sign: string): HTMLElement =>
    h("button", {
      type: "button", class: "mini", title: t(key), "aria-label": t(key), disabled: day === "", "data-focus": key, "data-testid": key,
      click: () => update({ riskAsOf: monthEnd(day, months) }),
    }, sign);
  // From within a month one goes on to its own end first.
  const after = isMonthEnd(day) ? 1 : 0;
  return h("div", { class: "month-chooser", role: "group", "aria-label": t("monthChooser") },
    step(-1, "monthBefore", "‹"),
    h("span", { class: "num", "data-testid": "risk-day" }, day === "" ? "…" : day),
    step(after, "monthAfter", "›"));
}

/** After the ledgers' end old accidents leave the window and none come in: colours get better without a reason. */
export function cutOffNote(): HTMLElement | null {
  const manifest = state.riskMap?.manifest;
  if (!manifest) return null;
  const { asOf, dataCutOff: cutOff } = manifest;
  if (cutOff !== null && cutOff >= asOf) return null;
  return h("p", { class: "plan-warning", "data-testid": "risk-cut-off" }, cutOff === null ? t("riskNoLedger") : t("riskAfterCutOff", { cutOff, asOf }));
}

const isMonthEnd = (day: string): boolean => day !== "" && monthEnd(day, 0) === day;
