import type { Geometry, Position } from "geojson";

export type Bounds = [west: number, south: number, east: number, north: number];

type Ring = Position[];

/** Every position of a geometry. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) yield* positionsOf(part);
  } else {
    yield* flatten(geometry.coordinates);
  }
}

type Nested = Position | Position[] | Position[][] | Position[][][];

function* flatten(nested: Nested): Generator<Position> {
  if (typeof nested[0] === "number") yield nested as Position;
  else for (const part of nested as Nested[]) yield* flatten(part);
}

export function boundsOf(geometries: Iterable<Geometry>): Bounds | null {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    for (const [lon = NaN, lat = NaN] of positionsOf(geometry)) {
      bounds[0] = Math.min(bounds[0], lon);
      bounds[1] = Math.min(bounds[1], lat);
      bounds[2] = Math.max(bounds[2], lon);
      bounds[3] = Math.max(bounds[3], lat);
    }
  }
  return Number.isFinite(bounds[0]) ? bounds : null;
}

/** Where a symbol or a name stands: the point itself, or the place deepest inside the largest polygon. */
export function anchorOf(geometry: Geometry): Position | null {
  if (geometry.type === "Point") return geometry.coordinates;
  const polygons =
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  let largest: Ring[] | null = null;
  let largestArea = 0;
  for (const polygon of polygons) {
    const area = Math.abs(signedArea(polygon[0] ?? []));
    if (area > largestArea) [largest, largestArea] = [polygon, area];
  }
  if (largest) return deepestPoint(outlined(largest, largestArea));
  const first = positionsOf(geometry).next();
  return first.done ? null : first.value;
}

function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    sum += xj * yi - xi * yj;
  }
  return sum / 2;
}

const GRID = 9;
const ROUNDS = 4;
/** Vertices kept of an outline, and the share of the area below which a hole does not push a name aside. */
const ENOUGH_VERTICES = 240;
const LITTLE = 0.01;

/** The polygon with every so many vertices only, and without its little holes. */
function outlined(polygon: Ring[], area: number): Ring[] {
  return polygon
    .filter((ring, i) => i === 0 || Math.abs(signedArea(ring)) > area * LITTLE)
    .map((ring) => {
      const every = Math.ceil(ring.length / ENOUGH_VERTICES);
      return ring.filter((_, i) => i % every === 0);
    });
}

/** A grid search that closes in on the inside point farthest from the polygon's edge (a drawing aid, not exact). */
function deepestPoint(polygon: Ring[]): Position {
  const bounds = boundsOf([{ type: "Polygon", coordinates: polygon }]) ?? [0, 0, 0, 0];
  let [west, south, east, north] = bounds;
  let best: Position = [(west + east) / 2, (south + north) / 2];
  let bestDepth = -Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const stepX = (east - west) / GRID;
    const stepY = (north - south) / GRID;
    for (let i = 0; i < GRID; i++) {
      for (let j = 0; j < GRID; j++) {
        const point: Position = [west + (i + 0.5) * stepX, south + (j + 0.5) * stepY];
        const depth = depthOf(point, polygon);
        if (depth > bestDepth) [best, bestDepth] = [point, depth];
      }
    }
    const [x = 0, y = 0] = best;
    [west, east, south, north] = [x - stepX * 1.5, x + stepX * 1.5, y - stepY * 1.5, y + stepY * 1.5];
  }
  return best;
}

/** Distance from the edge in degrees, negative outside. Longitudes count as they lie on the ground. */
function depthOf(point: Position, polygon: Ring[]): number {
  const [x = 0, y = 0] = point;
  const shrink = Math.cos((y * Math.PI) / 180);
  let inside = false;
  let nearest = Infinity;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi = 0, yi = 0] = ring[i] ?? [];
      const [xj = 0, yj = 0] = ring[j] ?? [];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      nearest = Math.min(nearest, squaredDistance((x - xi) * shrink, y - yi, (xj - xi) * shrink, yj - yi));
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}

/** From (px, py) to the segment that runs from the origin to (dx, dy). */
function squaredDistance(px: number, py: number, dx: number, dy: number): number {
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return (px - along * dx) ** 2 + (py - along * dy) ** 2;
}
