import type { Assessment, Changes } from "./types";

/** What the leader's panel shows, and what the service said to it. */
export interface Risk {
  /** The county in full; null for the list of all. */
  code: string | null;
  assessment: Assessment | null;
  assessmentError: unknown;
  changes: Changes | null;
  changesError: unknown;
}

export const risk: Risk = {
  code: null,
  assessment: null,
  assessmentError: null,
  changes: null,
  changesError: null,
};

type Listener = (changed: ReadonlySet<keyof Risk>) => void;
const listeners: Listener[] = [];

/** Changes it and tells everyone once, with the names of what changed. */
export function changeRisk(next: Partial<Risk>): void {
  Object.assign(risk, next);
  const changed = new Set(Object.keys(next) as (keyof Risk)[]);
  for (const listener of listeners) listener(changed);
}

export function onRisk(listener: Listener): void {
  listeners.push(listener);
}
