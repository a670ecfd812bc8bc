package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.tile.TileGrid;
import cn.anlan.geo.tile.TileId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A grid as a tile matrix set (OGC 17-083r4, JSON of 6.2): scale denominators count pixels of 0.28
 * mm, 256 to a tile, and a degree as 111,319.49 m.
 */
final class MatrixSet {
  private static final String DEFINITIONS = "http://www.opengis.net/def/";
  private static final double HALF_WORLD_M = Math.PI * 6_378_137;
  private static final double M_PER_DEG = HALF_WORLD_M / 180;
  private static final double PIXEL_M = 0.00028;
  private static final int TILE_PIXELS = 256;

  private MatrixSet() {}

  /** The URI of the definition; the one with degrees of CGCS2000 is ours and has none. */
  static String uri(TileGrid grid, String base) {
    return grid == TileGrid.WEB_MERCATOR_QUAD
        ? DEFINITIONS + "tilematrixset/OGC/1.0/WebMercatorQuad"
        : base + "/tileMatrixSets/" + grid.id();
  }

  static String crs(TileGrid grid) {
    return DEFINITIONS + "crs/EPSG/0/" + (grid == TileGrid.WEB_MERCATOR_QUAD ? 3857 : 4490);
  }

  static String title(TileGrid grid) {
    return grid == TileGrid.WEB_MERCATOR_QUAD
        ? "Web 墨卡托 (Google Maps Compatible for the World)"
        : "CGCS2000 经纬度 (degrees of CGCS2000, two tiles at level 0)";
  }

  static ObjectNode json(TileGrid grid, String base) {
    boolean mercator = grid == TileGrid.WEB_MERCATOR_QUAD;
    ObjectNode set = JsonMapper.shared().createObjectNode();
    set.put("id", grid.id()).put("title", title(grid)).put("uri", uri(grid, base));
    set.put("crs", crs(grid));
    ArrayNode axes = set.putArray("orderedAxes");
    if (mercator) {
      axes.add("E").add("N");
      set.put("wellKnownScaleSet", DEFINITIONS + "wkss/OGC/1.0/GoogleMapsCompatible");
    } else {
      axes.add("Lat").add("Lon");
    }
    ArrayNode matrices = set.putArray("tileMatrices");
    for (int zoom = 0; zoom <= TileId.MAX_ZOOM; zoom++) {
      double across = (double) TILE_PIXELS * grid.columns(zoom);
      double cell = (mercator ? 2 * HALF_WORLD_M : 360) / across;
      ObjectNode matrix = matrices.addObject().put("id", Integer.toString(zoom));
      matrix.put("scaleDenominator", cell * (mercator ? 1 : M_PER_DEG) / PIXEL_M);
      matrix.put("cellSize", cell).put("cornerOfOrigin", "topLeft");
      ArrayNode origin = matrix.putArray("pointOfOrigin");
      if (mercator) {
        origin.add(-HALF_WORLD_M).add(HALF_WORLD_M);
      } else {
        origin.add(90).add(-180);
      }
      matrix.put("tileWidth", TILE_PIXELS).put("tileHeight", TILE_PIXELS);
      matrix.put("matrixWidth", grid.columns(zoom)).put("matrixHeight", grid.rows(zoom));
    }
    return set;
  }

  /** 0 for points, 1 for lines, 2 for polygons; null where a layer has several. */
  static Integer dimension(Layer layer) {
    return switch (layer.geometry()) {
      case POINT -> 0;
      case LINE, LINE_Z -> 1;
      case POLYGON -> 2;
      case ANY, NONE -> null;
    };
  }
}
