import type { CatalogDocument, CatalogField, CatalogLayer, Text, Value } from "./api/types";
import { formatMetres, formatNumber, formatUnit } from "./format";
import { language, pick, t } from "./i18n";
import { codeColor, scaleStyle } from "./palette";

/** A code as maps and legends show it. */
export interface LegendCode {
  value: string;
  title: Text;
  color: string;
  /** A letter beside the colour, where the list is a four-colour scale. */
  sign?: string;
}

/** Layers drawn from GeoJSON in a way of their own; every other one with places is drawn from vector tiles. */
const OWN_DRAWING = new Set(["region", "water_body", "shoreline", "chemical_project"]);

/** The catalogue as the page asks it: titles for layers, fields and codes, and values as people read them. */
export class Catalog {
  private readonly layers: Map<string, CatalogLayer>;

  constructor(private readonly document: CatalogDocument) {
    this.layers = new Map(document.layers.map((layer) => [layer.id, layer]));
  }

  all(): CatalogLayer[] {
    return this.document.layers;
  }

  find(id: string): CatalogLayer | undefined {
    return this.layers.get(id);
  }

  /** Whether the layer is drawn from vector tiles. */
  isTiled(id: string): boolean {
    const layer = this.layers.get(id);
    return layer !== undefined && layer.geometry !== "none" && !OWN_DRAWING.has(id);
  }

  /** The groups of layers in the catalogue's order; layers whose group it does not name come last. */
  groups(): { id: string; title: Text | null }[] {
    const named = this.document.codes["layer_group"]?.codes.map(({ value, title }) => ({ id: value, title })) ?? [];
    return [...named, { id: "", title: null }];
  }

  groupOf(id: string): string {
    const group = this.layers.get(id)?.group ?? "";
    return this.groups().some((known) => known.id === group) ? group : "";
  }

  /** The field that tells the layer's features apart on the map, and its values in the order of the legend. */
  colouring(id: string): { field: CatalogField; codes: LegendCode[] } | null {
    const layer = this.layers.get(id);
    const field = layer?.fields.find(({ name }) => name === layer.style.colorBy);
    if (!field) return null;
    if (field.type === "boolean") {
      const truth = (value: string, zh: string, en: string, index: number): LegendCode =>
        ({ value, title: { zh, en }, color: codeColor("", value, null, index) });
      return { field, codes: [truth("true", "是", "yes", 0), truth("false", "否", "no", 9)] };
    }
    const list = field.codes ? this.document.codes[field.codes] : undefined;
    if (!list) return null;
    const codes = list.codes.map(({ value, title, color }, i): LegendCode => {
      const sign = scaleStyle(field.codes ?? "", value)?.sign;
      return { value, title, color: codeColor(field.codes ?? "", value, color, i), ...(sign === undefined ? {} : { sign }) };
    });
    return { field, codes };
  }

  /** The values a coded field may have. */
  codesOf(field: CatalogField): { value: string; title: Text }[] {
    return field.codes ? (this.document.codes[field.codes]?.codes ?? []) : [];
  }

  layerTitle(id: string): string {
    return pick(this.layers.get(id)?.title) || id;
  }

  popupFields(layerId: string): CatalogField[] {
    return this.layers.get(layerId)?.fields.filter((field) => field.popup) ?? [];
  }

  /** A code's title; a code that the list does not have is shown as unknown, never bare. */
  codeTitle(list: string, value: string): string {
    const title = pick(this.document.codes[list]?.codes.find((code) => code.value === value)?.title);
    return title || t("unknownCode", { code: value });
  }

  /** The title of a code in whatever list this field of this layer uses. */
  fieldCodeTitle(layerId: string, fieldName: string, value: string): string {
    const codes = this.layers.get(layerId)?.fields.find((field) => field.name === fieldName)?.codes;
    return codes ? this.codeTitle(codes, value) : value;
  }

  format(field: CatalogField, value: Value | undefined): string {
    if (value === null || value === undefined || value === "") return t("missing");
    if (Array.isArray(value)) return value.map((part) => this.format(field, part)).join(listSeparator());
    if (field.codes) return this.codeTitle(field.codes, String(value));
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (typeof value === "number") return withUnit(value, field.unit);
    return typeof value === "object" ? JSON.stringify(value) : value;
  }
}

const listSeparator = (): string => (language() === "zh" ? "、" : ", ");

function withUnit(value: number, unit: string | null): string {
  if (unit === "m") return formatMetres(value);
  return `${formatNumber(value)}${formatUnit(unit)}`;
}
