import { getJson } from "../api/client";
import { withQuery } from "../api/query";
import { state, update } from "../state";
import { monthEnd, riskDay } from "./month";
import { changeRisk, risk } from "./store";
import type { Assessment, Changes } from "./types";

let turn = 0;

/** The address of a region's grounds; without a day the service takes the last of its facts. */
export const assessmentAddress = (code: string, more: Record<string, string> = {}): string =>
  withQuery(`api/assessment/${encodeURIComponent(code)}`, { asOf: state.riskAsOf, ...more });

/** Brings what the panel is to show; of two questions only the later one counts. */
export async function askRisk(): Promise<void> {
  if (state.mode !== "risk") return;
  const mine = ++turn;
  const { code } = risk;
  await Promise.all([
    code === null ? Promise.resolve() : put(mine, () => getJson<Assessment>(assessmentAddress(code)), "assessment", "assessmentError"),
    riskDay() === "" ? Promise.resolve() : put(mine, () => getJson<Changes>(changesAddress()), "changes", "changesError"),
  ]);
}

const changesAddress = (): string =>
  withQuery("api/assessment/changes", { from: monthEnd(riskDay(), -1), to: riskDay() });

async function put<T>(mine: number, get: () => Promise<T>, key: "assessment" | "changes", error: "assessmentError" | "changesError"): Promise<void> {
  try {
    const answer = await get();
    if (mine === turn) changeRisk({ [key]: answer, [error]: null });
  } catch (fault) {
    if (mine === turn) changeRisk({ [key]: null, [error]: fault });
  }
}

/** Opens the panel on one county, or with null on the list of all. */
export function showCounty(code: string | null): void {
  update({ mode: "risk" });
  changeRisk({ code, assessment: null, assessmentError: null });
}
