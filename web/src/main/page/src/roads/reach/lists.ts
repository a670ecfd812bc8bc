import type { Position } from "geojson";
import { h, type Child } from "../../dom";
import { formatNumber } from "../../format";
import { pick, t } from "../../i18n";
import { isLevel, LEVEL_STYLES } from "../../palette";
import { state } from "../../state";
import { changeReach, FIRST_ROWS, reach, type ReachList } from "./store";
import type { Gap, Unplaced, WithAnswer } from "./types";

export const kindTitle = (kind: string): string => state.catalog?.fieldCodeTitle("emergency_team", "kind", kind) ?? kind;

export const levelTitle = (level: number | null): string => (isLevel(level) ? t(LEVEL_STYLES[level].name) : "–");

/** The worst places that no team reaches in time, with whoever comes first. */
export const gapList = (gaps: readonly Gap[], total: number): HTMLElement[] => list("gaps", gaps, total, (gap) => {
  const { code, minutes, overMinutes, team, at } = gap;
  return place(`gap-${code}`, at, title(gap),
    h("b", { class: "num" }, minutes === null ? t("reachNever") : `${formatNumber(minutes, 0)} min`),
    h("span", { class: "quiet change-why" }, overMinutes !== null && `${t("reachOver", { minutes: formatNumber(overMinutes, 0) })} `, team && `${team.name}（${kindTitle(team.kind)}）`));
});

/** Places of which nothing can be said, each with the reason. */
export const unplacedList = (places: readonly Unplaced[], total: number): HTMLElement[] => list("unplaced", places, total, (unplaced) =>
  place(`unplaced-${unplaced.code}`, unplaced.at, title(unplaced), h("span", { class: "quiet change-why" }, pick(unplaced.text))));

/** Gaps that the new station would close, with the minutes before and after. */
export const closedList = ({ gaps, closed }: WithAnswer): HTMLElement[] => list("closed", gaps, closed, (gap) => {
  const { code, minutes, minutesWith, at } = gap;
  return place(`closed-${code}`, at, title(gap), h("span", { class: "num" }, `${minutes === null ? "–" : formatNumber(minutes, 0)} → ${formatNumber(minutesWith, 0)} min`));
});

const title = ({ name, code, level, countyName }: Pick<Gap, "name" | "code" | "level" | "countyName">): HTMLElement =>
  h("span", { class: "legend-name" }, name ?? code, h("small", { class: "quiet" }, ` ${levelTitle(level)} · ${countyName ?? ""}`));

/** A row that shows its place on the map, where there is one. */
const place = (focus: string, at: Position | null, ...parts: Child[]): HTMLElement =>
  h("button", { type: "button", class: "change", disabled: at === null, "data-focus": focus, click: () => at && changeReach({ shown: at }) }, ...parts);

/** As many rows as are wanted so far; where that is not all, how many there are, and a way to more. */
function list<T>(name: ReachList, rows: readonly T[], total: number, row: (value: T) => HTMLElement): HTMLElement[] {
  const wanted = reach.listed[name];
  const shown = rows.slice(0, wanted);
  const rest = rows.length - shown.length;
  const parts: HTMLElement[] = [h("ul", { class: "ranking", "data-testid": `reach-${name}` }, ...shown.map((value) => h("li", {}, row(value))))];
  if (total > shown.length) {
    parts.push(h("p", { class: "quiet", "data-testid": `reach-${name}-listed` }, t("reachListed", { shown: formatNumber(shown.length), total: formatNumber(total) })));
  }
  if (rest > 0) {
    parts.push(h("button", {
      type: "button", class: "more", "data-focus": `reach-more-${name}`,
      click: () => changeReach({ listed: { ...reach.listed, [name]: wanted + FIRST_ROWS } }),
    }, t("showMore", { count: Math.min(rest, FIRST_ROWS) })));
  }
  return parts;
}
