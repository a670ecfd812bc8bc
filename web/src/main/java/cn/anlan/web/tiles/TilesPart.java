package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.text.Text;
import cn.anlan.geo.tile.TileGrid;
import cn.anlan.geo.tile.TileId;
import cn.anlan.web.ogc.ApiDocument;
import cn.anlan.web.ogc.ApiParameter;
import cn.anlan.web.ogc.MediaTypes;
import cn.anlan.web.ogc.OgcLink;
import cn.anlan.web.ogc.OgcPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What tiles add to the common resources: OGC API – Tiles Part 1 (20-057). */
@Component
class TilesPart implements OgcPart {
  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
  private static final String SETS = "http://www.opengis.net/spec/tms/2.0/conf/";
  private static final String TAG = "Tiles";
  private static final String VECTOR = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  private static final String SCHEMES = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";

  @Override
  public List<String> conformance() {
    List<String> classes = new ArrayList<>();
    for (String each :
        List.of(
            "core",
            "tileset",
            "tilesets-list",
            "dataset-tilesets",
            "geodata-tilesets",
            "collections-selection",
            "datetime",
            "oas30",
            "mvt")) {
      classes.add(TILES + each);
    }
    for (String each :
        List.of("tilematrixset", "json-tilematrixset", "tilesetmetadata", "json-tilesetmetadata")) {
      classes.add(SETS + each);
    }
    return classes;
  }

  @Override
  public List<OgcLink> landingLinks(String base) {
    return List.of(
        OgcLink.of(base + "/tiles", VECTOR, MediaTypes.JSON, "矢量瓦片（多个图层）"),
        OgcLink.of(base + "/tileMatrixSets", SCHEMES, MediaTypes.JSON, "瓦片方案"));
  }

  @Override
  public List<OgcLink> collectionLinks(String base, Layer layer) {
    return layer.hasGeometry()
        ? List.of(
            OgcLink.of(
                base + "/collections/" + layer.id() + "/tiles", VECTOR, MediaTypes.JSON, "矢量瓦片"))
        : List.of();
  }

  @Override
  public void describe(ApiDocument api) {
    String one = "/collections/{collectionId}/tiles";
    String grid = "/{tileMatrixSetId}";
    String cell = "/{tileMatrix}/{tileRow}/{tileCol}";
    List<ApiParameter> forms = ApiDocument.forms();
    List<ApiParameter> layer = List.of(api.collectionId());
    json(api, "/tileMatrixSets", "getTileMatrixSets", "瓦片方案", "Tile matrix sets", forms);
    json(
        api,
        "/tileMatrixSets" + grid,
        "getTileMatrixSet",
        "一个瓦片方案",
        "One of them",
        with(forms, grid()));
    json(api, "/tiles", "getTilesets", "多图层瓦片集", "Tilesets of all layers", forms);
    json(api, one, "getCollectionTilesets", "一个图层的瓦片集", "A layer's tilesets", with(forms, layer));
    json(
        api, "/tiles" + grid, "getTileset", "瓦片集", "A tileset", with(forms, grid(), collections()));
    json(api, one + grid, "getCollectionTileset", "瓦片集", "A tileset", with(forms, layer, grid()));
    json(
        api,
        "/tiles" + grid + "/tilejson.json",
        "getTileJson",
        "TileJSON",
        "TileJSON",
        with(grid(), collections()));
    json(
        api,
        one + grid + "/tilejson.json",
        "getCollectionTileJson",
        "TileJSON",
        "TileJSON",
        with(layer, grid()));
    api.get(
        "/tiles" + grid + cell,
        "getTile",
        TAG,
        new Text("多图层瓦片", "A tile of several layers"),
        with(grid(), cell(), collections(), questions()),
        TileAnswer.MVT);
    api.get(
        one + grid + cell,
        "getCollectionTile",
        TAG,
        new Text("瓦片", "A tile"),
        with(layer, grid(), cell(), questions()),
        TileAnswer.MVT);
  }

  private static void json(
      ApiDocument api,
      String path,
      String name,
      String zh,
      String en,
      List<ApiParameter> parameters) {
    api.get(path, name, TAG, new Text(zh, en), parameters, MediaTypes.JSON);
  }

  @SafeVarargs
  private static List<ApiParameter> with(List<ApiParameter>... lists) {
    return Arrays.stream(lists).flatMap(List::stream).toList();
  }

  private static List<ApiParameter> grid() {
    List<String> ids = Arrays.stream(TileGrid.values()).map(TileGrid::id).toList();
    return List.of(
        ApiParameter.path(
            "tileMatrixSetId", new Text("瓦片方案", "The grid"), ApiParameter.oneOf(ids)));
  }

  private static List<ApiParameter> cell() {
    ObjectNode place = ApiParameter.whole(0, (2L << TileId.MAX_ZOOM) - 1, null);
    return List.of(
        ApiParameter.path(
            "tileMatrix", new Text("级别", "Zoom"), ApiParameter.whole(0, TileId.MAX_ZOOM, null)),
        ApiParameter.path("tileRow", new Text("行号，自北起", "Row, from the north"), place),
        ApiParameter.path(
            "tileCol", new Text("列号，自西起", "Column, from the west"), place.deepCopy()));
  }

  private static List<ApiParameter> collections() {
    return List.of(
        ApiParameter.query(
            TilesController.COLLECTIONS,
            new Text("图层；不给即全部", "Layers; all where not given"),
            ApiParameter.list(ApiParameter.text())));
  }

  private static List<ApiParameter> questions() {
    return List.of(
        query("filter", "CQL2 过滤条件（文本或 JSON）", "A CQL2 filter, text or JSON"),
        query("filter-lang", "过滤条件的写法：cql2-text 或 cql2-json", "cql2-text or cql2-json"),
        query("filter-crs", "过滤条件中图形的坐标系", "The system of the filter's geometries"),
        query("region", "行政区代码或名称", "Code or name of a region"),
        query("grade", "等级或颜色，逗号分隔", "Grades or colours, parted by commas"),
        query("datetime", "日期或时段", "A day or an interval"));
  }

  private static ApiParameter query(String name, String zh, String en) {
    return ApiParameter.query(name, new Text(zh, en), ApiParameter.text());
  }
}
