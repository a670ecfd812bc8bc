import { language } from "./i18n";

const locale = (): string => (language() === "zh" ? "zh-CN" : "en-GB");
const MINUS = "−";

/** With thousands separators and at most `digits` decimals. */
export function formatNumber(value: number, digits = 2): string {
  return value.toLocaleString(locale(), { maximumFractionDigits: digits }).replace("-", MINUS);
}

const CHINESE = /\p{Script=Han}/u;

/** A unit behind its number; one in Chinese letters is left out of English, where the title says it. */
export function formatUnit(unit: string | null | undefined): string {
  return !unit || (language() === "en" && CHINESE.test(unit)) ? "" : ` ${unit}`;
}

/** A score of 0 to 100, to a tenth. */
export function formatScore(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return value.toLocaleString(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).replace("-", MINUS);
}

/** Metres, to a decimetre, to a centimetre below 10 m: finer would pretend an accuracy nobody has. */
export function formatMetres(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const digits = Math.abs(value) < 10 && value !== 0 ? 2 : 1;
  const text = value.toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${text.replace("-", MINUS)} m`;
}

/** Metres with the sign always shown. */
export function formatSignedMetres(value: number | null | undefined): string {
  const text = formatMetres(value);
  return value !== null && value !== undefined && value > 0 ? `+${text}` : text;
}

/** A rule's distance: whole metres where it is whole. */
export function formatThreshold(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return Number.isInteger(value) ? `${formatNumber(value, 0)} m` : formatMetres(value);
}

/** A strip's width in words: `1 km`, `500 m`. */
export function formatWidth(metres: number): string {
  return metres >= 1000 && metres % 100 === 0 ? `${metres / 1000} km` : `${formatNumber(metres, 0)} m`;
}

/** [lon, lat] in degrees with seven decimals, about a centimetre. */
export function formatPosition(position: readonly number[] | null | undefined): string {
  const [lon, lat] = position ?? [];
  return lon === undefined || lat === undefined ? "–" : `${lon.toFixed(7)}, ${lat.toFixed(7)}`;
}
