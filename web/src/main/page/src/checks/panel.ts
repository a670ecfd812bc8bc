import { byId, h, keepFocus } from "../dom";
import { formatNumber } from "../format";
import { onLanguage, pick, t } from "../i18n";
import { VERDICTS } from "../palette";
import { state, subscribe, toggled, update } from "../state";
import { modeSwitch } from "../shell/mode";
import { detailView } from "./detail";
import { listView, resetList } from "./list";
import { countVerdicts } from "./summary";
import { verdictSign } from "./chip";
import { distinctRules, shoreRules } from "./rules";
import type { Rule } from "../api/types";

/** The right-hand panel: the list of findings, or one finding in full. */
export function mountChecks(): void {
  const root = byId("checks");
  let shown: string | null = null;
  let scroll = 0;
  const render = (): void => {
    root.setAttribute("aria-label", t("checks"));
    const { finding } = state;
    const key = finding ? `${finding.rule}/${finding.subjectCode}` : null;
    if (shown === null && key !== null) scroll = root.scrollTop;
    keepFocus(root, () => root.replaceChildren(finding ? detailView(finding) : overview()));
    if (key !== shown) {
      root.scrollTop = key === null ? scroll : 0;
      if (key !== null) root.querySelector<HTMLElement>(".detail-back")?.focus({ preventScroll: true });
      else if (shown !== null) root.querySelector<HTMLElement>(`[data-focus="${CSS.escape(shown)}"]`)?.focus({ preventScroll: true });
    }
    shown = key;
  };
  subscribe((_, changed) => {
    if (changed.has("selectedRules")) resetList();
    if ((["checks", "rules", "failed", "finding", "catalog", "selectedRules", "shownVerdicts"] as const).some((key) => changed.has(key))) render();
    else if (changed.has("findingFilter")) root.querySelector(".findings")?.replaceWith(listView(render));
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.finding) update({ finding: null });
  });
  onLanguage(render);
  render();

  function overview(): HTMLElement {
    return h("div", { class: "overview" }, modeSwitch("checks"), ruleSelector(), verdictCounts(), nameFilter(), listView(render));
  }
}

function ruleSelector(): HTMLElement {
  const shores = shoreRules(state.rules);
  const rules = distinctRules(state.rules);
  const isShores = state.selectedRules.length === shores.length && shores.length > 1;
  const choice = (ids: string[], label: string, title: string, pressed: boolean, id: string): HTMLElement =>
    h("button", {
      type: "button", class: "segment", "aria-pressed": String(pressed), title, "data-testid": `rule-${id}`, "data-focus": `rule-${id}`,
      click: () => update({ selectedRules: ids, finding: null }),
    }, label);
  const chosen = isShores ? null : rules.find((rule) => rule.id === state.selectedRules[0]);
  return h(
    "div",
    {},
    h(
      "div",
      { class: "segments", role: "group", "aria-label": t("rule") },
      choice(shores, t("shoreRules"), t("shoreRules"), isShores, "shores"),
      ...rules
        .filter((rule) => shores.includes(rule.id))
        .map((rule) => choice([rule.id], rule.id, pick(rule.title), chosen?.id === rule.id, rule.id)),
    ),
    otherRule(rules.filter((rule) => !shores.includes(rule.id)), chosen?.id ?? ""),
    chosen ? h("p", { class: "quiet rule-title" }, pick(chosen.title)) : null,
  );
}

/** The rules of other layers, one at a time. */
function otherRule(rules: readonly Rule[], chosen: string): HTMLElement {
  const select = h(
    "select",
    {
      class: "other-rule", "aria-label": t("otherRules"), "data-testid": "other-rules", "data-focus": "other-rules",
      change: () => {
        if (select.value !== "") update({ selectedRules: [select.value], finding: null });
      },
    },
    h("option", { value: "" }, t("otherRules")),
    ...rules.map((rule) => h("option", { value: rule.id }, `${rule.id} ${pick(rule.title)}`)),
  );
  select.value = rules.some((rule) => rule.id === chosen) ? chosen : "";
  return select;
}

function verdictCounts(): HTMLElement {
  const counts = countVerdicts(state.checks?.findings ?? []);
  return h(
    "div",
    { class: "verdicts", role: "group", "aria-label": t("verdictReasons") },
    ...VERDICTS.map((verdict) =>
      h(
        "button",
        {
          type: "button", class: "verdict", "aria-pressed": String(state.shownVerdicts.has(verdict)), "data-focus": `verdict-${verdict}`,
          click: () => {
            resetList();
            update({ shownVerdicts: toggled(state.shownVerdicts, verdict) });
          },
        },
        verdictSign(verdict),
        h("b", { class: "num", "data-testid": `verdict-count-${verdict}` }, state.checks ? formatNumber(counts[verdict]) : "…"),
        h("span", {}, t(verdict)),
      ),
    ),
  );
}

function nameFilter(): HTMLElement {
  const input = h("input", {
    type: "search", class: "filter", placeholder: t("searchFindings"), "aria-label": t("searchFindings"), "data-focus": "finding-filter",
    input: () => {
      resetList();
      update({ findingFilter: input.value });
    },
  });
  input.value = state.findingFilter;
  return input;
}
