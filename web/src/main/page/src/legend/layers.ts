import { h } from "../dom";
import { formatNumber, formatWidth } from "../format";
import { t } from "../i18n";
import { state, update, type LayerKey } from "../state";

interface Switch {
  key: LayerKey;
  name: string;
  mark: string;
  count: number | null;
}

/** The list of layers, each with a switch, the sign it has on the map, and how many features it holds. */
export function layerSwitches(): HTMLElement {
  return h("section", { class: "legend-group layer-group" }, h("h2", {}, t("layers")), h("ul", {}, ...switches().map((entry) => h("li", {}, row(entry)))));
}

function switches(): Switch[] {
  const shores = (wanted: (definition: string) => boolean): number | null =>
    state.shores?.features.filter(({ properties }) => wanted(String(properties["definition"]))).length ?? null;
  const width = state.zones?.features[0]?.properties.distanceM ?? 1000;
  const list: Switch[] = [
    { key: "regions", name: t("layerRegions"), mark: "area", count: state.riskMap?.features.length ?? null },
    { key: "pattern", name: t("layerPattern"), mark: "pattern", count: null },
    { key: "risk", name: t("layerRisk"), mark: "ring", count: state.riskCounts?.total ?? null },
    { key: "projects", name: t("layerProjects"), mark: "project", count: state.projects?.numberMatched ?? null },
    { key: "enterprises", name: t("layerEnterprises"), mark: "enterprise", count: state.enterprises?.numberMatched ?? null },
    { key: "water", name: t("layerWater"), mark: "water", count: state.water?.numberMatched ?? null },
    { key: "zone", name: t("layerZone", { km: formatWidth(width) }), mark: "zone", count: null },
    { key: "shoreMapped", name: t("layerShoreMapped"), mark: "shore-mapped", count: shores((d) => d === "mapped") },
    { key: "shoreDemo", name: t("layerShoreDemo"), mark: "shore-demo", count: shores((d) => d === "demo") },
  ];
  const other = shores((d) => d !== "mapped" && d !== "demo");
  if (other) list.push({ key: "shoreOther", name: t("layerShoreOther"), mark: "shore-other", count: other });
  if (state.status?.basemap) list.push({ key: "basemap", name: t("layerBasemap"), mark: "basemap", count: null });
  return list;
}

function row({ key, name, mark, count }: Switch): HTMLElement {
  const box = h("input", {
    type: "checkbox", "data-focus": `layer-${key}`, "data-testid": `layer-${key}`,
    change: () => update({ layers: { ...state.layers, [key]: box.checked } }),
  });
  box.checked = state.layers[key];
  return h(
    "label",
    { class: "layer" },
    box,
    h("i", { class: `mark mark-${mark}`, "aria-hidden": "true" }),
    h("span", { class: "legend-name" }, name),
    count !== null && h("span", { class: "num quiet" }, count === 0 ? t("emptyLayer") : formatNumber(count)),
  );
}
