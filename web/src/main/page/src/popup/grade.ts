import { getGrade, gradeSheet } from "../api/endpoints";
import type { GradeExplanation, Item, Text } from "../api/types";
import { h } from "../dom";
import { language, pick, t } from "../i18n";
import { LEVEL_STYLES, isLevel } from "../palette";

/** The layers whose features the service grades from their factors. */
const GRADED = new Set(["risk_point", "enterprise", "major_hazard_installation", "tailings_pond", "mine_system", "chemical_park"]);

/** Says in the pop-up why the feature has its grade, with the sheet to print beside; null where it has none. */
export function gradeButton(layer: string, item: Item): HTMLElement | null {
  if (!GRADED.has(layer) || item.id === undefined) return null;
  const id = item.id;
  const button = h("button", {
    type: "button", class: "ghost", "data-testid": "popup-grade",
    click: () => void open(button, layer, id),
  }, t("gradeWhy"));
  return button;
}

async function open(button: HTMLButtonElement, layer: string, id: string | number): Promise<void> {
  button.disabled = true;
  const place = h("div", { class: "popup-grade", "data-testid": "popup-grade-text" }, h("p", { class: "quiet" }, t("wait")));
  button.closest(".popup-tools")?.after(place);
  try {
    const { grades } = await getGrade(layer, id);
    place.replaceChildren(...grades.map(explained),
      h("a", { class: "link", href: gradeSheet(layer, id, language()), target: "_blank", rel: "noopener" }, t("planOpenSheet")));
  } catch (error) {
    place.replaceChildren(h("p", { role: "alert" }, error instanceof Error ? error.message : String(error)));
  }
}

function explained(grade: GradeExplanation): HTMLElement {
  const list = (texts: readonly Text[]): HTMLElement => h("ul", { class: "reasons" }, ...texts.map((text) => h("li", {}, pick(text))));
  const differs = grade.stored !== null && !grade.stored.agrees && grade.stored.text !== null;
  return h("section", {},
    h("p", {}, chip(grade), grade.table && h("span", { class: "quiet" }, `${pick(grade.table.title)} · ${grade.table.id} v${grade.table.version}`)),
    differs && h("p", { class: "plan-warning" }, pick(grade.stored?.text)),
    list(grade.steps),
    grade.toNextBetter.length > 0 && h("p", { class: "quiet" }, t("gradeNext")),
    grade.toNextBetter.length > 0 && list(grade.toNextBetter),
    grade.table && h("p", { class: "quiet" }, pick(grade.table.source)));
}

/** Colours only where the grade is one of the four risk colours; a class or a tier is none. */
function chip(grade: GradeExplanation): HTMLElement {
  const style = grade.scale === "risk_level" && isLevel(grade.level) ? LEVEL_STYLES[grade.level] : null;
  return h("span", { class: `grade-chip grade-${style?.grade ?? "none"}` }, style ? `${t(style.letter)} ${style.sign}` : pick(grade.gradeTitle) || t("ungraded"));
}
