import type { Geometry, Position } from "geojson";
import { t } from "../i18n";

/** The systems in which coordinates may be entered. */
export const SYSTEMS: [code: string, title: string][] = [
  ["EPSG:4490", "CGCS2000"],
  ["EPSG:4326", "WGS 84"],
  ["EPSG:4547", "CGCS2000 3° 114°E"],
  ["EPSG:4548", "CGCS2000 3° 117°E"],
  ["EPSG:4526", "CGCS2000 3° 38 带"],
  ["EPSG:4527", "CGCS2000 3° 39 带"],
  ["GCJ-02", "GCJ-02 (火星)"],
  ["BD-09", "BD-09 (百度)"],
];

/**
 * Reads lines of two numbers as a point or an area; an area is closed by itself.
 *
 * @throws Error naming the line that cannot be read
 */
export function parseEntered(text: string): Geometry {
  const positions: Position[] = [];
  text.split(/\n/).forEach((line, i) => {
    if (line.trim() === "") return;
    const numbers = line.trim().split(/[\s,，;；]+/).map(Number);
    if (numbers.length < 2 || numbers.slice(0, 2).some((value) => !Number.isFinite(value))) {
      throw new Error(t("planBadLine", { line: i + 1 }));
    }
    positions.push(numbers.slice(0, 2));
  });
  const [first] = positions;
  if (!first) throw new Error(t("planBadLine", { line: 1 }));
  if (positions.length === 1) return { type: "Point", coordinates: first };
  if (positions.length === 2) throw new Error(t("planTwoLines"));
  return { type: "Polygon", coordinates: [closed(positions)] };
}

/** The ring with its first position at its end. */
export function closed(ring: readonly Position[]): Position[] {
  const [first] = ring;
  const last = ring[ring.length - 1];
  if (!first || !last) return [];
  return first[0] === last[0] && first[1] === last[1] ? [...ring] : [...ring, first];
}
