import { getJson, type OnWait } from "./client";
import type { CatalogDocument, Checks, Counts, Item, Items, RiskMap, Rule, Status, Zones } from "./types";

/** Features asked for at once. A layer that holds more is asked again for its worst level alone. */
const ITEM_LIMIT = 10000;

const query = (parameters: [string, string][]): string => {
  const text = new URLSearchParams(parameters).toString();
  return text ? `?${text}` : "";
};

export const getStatus = (onWait?: OnWait): Promise<Status> => getJson("api/status", onWait);

export const getCatalog = (onWait?: OnWait): Promise<CatalogDocument> => getJson("api/catalog", onWait);

export const getRiskMap = (asOf: string, onWait?: OnWait): Promise<RiskMap> =>
  getJson(`api/riskmap${query([["adminLevel", "county"], ["asOf", asOf]])}`, onWait);

export const getRules = (onWait?: OnWait): Promise<Rule[]> => getJson("api/checks/rules", onWait);

export const getChecks = (rules: readonly string[], asOf: string, onWait?: OnWait): Promise<Checks> =>
  getJson(`api/checks${query([...rules.map((rule): [string, string] => ["rule", rule]), ["asOf", asOf]])}`, onWait);

export const getZones = (rule: string, onWait?: OnWait): Promise<Zones> =>
  getJson(`api/zones/${encodeURIComponent(rule)}`, onWait);

export const getCounts = (layer: string, by: string, onWait?: OnWait): Promise<Counts> =>
  getJson(`api/layers/${encodeURIComponent(layer)}/counts${query([["by", by]])}`, onWait);

export function getItems(layer: string, onWait?: OnWait, filter?: string): Promise<Items> {
  const parameters: [string, string][] = [["limit", String(ITEM_LIMIT)]];
  if (filter !== undefined) parameters.push(["filter", filter]);
  return getJson(`api/layers/${encodeURIComponent(layer)}/items${query(parameters)}`, onWait);
}

export const getItem = (layer: string, id: string | number, onWait?: OnWait): Promise<Item> =>
  getJson(`api/layers/${encodeURIComponent(layer)}/items/${encodeURIComponent(String(id))}`, onWait);

/**
 * Features of a graded layer, never without its red ones: where the layer holds more than one answer carries, level 1
 * is asked for by itself and put in.
 */
export async function getGradedItems(layer: string, onWait?: OnWait): Promise<Items> {
  const all = await getItems(layer, onWait);
  if (all.numberMatched <= all.features.length) return all;
  const red = await getItems(layer, onWait, "level = 1");
  const present = new Set(all.features.map((feature) => feature.id));
  all.features.push(...red.features.filter((feature) => !present.has(feature.id)));
  return all;
}
