import type { Finding } from "../api/types";
import { state, subscribe, update } from "../state";

/** Whether the rules that are chosen are ones by which the chemical projects are coloured. */
export const coloursProjects = (): boolean =>
  state.rules.some((rule) => state.selectedRules.includes(rule.id) && rule.subjectLayer === "chemical_project");

/**
 * Keeps the last answer that speaks of chemical projects. A rule for another layer says nothing of them: their colours
 * must not turn into "no rule applies" when it is chosen.
 */
export function followProjects(): void {
  subscribe((now, changed) => {
    if (!coloursProjects()) return;
    const isAsked = changed.has("selectedRules") || changed.has("asOf");
    if (isAsked) update({ projectRules: now.selectedRules, projectChecks: null });
    else if (changed.has("checks")) update({ projectChecks: now.checks });
  });
}

/** Opens a project's finding, with the rules that it belongs to in the panel. */
export function openProjectFinding(finding: Finding): void {
  update({ ...(coloursProjects() ? {} : { selectedRules: state.projectRules }), finding });
}
