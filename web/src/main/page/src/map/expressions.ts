import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from "maplibre-gl";
import type { CatalogField } from "../api/types";
import type { LegendCode } from "../catalog";
import { REGION_STYLES, isRed, PROJECT_CLASSES, UNGRADED_COLOR, classStyle } from "../palette";

/** The published colour of a region's `level`. */
export const levelColor: DataDrivenPropertyValueSpecification<string> = [
  "match",
  ["get", "level"],
  1, REGION_STYLES[1].color,
  2, REGION_STYLES[2].color,
  3, REGION_STYLES[3].color,
  4, REGION_STYLES[4].color,
  UNGRADED_COLOR,
];

/** The colour of a project's class (its worst verdict). */
export const projectColor = [
  "match",
  ["get", "kind"],
  ...PROJECT_CLASSES.flatMap((kind) => [kind, classStyle(kind).color]),
  classStyle("NONE").color,
] as unknown as ExpressionSpecification;

const SHARES = 24;
const LEAST = 1;
const LEAST_RED = 3;

/** The property of a cell that counts its members with this value (see the service's `Grading`). */
export const countKey = (value: string): string => (/^[0-9]+$/.test(value) ? `n${value}` : `n_${value}`);

export const countOf = (value: string): ExpressionSpecification => ["coalesce", ["get", countKey(value)], 0];

const part = ({ value, color }: LegendCode): ExpressionSpecification => [
  "case",
  [">", countOf(value), 0],
  ["concat", `|${color}~`, ["to-string", ["max", isRed(color) ? LEAST_RED : LEAST, ["round", ["*", SHARES, ["/", countOf(value), ["get", "n"]]]]]]],
  "",
];

const cellSize: ExpressionSpecification = ["step", ["get", "n"], 26, 20, 30, 100, 36, 500, 42, 10000, 48];

/**
 * The name of a cell's ring (see images.ts). A value that is present always has a part of the ring, red at least an
 * eighth: no red is lost in a crowd of blue.
 */
export const cellRing = (codes: readonly LegendCode[]): ExpressionSpecification => ["concat", "ring|", ["to-string", cellSize], ...codes.map(part)];

/** A number in little room: whole below `whole`, then 12k, 1.2M. */
export const shortNumber = (n: ExpressionSpecification, whole: number): ExpressionSpecification => [
  "case",
  ["<", n, whole], ["to-string", n],
  ["<", n, 1000000], ["concat", ["to-string", ["round", ["/", n, 1000]]], "k"],
  ["concat", ["to-string", ["/", ["round", ["/", n, 100000]], 10]], "M"],
];

/** The colour of a feature by the field that colours its layer, or of a cell by its worst member. */
export function codeColors(field: CatalogField, codes: readonly LegendCode[], otherwise: string): string | ExpressionSpecification {
  if (codes.length === 0) return otherwise;
  const cases = codes.flatMap(({ value, color }) => [value, color]);
  return ["match", ["to-string", ["get", field.name]], ...cases, otherwise] as unknown as ExpressionSpecification;
}
