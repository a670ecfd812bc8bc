package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.tile.JointTile;
import cn.anlan.geo.tile.TileBuilder;
import cn.anlan.geo.tile.TileId;
import cn.anlan.web.ogc.OgcRequest;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Vector tiles of any layer that has places, and of several together, by the addresses of OGC API –
 * Tiles (row before column). What is in a tile is said at {@link TileBuilder}; {@link TileQuestion}
 * says what may be asked.
 */
@RestController
class TilesController {
  /** The parameter that names the layers of a joint tile. */
  static final String COLLECTIONS = "collections";

  private final TiledLayers layers;
  private final LiveSnapshots snapshots;
  private final TileBuilders builders;
  private final TileCache tiles;

  TilesController(
      TiledLayers layers, LiveSnapshots snapshots, TileBuilders builders, TileCache tiles) {
    this.layers = layers;
    this.snapshots = snapshots;
    this.builders = builders;
    this.tiles = tiles;
  }

  @GetMapping("/ogc/collections/{layerId}/tiles/{grid}/{zoom}/{row}/{col}")
  void tile(
      @PathVariable String layerId,
      @PathVariable String grid,
      @PathVariable int zoom,
      @PathVariable int row,
      @PathVariable int col,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    OgcRequest request = OgcRequest.of(http, TileQuestion.PARAMETERS);
    TileId tile = new TileId(TiledLayers.grid(grid), zoom, row, col);
    send(List.of(layers.get(layerId)), TileQuestion.of(request), tile, http, response);
  }

  @GetMapping("/ogc/tiles/{grid}/{zoom}/{row}/{col}")
  void jointTile(
      @PathVariable String grid,
      @PathVariable int zoom,
      @PathVariable int row,
      @PathVariable int col,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    List<String> known = new ArrayList<>(TileQuestion.PARAMETERS);
    known.add(COLLECTIONS);
    OgcRequest request = OgcRequest.of(http, known);
    TileId tile = new TileId(TiledLayers.grid(grid), zoom, row, col);
    List<Layer> wanted = layers.named(request.find(COLLECTIONS));
    send(wanted, TileQuestion.of(request), tile, http, response);
  }

  private void send(
      List<Layer> wanted,
      TileQuestion question,
      TileId tile,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    Generation generation = snapshots.current();
    Scope scope = snapshots.scope();
    tiles.follow(generation);
    TreeSet<String> looksAt = new TreeSet<>();
    wanted.forEach(layer -> looksAt.addAll(question.looksAt(layer.id())));
    TileCache.Key key = TileAnswer.key(http, scope, Versions.of(generation, looksAt));
    TileCache.Tile kept =
        tiles.get(
            key,
            () -> {
              List<TileBuilder> each =
                  wanted.stream()
                      .map(layer -> builders.get(layer, generation, scope, question))
                      .toList();
              byte[] bytes = JointTile.build(each, tile);
              byte[] gzip = bytes.length == 0 ? bytes : TileBuilder.gzip(bytes);
              return new TileCache.Tile(List.copyOf(looksAt), gzip);
            });
    TileAnswer.send(key, kept.gzip(), http, response);
  }
}
