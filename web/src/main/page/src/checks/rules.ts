import type { Rule } from "../api/types";

/** A distance from shores that chemical projects keep: what the map draws without being asked. */
export const isShoreRule = (rule: Rule): boolean =>
  rule.kind === "min" && rule.subjectLayer === "chemical_project" && rule.targetLayers.includes("shoreline");

/** Their ids. All rules at once would be more findings than a browser can hold. */
export const shoreRules = (rules: readonly Rule[]): string[] => rules.filter(isShoreRule).map((rule) => rule.id);

/** One of each id: a rule that binds several layers is listed once for each. */
export const distinctRules = (rules: readonly Rule[]): Rule[] => [...new Map(rules.map((rule) => [rule.id, rule])).values()];
