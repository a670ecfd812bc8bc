import type { Level, Verdict } from "./api/types";
import type { MessageKey } from "./i18n/messages";

/** Names of grades; they are the API's `grade` and part of stable test hooks. */
export type Grade = "red" | "orange" | "yellow" | "blue" | "green";

export interface LevelStyle {
  grade: Grade;
  color: string;
  /** For text and edges on white: dark enough to read. */
  ink: string;
  name: MessageKey;
  letter: MessageKey;
  /** Stands on or beside the colour, for monochrome prints and colour-blind eyes. */
  sign: string;
}

/** 红橙黄蓝: the risk levels of risk points and enterprises. */
export const LEVEL_STYLES: Record<Level, LevelStyle> = {
  1: { grade: "red", color: "#d9362f", ink: "#a81f1a", name: "level1", letter: "red", sign: "R" },
  2: { grade: "orange", color: "#f0882b", ink: "#a9540a", name: "level2", letter: "orange", sign: "O" },
  3: { grade: "yellow", color: "#f4cf37", ink: "#7d6400", name: "level3", letter: "yellow", sign: "Y" },
  4: { grade: "blue", color: "#4a86c8", ink: "#25598f", name: "level4", letter: "blue", sign: "B" },
};

/** 红橙黄绿: the published status of regions. It never stands on one legend with the other scale. */
export const REGION_STYLES: Record<Level, LevelStyle> = {
  1: LEVEL_STYLES[1],
  2: LEVEL_STYLES[2],
  3: LEVEL_STYLES[3],
  4: { grade: "green", color: "#3f9b5c", ink: "#226a3a", name: "level4", letter: "green", sign: "G" },
};

/** For codes to which the catalogue gives no colour; all keep away from the four risk colours. */
const SPARE_COLORS = ["#5b8e7d", "#8c6bb1", "#a6784b", "#4f9da6", "#a05195", "#7a8b3c", "#6b7fa3", "#99627a", "#3f7f5f", "#8a8f94"];

/** The code lists whose values are one of the two four-colour scales. */
const SCALES: Record<string, Record<Level, LevelStyle>> = { risk_level: LEVEL_STYLES, published_status: REGION_STYLES };

/** How a code of a four-colour scale looks, everywhere on the page; null for a code of any other list. */
export function scaleStyle(list: string, value: string): LevelStyle | null {
  const level = Number(value);
  return isLevel(level) ? (SCALES[list]?.[level] ?? null) : null;
}

/** The colour of a code on map and legend. */
export function codeColor(list: string, value: string, color: string | null, index: number): string {
  return scaleStyle(list, value)?.color ?? color ?? SPARE_COLORS[index % SPARE_COLORS.length] ?? UNGRADED_COLOR;
}

/** Whether a colour says the worst, so that it must be seen in any crowd. */
export function isRed(color: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return r > 180 && g < 90 && b < 90;
}

/** What is shown for a region nobody has graded. */
export const UNGRADED_COLOR = "#d5dade";

export const isLevel = (value: unknown): value is Level => value === 1 || value === 2 || value === 3 || value === 4;

export interface VerdictStyle {
  color: string;
  /** A sign beside the colour, so that the colour never stands alone. */
  sign: string;
  /** 0 is shown first. */
  rank: number;
}

/** Verdicts keep away from the four risk colours: a verdict is no risk level. */
export const VERDICT_STYLES: Record<Verdict, VerdictStyle> = {
  FAIL: { color: "#8e1248", sign: "✕", rank: 0 },
  NEEDS_SURVEY: { color: "#6f4bb8", sign: "?", rank: 1 },
  NOT_ASSESSABLE: { color: "#6b7680", sign: "!", rank: 2 },
  GRANDFATHERED: { color: "#8a6a4a", sign: "◷", rank: 3 },
  EXEMPT: { color: "#4f7f86", sign: "–", rank: 4 },
  PASS: { color: "#2c7d54", sign: "✓", rank: 5 },
};

export const VERDICTS = (Object.keys(VERDICT_STYLES) as Verdict[]).sort(
  (a, b) => VERDICT_STYLES[a].rank - VERDICT_STYLES[b].rank,
);

/** A project's place in the legend: its worst verdict, or none where no rule applies to it. */
export type ProjectClass = Verdict | "NONE";
export const PROJECT_CLASSES: ProjectClass[] = [...VERDICTS, "NONE"];
export const NO_VERDICT: VerdictStyle = { color: "#9aa4ab", sign: "·", rank: 6 };

/** What the map calls a project as long as its findings have not arrived: it must not look as if no rule applied. */
export const UNCHECKED = "UNCHECKED";

export const classStyle = (kind: ProjectClass): VerdictStyle => (kind === "NONE" ? NO_VERDICT : VERDICT_STYLES[kind]);
export const className = (kind: ProjectClass): MessageKey => (kind === "NONE" ? "noRule" : kind);
