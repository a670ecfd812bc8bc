package cn.anlan.web.style;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.tile.TileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A layer's style by the catalogue alone (MapLibre Style Specification, version 8): areas and lines
 * in the colour of the code, single points too, with its sign from zoom 10 on; cells as discs in
 * the colour of their worst member with their number; names from zoom 13 on. Everything that it
 * asks for is served here.
 */
@Component
class LayerStyle {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SIGN_ZOOM = 10;
  private static final int NAME_ZOOM = 13;
  private static final List<Object> POINTS = List.of("==", List.of("geometry-type"), "Point");
  private static final List<Object> CELLS = List.of("has", "n");
  private static final List<Object> SINGLE = List.of("all", POINTS, List.of("!", CELLS));

  private final Catalog catalog;

  LayerStyle(Database database) {
    this.catalog = database.catalog();
  }

  /**
   * @param base address of the landing page without a slash at its end
   */
  ObjectNode json(Layer layer, String base) {
    ObjectNode style = JSON.createObjectNode().put("version", 8).put("name", layer.title().zh());
    style.putObject("metadata").put("title_en", layer.title().en()).put("layer", layer.id());
    style.put("sprite", base + "/sprites/anlan");
    style.put("glyphs", base + "/fonts/{fontstack}/{range}.pbf");
    ObjectNode source = style.putObject("sources").putObject(layer.id()).put("type", "vector");
    String tiles = base + "/collections/" + layer.id() + "/tiles/WebMercatorQuad/{z}/{y}/{x}";
    source.putArray("tiles").add(tiles);
    source.put("minzoom", 0).put("maxzoom", TileId.MAX_ZOOM);
    ArrayNode layers = style.putArray("layers");
    Object color = color(layer);
    boolean lines =
        layer.geometry() == GeometryKind.LINE || layer.geometry() == GeometryKind.LINE_Z;
    if (layer.geometry() == GeometryKind.POLYGON || layer.geometry() == GeometryKind.ANY) {
      Object areas = List.of("==", List.of("geometry-type"), "Polygon");
      add(
          layers,
          layer,
          "fill",
          "fill",
          areas,
          Map.of(),
          Map.of("fill-color", color, "fill-opacity", 0.35));
    }
    if (layer.geometry() != GeometryKind.POINT) {
      Object width =
          List.of(
              "interpolate",
              List.of("linear"),
              List.of("zoom"),
              6,
              lines ? 0.9 : 0.5,
              15,
              lines ? 3.5 : 1.6);
      add(
          layers,
          layer,
          "line",
          "line",
          List.of("!=", List.of("geometry-type"), "Point"),
          Map.of("line-join", "round"),
          Map.of("line-color", color, "line-width", width));
    }
    Object radius = List.of("interpolate", List.of("linear"), List.of("zoom"), 6, 3, 14, 6);
    add(
        layers,
        layer,
        "point",
        "circle",
        SINGLE,
        Map.of(),
        Map.of(
            "circle-color",
            color,
            "circle-radius",
            radius,
            "circle-stroke-color",
            "#ffffff",
            "circle-stroke-width",
            1));
    Field coloured = coloured(layer);
    if (coloured != null) {
      Object sign =
          List.of(
              "concat",
              coloured.codes() + ":",
              List.of("to-string", List.of("get", coloured.name())));
      add(
              layers,
              layer,
              "sign",
              "symbol",
              SINGLE,
              Map.of("icon-image", sign, "icon-allow-overlap", true),
              Map.of())
          .put("minzoom", SIGN_ZOOM);
    }
    cells(layers, layer, color, coloured != null);
    if (layer.findField("name").isPresent()) {
      add(
              layers,
              layer,
              "name",
              "symbol",
              List.of("has", "name"),
              Map.of(
                  "text-field",
                  List.of("get", "name"),
                  "text-font",
                  List.of(MapFont.REGULAR.id()),
                  "text-size",
                  12,
                  "text-offset",
                  List.of(0, 1.2),
                  "text-anchor",
                  "top",
                  "text-optional",
                  true),
              Map.of("text-color", "#22323c", "text-halo-color", "#ffffff", "text-halo-width", 1.2))
          .put("minzoom", NAME_ZOOM);
    }
    return style;
  }

  private static void cells(ArrayNode layers, Layer layer, Object color, boolean numbered) {
    Object members = List.of("ln", List.of("get", "n"));
    Object radius =
        numbered
            ? List.of("+", 8, List.of("*", 1.2, members))
            : List.of("+", 0.8, List.of("*", 0.35, members));
    add(
        layers,
        layer,
        "cell",
        "circle",
        CELLS,
        Map.of(),
        Map.of("circle-color", color, "circle-radius", radius, "circle-opacity", 0.85));
    if (numbered) {
      add(
          layers,
          layer,
          "number",
          "symbol",
          CELLS,
          Map.of(
              "text-field",
              List.of("to-string", List.of("get", "n")),
              "text-font",
              List.of(MapFont.BOLD.id()),
              "text-size",
              11,
              "text-allow-overlap",
              true),
          Map.of("text-color", "#22323c", "text-halo-color", "#ffffff", "text-halo-width", 1));
    }
  }

  private static ObjectNode add(
      ArrayNode layers,
      Layer layer,
      String part,
      String type,
      Object filter,
      Map<String, Object> layout,
      Map<String, Object> paint) {
    ObjectNode node = layers.addObject().put("id", layer.id() + "-" + part).put("type", type);
    node.put("source", layer.id()).put("source-layer", layer.id());
    node.set("filter", JSON.<JsonNode>valueToTree(filter));
    node.set("layout", JSON.<JsonNode>valueToTree(layout));
    node.set("paint", JSON.<JsonNode>valueToTree(paint));
    return node;
  }

  /** The field whose codes have colours, or null. */
  private Field coloured(Layer layer) {
    if (layer.style().colorBy() == null) {
      return null;
    }
    Field field = layer.getField(layer.style().colorBy());
    boolean any =
        field.codes() != null
            && field.queryable()
            && catalog.getCodes(field.codes()).codes().stream().anyMatch(c -> c.color() != null);
    return any ? field : null;
  }

  private Object color(Layer layer) {
    Field field = coloured(layer);
    if (field == null) {
      return layer.style().color();
    }
    List<Object> cases =
        new ArrayList<>(List.of("match", List.of("to-string", List.of("get", field.name()))));
    for (Code code : catalog.getCodes(field.codes()).codes()) {
      if (code.color() != null) {
        cases.add(code.value());
        cases.add(code.color());
      }
    }
    cases.add(layer.style().color());
    return cases;
  }
}
