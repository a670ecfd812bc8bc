package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.tile.TileGrid;
import cn.anlan.web.ogc.VisibleLayers;
import cn.anlan.web.problem.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The layers that the caller may see and that have places, and what they are tiled by. */
@Component
class TiledLayers {
  private final VisibleLayers visible;

  TiledLayers(VisibleLayers visible) {
    this.visible = visible;
  }

  List<Layer> all() {
    return visible.all().stream().filter(Layer::hasGeometry).toList();
  }

  /**
   * The layers of a parameter, all where it is not given.
   *
   * @param ids parted by commas
   * @throws UserFault where there is no such layer or it has no places
   */
  List<Layer> named(Optional<String> ids) {
    List<Layer> all = all();
    return ids.map(
            text ->
                Arrays.stream(text.split(","))
                    .map(String::strip)
                    .distinct()
                    .map(id -> named(id, all))
                    .toList())
        .orElse(all);
  }

  /** Where there is none, the parameter is wrong, not the address. */
  private static Layer named(String id, List<Layer> all) {
    return all.stream()
        .filter(layer -> layer.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "collections=" + id + " 没有这个图层，或它没有图形 (no such layer, or one without places)",
                    Spelling.hint(id, all.stream().map(Layer::id).toList())
                        + "GET /ogc/collections 列出全部 (lists all)"));
  }

  /**
   * @throws NotFound where there is no such layer or it has no places
   */
  Layer get(String id) {
    Layer layer = visible.get(id);
    if (!layer.hasGeometry()) {
      throw new NotFound(
          "图层 " + id + " 没有图形，因此没有瓦片 (the layer has no places, hence no tiles)",
          "用 /ogc/collections/" + id + "/items 取要素 (its rows are there)");
    }
    return layer;
  }

  /**
   * The grid of an address.
   *
   * @throws NotFound where there is no such grid
   */
  static TileGrid grid(String id) {
    return TileGrid.find(id)
        .orElseThrow(
            () ->
                new NotFound(
                    "没有瓦片方案 " + id + " (no such tile matrix set)",
                    "GET /ogc/tileMatrixSets 列出全部 (lists all)"));
  }
}
