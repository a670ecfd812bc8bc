import type { Bounds } from "../map/geometry";
import { getJson, postJson } from "../api/client";
import { state, subscribe } from "../state";
import { CGCS2000, change, isPlanning, onPlan, plan, siteOnMap, type Plan } from "./plan";
import type { AreaAnswer, ScreeningAnswer, SiteKind, Surroundings } from "./types";

const PAUSE_MS = 150;

const QUESTION: (keyof Plan)[] = ["shape", "kind", "projectType", "approvalDate", "county", "producer", "attributes", "crs", "crsConfirmed"];

/**
 * Asks the service whenever the plan has changed and come to rest for a moment; of two answers only the later counts.
 *
 * @returns to be called when the map shows another part of the ground
 */
export function followPlan(view: () => Bounds): () => void {
  const screening = later(askScreening);
  const area = later((signal) => askArea(view(), signal));
  const around = later(askAround);
  onPlan((changed) => {
    const has = (...keys: (keyof Plan)[]): boolean => keys.some((key) => changed.has(key));
    if (has(...QUESTION)) screening();
    if (plan.areaShown && has("areaShown", "kind", "projectType", "approvalDate", "producer", "attributes")) area();
    if (plan.around && (has("around", "radiusM", "listed") || (plan.around === "site" && has("shape", "placed")))) around();
  });
  subscribe((now, changed) => {
    if (changed.has("mode") && now.mode === "planner" && plan.kinds.length === 0) void loadKinds();
    if (changed.has("asOf") && plan.shape) screening();
    if (changed.has("asOf") && plan.areaShown) area();
  });
  return () => {
    if (isPlanning() && plan.areaShown) area();
  };
}

async function loadKinds(): Promise<void> {
  try {
    const { kinds } = await getJson<{ kinds: SiteKind[] }>("api/screening/kinds");
    change({ kinds, kind: kinds[0] ?? null });
  } catch (error) {
    change({ error });
  }
}

/** What both questions say of the site beside its place. */
function description(): Record<string, unknown> {
  const body: Record<string, unknown> = {
    sector: plan.kind?.sector,
    siteKind: plan.kind?.id,
    projectType: plan.projectType,
    asOf: state.asOf,
  };
  if (Object.keys(plan.attributes).length > 0) body["attributes"] = plan.attributes;
  if (plan.approvalDate) body["approvalDate"] = plan.approvalDate;
  if (plan.producer !== null && plan.kind?.layers.includes("chemical_project")) body["hazardousProducer"] = plan.producer;
  return body;
}

async function askScreening(signal: AbortSignal): Promise<void> {
  if (!plan.shape || !plan.kind) {
    change({ answer: null, error: null, busy: false });
    return;
  }
  change({ busy: true });
  const body = { ...description(), geometry: plan.shape, crs: plan.crs, crsConfirmed: plan.crsConfirmed, ...(plan.county ? { county: plan.county } : {}) };
  try {
    const answer = await postJson<ScreeningAnswer>("api/screening", body, signal);
    if (signal.aborted) return;
    change({ answer, error: null, busy: false, placed: answer.site.geometry });
  } catch (error) {
    if (!signal.aborted) change({ answer: null, error, busy: false });
  }
}

async function askArea(view: Bounds, signal: AbortSignal): Promise<void> {
  if (!plan.areaShown || !plan.kind) {
    change({ area: null, areaError: null });
    return;
  }
  try {
    const area = await postJson<AreaAnswer>("api/screening/area", { ...description(), bbox: view }, signal);
    if (!signal.aborted) change({ area, areaError: null });
  } catch (areaError) {
    if (!signal.aborted) change({ area: null, areaError });
  }
}

async function askAround(signal: AbortSignal): Promise<void> {
  const { around, radiusM, listed } = plan;
  const site = siteOnMap();
  if (!around || (around === "site" && !site)) return;
  try {
    const surroundings =
      around === "site"
        ? await postJson<Surroundings>("api/surroundings", { geometry: site, crs: CGCS2000, radiusM, points: 8, limit: listed }, signal)
        : await getJson<Surroundings>(`api/surroundings?${new URLSearchParams({ layer: around.layer, code: around.code, radiusM: String(radiusM), points: "8", limit: String(listed) })}`);
    if (!signal.aborted) change({ surroundings, aroundError: null });
  } catch (aroundError) {
    if (!signal.aborted) change({ surroundings: null, aroundError });
  }
}

/** Runs the question after a pause in which it was not asked again; a new one aborts the one under way. */
function later(question: (signal: AbortSignal) => Promise<void>): () => void {
  let timer = 0;
  let running: AbortController | null = null;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      running?.abort();
      running = new AbortController();
      void question(running.signal);
    }, PAUSE_MS);
  };
}
