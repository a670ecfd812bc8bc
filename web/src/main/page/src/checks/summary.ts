import type { Finding, Item, Items, Verdict } from "../api/types";
import { PROJECT_CLASSES, VERDICT_STYLES, type ProjectClass } from "../palette";

/** Worst verdict first; among equals the smallest margin, what could not be measured last. */
export function bySeverity(a: Finding, b: Finding): number {
  return (
    VERDICT_STYLES[a.verdict].rank - VERDICT_STYLES[b.verdict].rank ||
    (a.marginM ?? Infinity) - (b.marginM ?? Infinity) ||
    a.subjectCode.localeCompare(b.subjectCode) ||
    a.rule.localeCompare(b.rule)
  );
}

export function countVerdicts(findings: readonly Finding[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { FAIL: 0, NEEDS_SURVEY: 0, PASS: 0, EXEMPT: 0, GRANDFATHERED: 0, NOT_ASSESSABLE: 0 };
  for (const finding of findings) counts[finding.verdict]++;
  return counts;
}

/** Answers which findings a project has. */
export class ProjectFindings {
  private readonly byCode = new Map<string, Finding[]>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) {
      if (finding.subjectLayer !== "chemical_project") continue;
      const of = this.byCode.get(finding.subjectCode);
      if (of) of.push(finding);
      else this.byCode.set(finding.subjectCode, [finding]);
    }
    for (const of of this.byCode.values()) of.sort(bySeverity);
  }

  /** The project's findings, worst first. */
  of(item: Item): readonly Finding[] {
    return this.byCode.get(String(item.properties["code"])) ?? [];
  }

  classOf(item: Item): ProjectClass {
    return this.of(item)[0]?.verdict ?? "NONE";
  }
}

/** How many projects stand in each class of the legend. */
export function countProjects(projects: Items, findings: ProjectFindings): Record<ProjectClass, number> {
  const counts = Object.fromEntries(PROJECT_CLASSES.map((kind) => [kind, 0])) as Record<ProjectClass, number>;
  for (const item of projects.features) counts[findings.classOf(item)]++;
  return counts;
}

let cached: { of: readonly Finding[]; summary: ProjectFindings } | null = null;

/** The summary of these findings, made once. */
export function projectFindings(findings: readonly Finding[]): ProjectFindings {
  if (cached?.of !== findings) cached = { of: findings, summary: new ProjectFindings(findings) };
  return cached.summary;
}
