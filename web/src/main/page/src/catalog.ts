import type { CatalogDocument, CatalogField, CatalogLayer, Value } from "./api/types";
import { formatMetres, formatNumber } from "./format";
import { language, pick, t } from "./i18n";

/** The catalogue as the page asks it: titles for layers, fields and codes, and values as people read them. */
export class Catalog {
  private readonly layers: Map<string, CatalogLayer>;

  constructor(private readonly document: CatalogDocument) {
    this.layers = new Map(document.layers.map((layer) => [layer.id, layer]));
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
  return unit ? `${formatNumber(value)} ${unit}` : formatNumber(value);
}
