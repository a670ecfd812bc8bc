import type { Feature, FeatureCollection, Geometry, Point } from "geojson";
import { projectFindings } from "../checks/summary";
import { t } from "../i18n";
import { classStyle, isLevel, REGION_STYLES, UNCHECKED } from "../palette";
import type { State } from "../state";
import { anchorOf } from "./geometry";

/** What the map draws of a feature: a few values, and for the pop-up `i`, its place in the full answer, or a region's code. */
type Slim = Record<string, string | number>;
type Collection<G extends Geometry = Geometry> = FeatureCollection<G, Slim>;

const collect = <G extends Geometry>(features: Feature<G, Slim>[]): Collection<G> => ({ type: "FeatureCollection", features });

const anchored = (geometry: Geometry, properties: Slim): Feature<Point, Slim>[] => {
  const anchor = anchorOf(geometry);
  return anchor ? [{ type: "Feature", properties, geometry: { type: "Point", coordinates: anchor } }] : [];
};

const shape = (geometry: Geometry, properties: Slim): Feature<Geometry, Slim>[] =>
  // A row without geometry arrives with null: there is nothing to draw.
  geometry ? [{ type: "Feature", properties, geometry }] : [];

const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

export function regionFills(state: State): Collection {
  return collect(
    (state.riskMap?.features ?? []).flatMap(({ geometry, properties }) => {
      const { level, code } = properties;
      if (isLevel(level) && state.hiddenGrades.has(level)) return [];
      return shape(geometry, isLevel(level) ? { code, level } : { code });
    }),
  );
}

export function regionLabels(state: State): Collection<Point> {
  return collect(
    (state.riskMap?.features ?? []).flatMap(({ geometry, properties }) => {
      const letter = isLevel(properties.level) ? t(REGION_STYLES[properties.level].letter).charAt(0) : "";
      return geometry ? anchored(geometry, { name: properties.name, letter }) : [];
    }),
  );
}

const adminAreas = (state: State, level: string) =>
  (state.regions?.features ?? []).filter((feature) => feature.properties["admin_level"] === level && feature.geometry);

export function borders(state: State): Collection {
  return collect(
    ["city", "province"].flatMap((adminLevel) =>
      adminAreas(state, adminLevel).flatMap((feature) => shape(feature.geometry, { adminLevel })),
    ),
  );
}

export function cityLabels(state: State): Collection<Point> {
  return collect(
    adminAreas(state, "city").flatMap(({ geometry, properties }) => anchored(geometry, { name: text(properties["name"]) })),
  );
}

export function waterFills(state: State): Collection {
  return collect((state.water?.features ?? []).flatMap(({ geometry }, i) => shape(geometry, { i })));
}

export function waterLabels(state: State): Collection<Point> {
  return collect(
    (state.water?.features ?? []).flatMap(({ geometry, properties }) =>
      geometry && properties["name"] ? anchored(geometry, { name: text(properties["name"]) }) : [],
    ),
  );
}

export function shoreLines(state: State): Collection {
  return collect(
    (state.shores?.features ?? []).flatMap(({ geometry, properties }, i) =>
      shape(geometry, { i, definition: text(properties["definition"]) }),
    ),
  );
}

export function zoneAreas(state: State): Collection {
  return collect((state.zones?.features ?? []).flatMap(({ geometry }, i) => shape(geometry, { i })));
}

/** The projects' areas and, beside them, their signs; those hidden in the legend left out. */
export function projects(state: State): { areas: Collection; signs: Collection<Point> } {
  const summary = state.projectChecks ? projectFindings(state.projectChecks.findings) : null;
  const areas: Feature<Geometry, Slim>[] = [];
  const signs: Feature<Point, Slim>[] = [];
  (state.projects?.features ?? []).forEach((item, i) => {
    const kind = summary?.classOf(item);
    if ((kind && state.hiddenProjects.has(kind)) || !item.geometry) return;
    const slim = { i, kind: kind ?? UNCHECKED, rank: classStyle(kind ?? "NONE").rank, name: text(item.properties["name"]) };
    areas.push(...shape(item.geometry, slim));
    signs.push(...anchored(item.geometry, slim));
  });
  return { areas: collect(areas), signs: collect(signs) };
}
