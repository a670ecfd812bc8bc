import type { Finding } from "../api/types";
import { h } from "../dom";
import { formatMetres, formatNumber, formatSignedMetres, formatThreshold } from "../format";
import { t } from "../i18n";
import { demoTag } from "../popup/parts";
import { state, update } from "../state";
import { verdictChip } from "./chip";
import { bySeverity } from "./summary";

const PAGE = 100;
let limit = PAGE;

/** Back to the first hundred, after the choice of findings has changed. */
export function resetList(): void {
  limit = PAGE;
}

/** The findings that the filters let through, worst first. */
export function listView(rerender: () => void): HTMLElement {
  const { checks } = state;
  if (!checks && ["status", "rules", "checks"].some((part) => state.failed.has(part))) {
    return h("div", { class: "findings" }, h("p", { class: "empty" }, t("failed", { name: t("partChecks") })));
  }
  if (!checks) return h("div", { class: "findings" }, h("div", { class: "skeleton" }), h("div", { class: "skeleton" }), h("div", { class: "skeleton" }));
  const wanted = checks.findings.filter(matches).sort(bySeverity);
  const rest = wanted.length - limit;
  return h(
    "div",
    { class: "findings" },
    h(
      "p",
      { class: "quiet", "aria-live": "polite" },
      t("findingsShown", { shown: formatNumber(wanted.length), total: formatNumber(checks.findings.length) }),
      " · ",
      t("notApplicable", { count: formatNumber(checks.manifest.notApplicable ?? 0) }),
    ),
    wanted.length === 0 && h("p", { class: "empty" }, t(checks.findings.length === 0 ? "noFindings" : "noFindingsFilter")),
    h("ul", { class: "finding-list" }, ...wanted.slice(0, limit).map((finding) => h("li", {}, row(finding)))),
    rest > 0 &&
      h("button", {
        type: "button", class: "more", "data-focus": "more",
        click: () => {
          limit += PAGE;
          rerender();
        },
      }, t("showMore", { count: Math.min(rest, PAGE) })),
  );
}

function matches(finding: Finding): boolean {
  if (state.shownVerdicts.size > 0 && !state.shownVerdicts.has(finding.verdict)) return false;
  const wanted = state.findingFilter.trim().toLocaleLowerCase();
  return (
    wanted === "" ||
    [finding.subjectName, finding.subjectCode, finding.targetName].some((text) => text?.toLocaleLowerCase().includes(wanted))
  );
}

/** What was measured to; that a water is not known is said of waters alone. */
function targetOf({ rule, targetLayer, targetName }: Finding): string {
  if (targetName) return t("toWater", { name: targetName });
  const layer = targetLayer ?? state.rules.find(({ id }) => id === rule)?.targetLayers[0];
  if (layer === undefined) return "";
  return layer === "shoreline" ? t("unknownWater") : t("toWater", { name: state.catalog?.layerTitle(layer) ?? layer });
}

function row(finding: Finding): HTMLElement {
  const figure = (label: string, value: string, extra = ""): HTMLElement =>
    h("span", { class: `figure ${extra}` }, h("small", {}, label), h("b", { class: "num" }, value));
  return h(
    "button",
    {
      type: "button",
      class: `finding finding-${finding.verdict}`,
      "data-testid": "finding-row",
      "data-rule": finding.rule,
      "data-code": finding.subjectCode,
      "data-verdict": finding.verdict,
      "data-focus": `${finding.rule}/${finding.subjectCode}`,
      click: () => update({ finding }),
    },
    h("span", { class: "finding-head" }, h("span", { class: "finding-name" }, finding.subjectName || finding.subjectCode), finding.isDemo && demoTag()),
    h(
      "span",
      { class: "finding-sub" },
      verdictChip(finding.verdict),
      h("span", { class: "rule-tag" }, finding.rule),
      h("span", { class: "ellipsis" }, targetOf(finding)),
    ),
    h(
      "span",
      { class: "figures" },
      figure(t("distance"), formatMetres(finding.distanceM)),
      figure(t("threshold"), formatThreshold(finding.thresholdM)),
      figure(t("margin"), formatSignedMetres(finding.marginM), (finding.marginM ?? 0) < 0 ? "below" : ""),
      figure("± U", formatMetres(finding.uncertaintyM)),
    ),
  );
}
