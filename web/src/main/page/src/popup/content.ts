import { getItem } from "../api/endpoints";
import type { Item, Items } from "../api/types";
import { openProjectFinding } from "../checks/projects";
import { projectFindings } from "../checks/summary";
import { verdictChip } from "../checks/chip";
import { h } from "../dom";
import { formatMetres, formatWidth } from "../format";
import { pick, t } from "../i18n";
import { state } from "../state";
import { showSurroundings } from "../planner/panel";
import { showCounty } from "../risk/ask";
import type { Hit } from "./hit";
import { gradeButton } from "./grade";
import { demoTag, facts, type Fact } from "./parts";
import { regionContent } from "./region";

const itemsOf = (layer: string): Items | null => {
  switch (layer) {
    case "chemical_project": return state.projects;
    case "shoreline": return state.shores;
    case "water_body": return state.water;
    default: return null;
  }
};

/** What the pop-up says about a feature, or null where the data has gone meanwhile; a promise where it must be asked for. */
export function contentOf(hit: Hit, close: () => void): HTMLElement | null | Promise<HTMLElement> {
  if ("id" in hit) return hit.item ? itemContent(hit.layer, hit.item, close) : askedContent(hit, close);
  if ("code" in hit) {
    const region = state.riskMap?.features.find(({ properties }) => properties.code === hit.code);
    return region ? regionContent(region.properties, close) : null;
  }
  if (hit.layer === "zone") return zoneContent(hit.index);
  const item = itemsOf(hit.layer)?.features[hit.index];
  return item ? itemContent(hit.layer, item, close) : null;
}

async function askedContent(hit: Extract<Hit, { id: number }>, close: () => void): Promise<HTMLElement> {
  try {
    hit.item = await getItem(hit.layer, hit.id);
    return itemContent(hit.layer, hit.item, close);
  } catch (error) {
    return h("p", { role: "alert" }, error instanceof Error ? error.message : String(error));
  }
}

/** The colour of the feature on the map, where its layer is coloured by a field. */
function colourDot(layer: string, item: Item): HTMLElement | null {
  const colouring = layer === "chemical_project" ? null : state.catalog?.colouring(layer);
  const value = colouring ? item.properties[colouring.field.name] : null;
  const code = colouring?.codes.find((known) => known.value === String(value));
  if (!code) return null;
  const dot = h("i", { class: "dot", "aria-hidden": "true" });
  dot.style.background = code.color;
  return dot;
}

function itemContent(layer: string, item: Item, close: () => void): HTMLElement {
  const { properties } = item;
  const title = state.catalog?.layerTitle(layer) ?? layer;
  const name = typeof properties["name"] === "string" && properties["name"] !== "" ? properties["name"] : null;
  const rows: Fact[] = (state.catalog?.popupFields(layer) ?? [])
    // What the service does not keep at hand is left out: it must not look as if there were none.
    .filter((field) => field.name !== "name" && field.name in properties)
    .map((field) => [field.title ? pick(field.title) : field.name, state.catalog?.format(field, properties[field.name]) ?? ""]);
  rows.push([t("code"), String(properties["code"] ?? item.id ?? "")]);
  if (typeof properties["sigma_m"] === "number") rows.push([t("position"), formatMetres(properties["sigma_m"])]);
  if (properties["source"]) rows.push([t("source"), String(properties["source"])]);
  return h(
    "div",
    {},
    h("p", { class: "popup-kind" }, title, properties["is_demo"] === true && demoTag()),
    h("h3", {}, colourDot(layer, item), name ?? title),
    layer === "chemical_project" && projectVerdicts(item, close),
    h("div", { class: "popup-tools" }, surroundingsButton(layer, item, close), gradeButton(layer, item), countyButton(layer, item, close)),
    facts(rows),
  );
}

/** Opens what stands round the feature. */
function surroundingsButton(layer: string, item: Item, close: () => void): HTMLElement | null {
  const code = item.properties["code"];
  if (typeof code !== "string") return null;
  return h("button", {
    type: "button", class: "ghost", "data-testid": "popup-surroundings",
    click: () => {
      close();
      showSurroundings(layer, code);
    },
  }, t("planAround"));
}

/** From a published grade to all its grounds. */
function countyButton(layer: string, item: Item, close: () => void): HTMLElement | null {
  const code = item.properties["region_code"];
  if (layer !== "region_grade" || typeof code !== "string") return null;
  return h("button", {
    type: "button", class: "ghost", "data-testid": "popup-why",
    click: () => {
      close();
      showCounty(code);
    },
  }, t("riskWhy"));
}

/** A button per finding of the project, which opens it. */
function projectVerdicts(item: Item, close: () => void): HTMLElement | null {
  if (!state.projectChecks) return null;
  const findings = projectFindings(state.projectChecks.findings).of(item);
  if (findings.length === 0) return h("p", { class: "quiet" }, t("noRule"));
  return h(
    "div",
    { class: "popup-findings" },
    ...findings.map((finding) =>
      h(
        "button",
        {
          type: "button",
          class: "popup-finding",
          title: t("openFinding"),
          click: () => {
            close();
            openProjectFinding(finding);
          },
        },
        verdictChip(finding.verdict),
        h("span", {}, finding.rule),
        h("b", { class: "num" }, formatMetres(finding.distanceM)),
        h("span", { class: "arrow", "aria-hidden": "true" }, "›"),
      ),
    ),
  );
}

function zoneContent(index: number): HTMLElement | null {
  const zone = state.zones?.features[index]?.properties;
  if (!zone) return null;
  const definition = zone.definition ? (state.catalog?.fieldCodeTitle("shoreline", "definition", zone.definition) ?? "") : t("missing");
  return h(
    "div",
    {},
    h("p", { class: "popup-kind" }, t("zone"), zone.isDemo && demoTag()),
    h("h3", {}, zone.waterName || t("unknownWater")),
    facts([
      [t("zoneWidth"), formatWidth(zone.distanceM)],
      [t("rule"), zone.rule],
      [t("shoreDefinition"), definition],
      [t("position"), formatMetres(zone.sigmaM)],
    ]),
  );
}
