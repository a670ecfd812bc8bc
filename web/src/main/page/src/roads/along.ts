import type { LineString, Position } from "geojson";

const EARTH_M = 6_371_008.8;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** On the sphere, to draw with; published lengths come from the service. */
function betweenM(a: Position, b: Position): number {
  const [lon1 = 0, lat1 = 0] = a;
  const [lon2 = 0, lat2 = 0] = b;
  const s = Math.sin(rad(lat2 - lat1) / 2) ** 2 + Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(s));
}

/** The part of a line between two places of it, in metres of the whole line's published length. */
export function slice(line: LineString, lengthM: number, fromM: number, toM: number): Position[] {
  const passed = [0];
  line.coordinates.forEach((at, i) => {
    const before = line.coordinates[i - 1];
    if (before) passed.push((passed[i - 1] ?? 0) + betweenM(before, at));
  });
  const drawnM = passed[passed.length - 1] ?? 0;
  const scale = lengthM > 0 ? drawnM / lengthM : 1;
  const [start, end] = [fromM * scale, Math.max(fromM, toM) * scale];
  const inner = line.coordinates.filter((_, i) => (passed[i] ?? 0) > start && (passed[i] ?? 0) < end);
  return [place(line, passed, start), ...inner, place(line, passed, end)];
}

function place({ coordinates }: LineString, passed: readonly number[], atM: number): Position {
  const i = passed.findIndex((m) => m >= atM);
  const [a, b] = [coordinates[i - 1], coordinates[i]];
  if (i <= 0 || !a || !b) return (i === 0 ? coordinates[0] : coordinates[coordinates.length - 1]) ?? [0, 0];
  const from = passed[i - 1] ?? 0;
  const share = (atM - from) / Math.max((passed[i] ?? 0) - from, 1e-9);
  return [0, 1].map((axis) => (a[axis] ?? 0) + share * ((b[axis] ?? 0) - (a[axis] ?? 0)));
}
