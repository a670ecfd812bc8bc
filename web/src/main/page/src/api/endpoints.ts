import { getJson, type OnWait } from "./client";
import type { CatalogDocument, Checks, Counts, Freshness, GradeAnswer, Item, Items, RiskMap, Rule, Status, Zones } from "./types";

/** Features asked for at once, of the layers that are small enough to be drawn from GeoJSON. */
const ITEM_LIMIT = 10000;
const FOUND_LIMIT = 6;
const FRESHNESS_MS = 10_000;

const query = (parameters: [string, string][]): string => {
  const text = new URLSearchParams(parameters).toString();
  return text ? `?${text}` : "";
};

export const getStatus = (onWait?: OnWait): Promise<Status> => getJson("api/status", onWait);

/** Asked for again and again: what has not come soon will not come. */
export const getFreshness = (): Promise<Freshness> => getJson("api/freshness", undefined, AbortSignal.timeout(FRESHNESS_MS));

export const getCatalog = (onWait?: OnWait): Promise<CatalogDocument> => getJson("api/catalog", onWait);

/** Without a day the service takes the last of its facts. */
export const getRiskMap = (asOf: string, onWait?: OnWait): Promise<RiskMap> =>
  getJson(`api/riskmap${query([["adminLevel", "county"], ["palette", "published_status"], ...(asOf === "" ? [] : [["asOf", asOf] as [string, string]])])}`, onWait);

/** Why a feature has its grade. */
export const getGrade = (layer: string, id: string | number): Promise<GradeAnswer> =>
  getJson(`api/grades/${encodeURIComponent(layer)}/${encodeURIComponent(String(id))}`);

/** The same as a sheet to print. */
export const gradeSheet = (layer: string, id: string | number, lang: string): string =>
  `api/grades/${encodeURIComponent(layer)}/${encodeURIComponent(String(id))}${query([["f", "html"], ["lang", lang]])}`;

export const getRules = (onWait?: OnWait): Promise<Rule[]> => getJson("api/checks/rules", onWait);

export const getChecks = (rules: readonly string[], asOf: string, onWait?: OnWait): Promise<Checks> =>
  getJson(`api/checks${query([...rules.map((rule): [string, string] => ["rule", rule]), ["asOf", asOf]])}`, onWait);

/** The strip of a rule as it is in force on a day; empty where it is not. */
export const getZones = (rule: string, asOf: string, onWait?: OnWait): Promise<Zones> =>
  getJson(`api/zones/${encodeURIComponent(rule)}${query([["asOf", asOf]])}`, onWait);

export const getCounts = (layer: string, by: string, onWait?: OnWait): Promise<Counts> =>
  getJson(`api/layers/${encodeURIComponent(layer)}/counts${query([["by", by]])}`, onWait);

export function getItems(layer: string, onWait?: OnWait, filter?: string): Promise<Items> {
  const parameters: [string, string][] = [["limit", String(ITEM_LIMIT)]];
  if (filter !== undefined) parameters.push(["filter", filter]);
  return getJson(`api/layers/${encodeURIComponent(layer)}/items${query(parameters)}`, onWait);
}

export const getItem = (layer: string, id: string | number, onWait?: OnWait): Promise<Item> =>
  getJson(`api/layers/${encodeURIComponent(layer)}/items/${encodeURIComponent(String(id))}`, onWait);

/** The first features of a layer whose name contains the words. */
export function findByName(layer: string, words: string): Promise<Items> {
  const pattern = words.replace(/[\\%_]/g, "\\$&").replace(/'/g, "''");
  const parameters = query([["limit", String(FOUND_LIMIT)], ["filter", `name LIKE '%${pattern}%'`]]);
  return getJson(`api/layers/${encodeURIComponent(layer)}/items${parameters}`);
}

/** The address of a layer's tiles, for the map to fill in zoom, row and column. */
export function tileAddress(layer: string, filter: string | null): string {
  const path = `ogc/collections/${encodeURIComponent(layer)}/tiles/WebMercatorQuad/`;
  return `${new URL(path, document.baseURI).href}{z}/{y}/{x}${filter === null ? "" : query([["filter", filter]])}`;
}
