import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from "maplibre-gl";
import { LEVEL_STYLES, PROJECT_CLASSES, UNGRADED_COLOR, classStyle } from "../palette";

/** The colour of the feature's `level`. */
export const levelColor: DataDrivenPropertyValueSpecification<string> = [
  "match",
  ["get", "level"],
  1, LEVEL_STYLES[1].color,
  2, LEVEL_STYLES[2].color,
  3, LEVEL_STYLES[3].color,
  4, LEVEL_STYLES[4].color,
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

const share = (level: 1 | 2 | 3 | 4, least: number): ExpressionSpecification => [
  "case",
  [">", ["get", `n${level}`], 0],
  ["max", least, ["round", ["*", SHARES, ["/", ["get", `n${level}`], ["get", "point_count"]]]]],
  0,
];

const clusterSize: ExpressionSpecification = ["step", ["get", "point_count"], 26, 20, 30, 100, 36, 500, 42];

/**
 * The name of a cluster's ring (see images.ts). A level that is present always has a part of the ring, red at least
 * an eighth: no red is lost in a crowd of blue.
 */
export const clusterRing: ExpressionSpecification = [
  "concat",
  "ring|", ["to-string", clusterSize],
  "|", ["to-string", share(1, 3)],
  "|", ["to-string", share(2, 1)],
  "|", ["to-string", share(3, 1)],
  "|", ["to-string", share(4, 1)],
];
