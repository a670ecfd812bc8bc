package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.tile.Grading;
import cn.anlan.geo.tile.TileId;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Vector tiles of any layer that has places, by the addresses of OGC API – Tiles (row before
 * column). What is in a tile is said at {@link cn.anlan.geo.tile.TileBuilder}; its grading is the
 * field that the catalogue colours the layer by.
 */
@RestController
class TilesController {
  private static final String MVT = "application/vnd.mapbox-vector-tile";

  private final Catalog catalog;
  private final LiveSnapshots snapshots;
  private final TileCache tiles;

  TilesController(Database database, LiveSnapshots snapshots, TileCache tiles) {
    this.catalog = database.catalog();
    this.snapshots = snapshots;
    this.tiles = tiles;
  }

  @GetMapping("/ogc/collections/{layerId}/tiles/WebMercatorQuad/{zoom}/{row}/{col}")
  void tile(
      @PathVariable String layerId,
      @PathVariable int zoom,
      @PathVariable int row,
      @PathVariable int col,
      @RequestParam(required = false) String filter,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    Layer layer = layer(layerId);
    TileId tile = new TileId(zoom, row, col);
    Generation generation = snapshots.current();
    LayerSnapshot snapshot = generation.get(layerId);
    byte[] gzip = tiles.get(snapshot, snapshots.scope(), filter, grading(layer, snapshot), tile);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return;
    }
    if (gzip.length == 0) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setContentType(MVT);
    byte[] body = gzip;
    if (encodings.contains("gzip")) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    } else {
      body = new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private Layer layer(String id) {
    Layer layer =
        catalog
            .findLayer(id)
            .orElseThrow(
                () ->
                    new NotFound(
                        "没有图层 (no such layer) " + id, "见 /api/catalog (see /api/catalog)"));
    if (!layer.hasGeometry()) {
      throw new NotFound(
          "图层 " + id + " 没有图形，因此没有瓦片 (the layer has no places, hence no tiles)",
          "用 /api/layers/" + id + "/items 取要素 (its rows are there)");
    }
    return layer;
  }

  private Grading grading(Layer layer, LayerSnapshot snapshot) {
    String colorBy = layer.style().colorBy();
    boolean held = snapshot.columns().stream().anyMatch(c -> c.name().equals(colorBy));
    if (colorBy == null || !held) {
      return null;
    }
    Field field = layer.getField(colorBy);
    if (field.codes() != null) {
      List<Code> codes = catalog.getCodes(field.codes()).codes();
      return new Grading(colorBy, codes.stream().map(Code::value).toList());
    }
    return field.type() == FieldType.BOOLEAN
        ? new Grading(colorBy, List.of("true", "false"))
        : null;
  }
}
