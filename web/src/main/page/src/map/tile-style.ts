import type { LayerSpecification } from "maplibre-gl";
import type { Catalog } from "../catalog";
import { isRed } from "../palette";
import { shortNumber, cellRing, codeColors, countOf } from "./expressions";
import { BOLD, PLACE_OF_AREAS, PLACE_OF_PILLS, PLACE_OF_POINTS, PLACE_OF_RINGS, PLACE_OF_WORST } from "./layers";

/** The parts of a tile layer: areas, lines, single points, those of the worst value, rings, and the number of the worst in a ring. */
export type TilePart = "fill" | "line" | "dot" | "worst" | "ring" | "red";

export interface TileMapLayer {
  part: TilePart;
  /** The layer below which this part of every tile layer lies. */
  place: string;
  layer: LayerSpecification;
}

export const tileSource = (id: string): string => `tiles-${id}`;
export const tileMapLayer = (id: string, part: TilePart): string => `tiles-${id}-${part}`;

/**
 * How a layer is drawn from its tiles, by the catalogue's style alone. Of a layer coloured by a field, cells are rings
 * with their number; of any other, specks that grow with it. Lines never get rings: what of them is too short to be
 * drawn is a speck. What is red lies over the rings, of every layer: a single red point is not lost under a crowd.
 */
export function tileLayers(catalog: Catalog, id: string): TileMapLayer[] {
  const layer = catalog.find(id);
  if (!layer) return [];
  const colouring = catalog.colouring(id);
  const codes = colouring?.codes ?? [];
  const color = colouring ? codeColors(colouring.field, codes, layer.style.color) : layer.style.color;
  const common = { source: tileSource(id), "source-layer": id };
  const linear = layer.geometry === "line" || layer.geometry === "line_z";
  const ringed = colouring !== null && !linear;
  const order = codes.length > 0 && colouring ? ["match", ["to-string", ["get", colouring.field.name]], ...codes.flatMap(({ value }, i) => [value, -i]), -codes.length] : 0;
  const made: TileMapLayer[] = [];
  const add = (part: TilePart, place: string, spec: object): void => {
    made.push({ part, place, layer: { id: tileMapLayer(id, part), ...common, ...spec } as LayerSpecification });
  };
  if (layer.geometry === "polygon" || layer.geometry === "any") {
    add("fill", PLACE_OF_AREAS, { type: "fill", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": color, "fill-opacity": 0.35 } });
  }
  if (layer.geometry !== "point") {
    add("line", PLACE_OF_AREAS, {
      type: "line", filter: ["!=", ["geometry-type"], "Point"], layout: { "line-join": "round", "line-sort-key": order },
      paint: { "line-color": color, "line-width": ["interpolate", ["linear"], ["zoom"], 6, linear ? 0.9 : 0.5, 11, linear ? 2 : 1.2, 15, linear ? 3.5 : 1.6] },
    });
  }
  const worst = ringed && codes[0] && isRed(codes[0].color) ? codes[0].value : null;
  const isPoint = ["==", ["geometry-type"], "Point"];
  const isSingle = ["all", isPoint, ["!", ["has", "n"]]];
  const isWorst = ["==", ["to-string", ["get", colouring?.field.name ?? ""]], worst ?? ""];
  const dot = (filter: unknown[]): object => ({
    type: "circle", filter, layout: { "circle-sort-key": order },
    paint: { "circle-color": color, ...(linear ? lineSpeck : layer.geometry === "polygon" ? smallArea : ringed ? gradedDot : speck) },
  });
  add("dot", PLACE_OF_POINTS, dot(!ringed ? isPoint : worst === null ? isSingle : [...isSingle, ["!", isWorst]]));
  if (worst !== null) add("worst", PLACE_OF_WORST, dot([...isSingle, isWorst]));
  if (ringed) {
    add("ring", PLACE_OF_RINGS, {
      type: "symbol", filter: ["has", "n"],
      layout: {
        "icon-image": cellRing(codes), "icon-allow-overlap": true, "text-allow-overlap": true, "icon-padding": 0,
        "text-field": shortNumber(["get", "n"], 10000), "text-font": BOLD, "text-size": 11, "symbol-sort-key": codes[0] ? countOf(codes[0].value) : 0,
      },
      paint: { "text-color": "#22323c" },
    });
    if (worst !== null) add("red", PLACE_OF_PILLS, redPill(worst));
  }
  return made;
}

/** A single feature of a layer coloured by a field. */
const gradedDot = {
  "circle-radius": ["interpolate", ["linear"], ["zoom"], 6, 3.4, 10, 5, 14, 7],
  "circle-stroke-color": "#ffffff",
  "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 6, 1, 10, 1.4],
};

/** A feature, or a cell of few pixels: the more it holds, the larger and darker. */
const members = ["coalesce", ["get", "n"], 1];
const speck = {
  "circle-radius": ["interpolate", ["linear"], ["zoom"],
    6, ["min", 3.2, ["+", 0.8, ["*", 0.35, ["ln", members]]]],
    10, ["min", 4, ["+", 2.2, ["*", 0.35, ["ln", members]]]],
    13, 4.5, 16, 6.5],
  "circle-opacity": ["interpolate", ["linear"], ["zoom"], 6, ["min", 0.8, ["+", 0.4, ["*", 0.1, ["ln", members]]]], 10, 0.85],
  "circle-stroke-color": "#ffffff",
  "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 8.5, 0, 10, 1],
};

/** A polygon too small to be drawn must not look larger than one that is. */
const smallArea = { "circle-radius": ["interpolate", ["linear"], ["zoom"], 6, 2.6, 12, 2], "circle-stroke-color": "#ffffff", "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 9, 0.8, 11, 0] };

const lineSpeck = { "circle-radius": ["interpolate", ["linear"], ["zoom"], 6, 0.7, 11, 1.2] };

/** The number of the worst in a cell, beside its ring. */
const redPill = (worst: string): object => ({
  type: "symbol", filter: ["all", ["has", "n"], [">", countOf(worst), 0]],
  layout: {
    "icon-image": "red-pill", "icon-offset": [13, -14], "icon-allow-overlap": true, "icon-ignore-placement": true,
    "text-allow-overlap": true, "text-ignore-placement": true, "text-field": shortNumber(countOf(worst), 1000), "text-font": BOLD, "text-size": 10, "text-offset": [1.3, -1.4],
  },
  paint: { "text-color": "#ffffff" },
});
