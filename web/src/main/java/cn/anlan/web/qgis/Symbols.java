package cn.anlan.web.qgis;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import java.util.ArrayList;
import java.util.List;

/** A layer's symbols in QGIS, by the catalogue's style: one colour, or one for each code. */
final class Symbols {
  private static final String NO_CODE = "#9e9e9e";

  private record Category(String value, String label, String color) {}

  private final Catalog catalog;
  private final Xml xml;

  Symbols(Catalog catalog, Xml xml) {
    this.catalog = catalog;
    this.xml = xml;
  }

  void write(Layer layer, GeometryKind kind) {
    List<Category> categories = categories(layer);
    if (categories.isEmpty()) {
      xml.open("renderer-v2", "type", "singleSymbol", "symbollevels", "0", "enableorderby", "0");
      xml.open("symbols");
      symbol("0", layer.style().color(), kind);
      xml.close().close();
      return;
    }
    xml.open(
        "renderer-v2",
        "type",
        "categorizedSymbol",
        "attr",
        layer.style().colorBy(),
        "symbollevels",
        "0",
        "enableorderby",
        "0");
    xml.open("categories");
    for (int i = 0; i < categories.size(); i++) {
      Category c = categories.get(i);
      xml.empty(
          "category",
          "symbol",
          String.valueOf(i),
          "value",
          c.value,
          "label",
          c.label,
          "render",
          "true");
    }
    xml.close().open("symbols");
    for (int i = 0; i < categories.size(); i++) {
      symbol(String.valueOf(i), categories.get(i).color, kind);
    }
    xml.close().close();
  }

  /** Those of the codes, worst last as QGIS draws them in this order, and one for all others. */
  private List<Category> categories(Layer layer) {
    List<Category> categories = new ArrayList<>();
    String colorBy = layer.style().colorBy();
    Field field = colorBy == null ? null : layer.getField(colorBy);
    if (field == null) {
      return categories;
    }
    if (field.codes() != null) {
      for (Code code : catalog.getCodes(field.codes()).codes()) {
        String color = code.color() == null ? layer.style().color() : code.color();
        categories.add(new Category(code.value(), code.title().zh(), color));
      }
    } else if (field.type() == FieldType.BOOLEAN) {
      categories.add(new Category("true", field.title().zh(), layer.style().color()));
    }
    if (!categories.isEmpty()) {
      categories.add(new Category("", "其他或未填", NO_CODE));
    }
    return categories;
  }

  private void symbol(String name, String color, GeometryKind kind) {
    String rgb = rgb(color) + ",255";
    switch (kind) {
      case LINE, LINE_Z -> {
        open(name, "line", "1", "SimpleLine");
        options("line_color", rgb, "line_width", "0.5", "line_width_unit", "MM");
      }
      case POLYGON -> {
        open(name, "fill", "1", "SimpleFill");
        options(
            "color",
            rgb(color) + ",70",
            "outline_color",
            rgb,
            "outline_width",
            "0.3",
            "outline_width_unit",
            "MM",
            "style",
            "solid");
      }
      default -> {
        open(name, "marker", "1", "SimpleMarker");
        options(
            "name",
            "circle",
            "color",
            rgb,
            "outline_color",
            "255,255,255,255",
            "outline_width",
            "0.2",
            "size",
            "2.4",
            "size_unit",
            "MM");
      }
    }
    xml.close().close();
  }

  private void open(String name, String type, String alpha, String symbolLayer) {
    xml.open("symbol", "name", name, "type", type, "alpha", alpha, "clip_to_extent", "1");
    xml.open("layer", "class", symbolLayer, "enabled", "1", "pass", "0", "locked", "0");
  }

  /** Names and values in turn, in the way that QGIS 3 reads, and in that of before 3.28 as well. */
  private void options(String... pairs) {
    xml.open("Option", "type", "Map");
    for (int i = 0; i < pairs.length; i += 2) {
      xml.empty("Option", "name", pairs[i], "type", "QString", "value", pairs[i + 1]);
    }
    xml.close();
    for (int i = 0; i < pairs.length; i += 2) {
      xml.empty("prop", "k", pairs[i], "v", pairs[i + 1]);
    }
  }

  private static String rgb(String color) {
    return Integer.parseInt(color.substring(1, 3), 16)
        + ","
        + Integer.parseInt(color.substring(3, 5), 16)
        + ","
        + Integer.parseInt(color.substring(5, 7), 16);
  }
}
