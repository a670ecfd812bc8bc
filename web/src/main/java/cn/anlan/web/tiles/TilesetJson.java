package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.tile.Grading;
import cn.anlan.geo.tile.TileGrid;
import cn.anlan.geo.tile.TileId;
import cn.anlan.web.ogc.MediaTypes;
import cn.anlan.web.ogc.OgcLink;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What there is to say of the tiles of one layer, or of several, in one grid. */
@Component
class TilesetJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final LayerGrading gradings;

  TilesetJson(LayerGrading gradings) {
    this.gradings = gradings;
  }

  /** The address under which a tileset's resources stand: of one layer, or of all. */
  static String tiles(String base, Optional<Layer> layer) {
    return layer.map(l -> base + "/collections/" + l.id()).orElse(base) + "/tiles";
  }

  /** The tileset as an item of a list: what it is, and where more is said. */
  ObjectNode item(String base, Optional<Layer> layer, TileGrid grid) {
    ObjectNode node = JSON.createObjectNode();
    node.put("title", title(layer) + " · " + grid.id());
    node.put("dataType", "vector");
    node.put("crs", MatrixSet.crs(grid));
    node.put("tileMatrixSetId", grid.id());
    node.put("tileMatrixSetURI", MatrixSet.uri(grid, base));
    node.set("links", JSON.valueToTree(links(base, layer, grid)));
    return node;
  }

  private static String title(Optional<Layer> layer) {
    return layer.map(l -> l.title().zh()).orElse("安澜 Anlan");
  }

  /** The tileset's metadata (OGC 17-083r4, 7). */
  ObjectNode metadata(String base, Optional<Layer> layer, List<Layer> layers, TileGrid grid) {
    ObjectNode node = item(base, layer, grid);
    var list = node.putArray("layers");
    for (Layer each : layers) {
      ObjectNode inside = list.addObject().put("id", each.id());
      inside.put("title", each.title().zh()).put("description", each.description().zh());
      inside.put("dataType", "vector");
      Integer dimension = MatrixSet.dimension(each);
      if (dimension != null) {
        inside.put("geometryDimension", dimension);
      }
      inside.put("minTileMatrix", "0").put("maxTileMatrix", Integer.toString(TileId.MAX_ZOOM));
      ObjectNode properties =
          inside.putObject("propertiesSchema").put("type", "object").putObject("properties");
      attributes(each)
          .properties()
          .forEach(e -> properties.set(e.getKey(), schema(e.getKey(), each)));
    }
    return node;
  }

  private static ObjectNode schema(String name, Layer layer) {
    ObjectNode schema = JSON.createObjectNode();
    Optional<Field> field = layer.findField(name);
    field.ifPresent(f -> schema.put("title", f.title().zh()));
    FieldType type = field.map(Field::type).orElse(FieldType.INTEGER); // else a count
    return schema.put(
        "type",
        type == FieldType.INTEGER ? "integer" : type == FieldType.BOOLEAN ? "boolean" : "string");
  }

  List<OgcLink> links(String base, Optional<Layer> layer, TileGrid grid) {
    String self = tiles(base, layer) + "/" + grid.id();
    String all = layer.isPresent() ? "" : "?collections={collections}";
    return List.of(
        OgcLink.of(self + "?f=json", "self", MediaTypes.JSON, "瓦片集"),
        OgcLink.of(
            base + "/tileMatrixSets/" + grid.id(),
            "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme",
            MediaTypes.JSON,
            "瓦片方案"),
        OgcLink.template(
            self + "/{tileMatrix}/{tileRow}/{tileCol}" + all, "item", TileAnswer.MVT, "瓦片 (MVT)"),
        OgcLink.of(self + "/tilejson.json", "describedby", MediaTypes.JSON, "TileJSON"));
  }

  /**
   * TileJSON 3.0 of the tiles in the web map's grid.
   *
   * @param bounds west, south, east, north
   */
  ObjectNode tileJson(String base, Optional<Layer> layer, List<Layer> layers, double[] bounds) {
    ObjectNode node = JSON.createObjectNode().put("tilejson", "3.0.0").put("scheme", "xyz");
    node.put("name", title(layer));
    layer.ifPresent(l -> node.put("description", l.description().zh()));
    String template = tiles(base, layer) + "/WebMercatorQuad/{z}/{y}/{x}";
    String ids = String.join(",", layers.stream().map(Layer::id).toList());
    node.putArray("tiles").add(layer.isPresent() ? template : template + "?collections=" + ids);
    node.put("minzoom", 0).put("maxzoom", TileId.MAX_ZOOM);
    var box = node.putArray("bounds");
    for (double bound : bounds) {
      box.add(bound);
    }
    var list = node.putArray("vector_layers");
    for (Layer each : layers) {
      ObjectNode inside = list.addObject().put("id", each.id());
      inside.put("description", each.title().zh());
      inside.put("minzoom", 0).put("maxzoom", TileId.MAX_ZOOM);
      inside.set("fields", attributes(each));
    }
    return node;
  }

  /** The attributes that tiles of the layer may have, with their meaning in Chinese. */
  private ObjectNode attributes(Layer layer) {
    ObjectNode fields = JSON.createObjectNode();
    layer.findField("name").ifPresent(field -> fields.put("name", field.title().zh()));
    fields.put("n", "格内要素数");
    gradings
        .of(layer)
        .ifPresent(
            grading -> {
              fields.put(grading.field(), layer.getField(grading.field()).title().zh());
              grading
                  .worstFirst()
                  .forEach(value -> fields.put(Grading.countKey(value), "其中 " + value + " 的个数"));
            });
    return fields;
  }
}
