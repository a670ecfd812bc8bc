import * as api from "./api/endpoints";
import { coloursProjects } from "./checks/projects";
import { isShoreRule, shoreRules } from "./checks/rules";
import type { OnWait } from "./api/client";
import type { Finding } from "./api/types";
import { Catalog } from "./catalog";
import type { MessageKey } from "./i18n/messages";
import { announceAway, announceFreshness, announceVersion, setPart } from "./shell/notices";
import { state, subscribe, update, type State } from "./state";

const POLL_MS = 5_000;
/** Unanswered questions after which the service counts as away. */
const AWAY_AFTER = 2;

/**
 * Brings one part of the data and puts it into the state. A part that fails says so and offers to try again; it never
 * keeps the others from arriving. Of two requests for the same part only the later one counts.
 *
 * @param again what trying again does, where other parts hang on this one
 */
async function load(key: string, name: MessageKey, get: (onWait: OnWait) => Promise<Partial<State>>, again: () => Promise<void> = () => load(key, name, get)): Promise<void> {
  const turn = (turns.get(key) ?? 0) + 1;
  turns.set(key, turn);
  const isCurrent = (): boolean => turns.get(key) === turn;
  setPart(key, { name, state: "loading" });
  if (state.failed.has(key)) update({ failed: new Set([...state.failed].filter((other) => other !== key)) });
  try {
    const change = await get((seconds) => isCurrent() && setPart(key, { name, state: "warming", seconds }));
    if (!isCurrent()) return;
    update(change);
    setPart(key, { name, state: "ready" });
  } catch (error) {
    if (!isCurrent()) return;
    setPart(key, { name, state: "failed", error, retry: () => void again() });
    update({ failed: new Set([...state.failed, key]) });
  }
}
const turns = new Map<string, number>();

const loadRiskMap = (): Promise<void> => load("riskMap", "partRiskMap", async (w) => ({ riskMap: await api.getRiskMap(state.riskAsOf, w) }));

/**
 * Findings of another day or of other rules are no longer shown once the question has changed, nor where the new one
 * fails. One that was open is shown again as the new answer has it, and closed where that has none.
 */
function loadChecks(): Promise<void> {
  reopened = state.finding ?? reopened;
  update({ checks: null, finding: null });
  return load("checks", "partChecks", async (w) => {
    const checks = await api.getChecks(state.selectedRules, state.asOf, w);
    const finding = checks.findings.find((found) => isSame(found, reopened)) ?? null;
    reopened = null;
    return { checks, finding };
  });
}
let reopened: Finding | null = null;

/** The projects keep their colours under rules of other layers, but not those of another day. */
const loadProjectChecks = (): Promise<void> =>
  load("projectChecks", "partChecks", async (w) => {
    update({ projectChecks: null });
    return { projectChecks: await api.getChecks(state.projectRules, state.asOf, w) };
  });

const isSame = (a: Finding, b: Finding | null): boolean =>
  b !== null && a.rule === b.rule && a.subjectLayer === b.subjectLayer && a.subjectCode === b.subjectCode;

/** The strip drawn is that of the first chosen rule on the day of the checks. */
function loadZones(): Promise<void> {
  update({ zones: null });
  return load("zones", "partZones", async (w) => {
    const rule = state.rules.find((candidate) => candidate.id === state.selectedRules[0]);
    return { zones: rule && isShoreRule(rule) ? await api.getZones(rule.id, state.asOf, w) : null };
  });
}

/** Province and cities alone: the counties come with their grades. */
async function getAdminAreas(onWait: OnWait): Promise<Partial<State>> {
  const [regions, province] = await Promise.all([
    api.getItems("region", onWait, "admin_level = 'city'"),
    api.getItems("region", onWait, "admin_level = 'province'"),
  ]);
  regions.features.push(...province.features);
  return { regions };
}

/** Everything that hangs on the day: status first, since it says the day. */
async function loadDated(): Promise<void> {
  await load("status", "partStatus", async (w) => {
    const status = await api.getStatus(w);
    return { status, asOf: status.asOf };
  }, loadDated);
  if (!state.status) return;
  await Promise.all([
    loadRiskMap(),
    load("rules", "partRules", async (w) => {
      const rules = await api.getRules(w);
      return { rules, selectedRules: shoreRules(rules) };
    }),
  ]);
}

/** The numbers of the legend, for the layers that are switched on and have none yet. */
async function loadCounts(): Promise<void> {
  const wanted = [...state.tiles].filter((layer) => !asked.has(layer) && state.catalog?.colouring(layer));
  await Promise.all(
    wanted.map((layer) => {
      asked.add(layer);
      return load(`counts/${layer}`, "partCounts", async (w) => {
        const counts = await api.getCounts(layer, state.catalog?.colouring(layer)?.field.name ?? "", w);
        return { counts: { ...state.counts, [layer]: counts } };
      });
    }),
  );
}
const asked = new Set<string>();

/** Loads the page's data, all parts at once, and resolves when each has arrived or failed. */
export async function loadAll(): Promise<void> {
  void watchFreshness();
  let following = Promise.resolve();
  subscribe((_, changed) => {
    const jobs: Promise<void>[] = [];
    if (changed.has("catalog") || changed.has("tiles")) jobs.push(loadCounts());
    if (changed.has("riskAsOf")) jobs.push(loadRiskMap());
    const dated = changed.has("asOf") && !changed.has("status") && state.selectedRules.length > 0;
    if (changed.has("selectedRules") && state.finding === null) reopened = null;
    if (changed.has("selectedRules") || dated) jobs.push(loadChecks(), loadZones());
    if (dated && state.projectRules.length > 0 && !coloursProjects()) jobs.push(loadProjectChecks());
    if (jobs.length > 0) following = Promise.all([following, ...jobs]).then(() => undefined);
  });
  await Promise.all([
    loadDated(),
    load("catalog", "partCatalog", async (w) => ({ catalog: new Catalog(await api.getCatalog(w)) })),
    load("regions", "partRegions", getAdminAreas),
    load("water", "layerWater", async (w) => ({ water: await api.getItems("water_body", w) })),
    load("shores", "layerShoreMapped", async (w) => ({ shores: await api.getItems("shoreline", w) })),
    load("projects", "layerProjects", async (w) => ({ projects: await api.getItems("chemical_project", w) })),
  ]);
  await following;
}

/** What has changed since the page was opened: the data's version, and whether the service is cut off from it. */
async function watchFreshness(missed = 0): Promise<void> {
  let missing = missed + 1;
  try {
    const now = await api.getFreshness();
    missing = 0;
    announceAway(false);
    announceFreshness(now);
    if (state.status && now.dataVersion !== state.status.dataVersion) announceVersion(now.dataVersion);
  } catch {
    // Once may be chance; what is on the page stays true for the version it names.
    if (missing >= AWAY_AFTER) announceAway(true);
  } finally {
    setTimeout(() => void watchFreshness(missing), POLL_MS);
  }
}
