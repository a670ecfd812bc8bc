import type { Items } from "../api/types";
import { formatWidth } from "../format";
import { pick, t } from "../i18n";
import { state, toggled, update, type LayerKey } from "../state";

/** A layer in the list: its switch, the sign it has on the map, and how many features it holds. */
export interface Switch {
  id: string;
  name: string;
  /** Words by which it is found beside its name. */
  words: string;
  group: string;
  mark: string;
  color: string | null;
  count: number | null;
  /** How many of them are on the map, where that is not all. */
  drawn: number | null;
  /** Delivered rows of it that wait for correction and are not shown. */
  awaiting: number;
  shown: boolean;
  /** Null where there is nothing to show on a map. */
  toggle: (() => void) | null;
}

/** Of several switches of one layer, the one that tells how many of its rows wait for correction. */
const FIRST_OF_LAYER = new Set<LayerKey>(["regions", "projects", "water", "shoreMapped"]);

const awaiting = (layer: string): number => state.status?.layers.find(({ id }) => id === layer)?.awaitingCorrection ?? 0;

/** Of what is drawn from one answer there may be more than that answer holds. */
const drawnOf = (items: Items | null): number | null => (items && items.numberReturned < items.numberMatched ? items.numberReturned : null);

/** The switches of what is drawn in a way of its own, in the group of the catalogue's layer that it belongs to. */
function ownSwitches(): Switch[] {
  const shores = (wanted: (definition: string) => boolean): number | null =>
    state.shores?.features.filter(({ properties }) => wanted(String(properties["definition"]))).length ?? null;
  const width = state.zones?.features[0]?.properties.distanceM ?? 1000;
  const own = (key: LayerKey, layer: string, name: string, mark: string, count: number | null, items: Items | null = null): Switch => ({
    id: key, name, mark, count, drawn: drawnOf(items), awaiting: FIRST_OF_LAYER.has(key) ? awaiting(layer) : 0, words: layer, color: null, group: state.catalog?.groupOf(layer) ?? "", shown: state.layers[key],
    toggle: () => update({ layers: { ...state.layers, [key]: !state.layers[key] } }),
  });
  const list = [
    own("regions", "region", t("layerRegions"), "area", state.riskMap?.features.length ?? null),
    own("pattern", "region", t("layerPattern"), "pattern", null),
    own("projects", "chemical_project", t("layerProjects"), "project", state.projects?.numberMatched ?? null, state.projects),
    own("water", "water_body", t("layerWater"), "water", state.water?.numberMatched ?? null, state.water),
    own("zone", "shoreline", t("layerZone", { km: formatWidth(width) }), "zone", null),
    own("shoreMapped", "shoreline", t("layerShoreMapped"), "shore-mapped", drawnOf(state.shores) === null ? shores((d) => d === "mapped") : (state.shores?.numberMatched ?? null), state.shores),
    own("shoreDemo", "shoreline", t("layerShoreDemo"), "shore-demo", shores((d) => d === "demo")),
  ];
  const other = shores((d) => d !== "mapped" && d !== "demo");
  if (other) list.push(own("shoreOther", "shoreline", t("layerShoreOther"), "shore-other", other));
  if (state.status?.basemap) list.push(own("basemap", "region", t("layerBasemap"), "basemap", null));
  return list;
}

/** The switches of all other layers of the catalogue, drawn from tiles by its style. */
function catalogSwitches(): Switch[] {
  const { catalog, status } = state;
  return (catalog?.all() ?? []).flatMap((layer): Switch[] => {
    const tiled = catalog?.isTiled(layer.id) ?? false;
    if (!tiled && layer.geometry !== "none") return [];
    return [{
      id: layer.id,
      name: pick(layer.title) || layer.id,
      words: `${layer.id} ${layer.title.zh} ${layer.title.en}`,
      group: catalog?.groupOf(layer.id) ?? "",
      mark: !tiled ? "none" : catalog?.colouring(layer.id) && layer.geometry === "point" ? "ring" : layer.geometry === "point" ? "dot" : layer.geometry === "polygon" ? "fill" : "line",
      color: layer.style.color,
      drawn: null,
      count: status?.layers.find(({ id }) => id === layer.id)?.count ?? null,
      awaiting: awaiting(layer.id),
      shown: state.tiles.has(layer.id),
      toggle: tiled ? () => update({ tiles: toggled(state.tiles, layer.id) }) : null,
    }];
  });
}

export const allSwitches = (): Switch[] => [...ownSwitches(), ...catalogSwitches()];
