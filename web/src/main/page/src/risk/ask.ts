import { getJson } from "../api/client";
import { state } from "../state";
import { monthEnd, riskDay } from "./month";
import { changeRisk, risk } from "./store";
import type { Assessment, Changes } from "./types";

let turn = 0;

const asked = (parameters: Record<string, string>): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
};

/** The address of a region's grounds; without a day the service takes the last of its facts. */
export const assessmentAddress = (code: string, more: Record<string, string> = {}): string =>
  `api/assessment/${encodeURIComponent(code)}${asked({ asOf: state.riskAsOf, ...more })}`;

/** Brings what the panel is to show; of two questions only the later one counts. */
export async function askRisk(): Promise<void> {
  if (!risk.open) return;
  const mine = ++turn;
  const { code } = risk;
  await Promise.all([
    code === null ? Promise.resolve() : put(mine, () => getJson<Assessment>(assessmentAddress(code)), "assessment", "assessmentError"),
    riskDay() === "" ? Promise.resolve() : put(mine, () => getJson<Changes>(changesAddress()), "changes", "changesError"),
  ]);
}

const changesAddress = (): string =>
  `api/assessment/changes${asked({ from: monthEnd(riskDay(), -1), to: riskDay() })}`;

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
  changeRisk({ open: true, code, assessment: null, assessmentError: null });
}
