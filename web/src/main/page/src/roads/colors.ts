import type { Route } from "./types";

/** None of them is a colour of a grade. */
const BY_LABEL: Record<string, string> = { safest: "#0f7a6c", fastest: "#1f5fae", balanced: "#7a3db8" };
const OTHERS = ["#7a3db8", "#a0527d", "#5c6f2b"];

/** A way's colour on the map and in the list. */
export function routeColor(route: Route, index: number): string {
  const label = ["safest", "fastest", "balanced"].find((name) => route.labels.includes(name));
  return (label && BY_LABEL[label]) ?? OTHERS[index % OTHERS.length] ?? "#555";
}

/** What is banned on a road, and what merely stands by it. */
export const BAN_COLOR = "#8e1248";
export const HAZARD_COLOR = "#b3541e";
