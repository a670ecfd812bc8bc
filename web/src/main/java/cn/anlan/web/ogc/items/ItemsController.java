package cn.anlan.web.ogc.items;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.snapshots.UnheldFields;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.ogc.OgcCrs;
import cn.anlan.web.ogc.OgcRequest;
import cn.anlan.web.ogc.VisibleLayers;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Features of a collection, in pages and one by one; always from one snapshot. */
@RestController
class ItemsController {
  private final VisibleLayers layers;
  private final LiveSnapshots snapshots;
  private final JsonAnswer answer;
  private final UnheldFields unheld;
  private final ItemPages pages;

  ItemsController(
      VisibleLayers layers,
      LiveSnapshots snapshots,
      JsonAnswer answer,
      Database database,
      ItemPages pages) {
    this.layers = layers;
    this.snapshots = snapshots;
    this.answer = answer;
    this.unheld = new UnheldFields(database);
    this.pages = pages;
  }

  @GetMapping("/ogc/collections/{id}/items")
  void items(@PathVariable String id, ServletWebRequest web, HttpServletResponse response)
      throws IOException {
    Layer layer = layers.get(id);
    OgcRequest request = OgcRequest.of(web.getRequest(), ItemsQuestion.parameters(layer));
    ItemsQuestion question = ItemsQuestion.of(layer, request);
    Generation generation = snapshots.current();
    LayerSnapshot snapshot = generation.get(id);
    RoaringBitmap rows = question.of(snapshot, snapshots.scope()).rows();
    PageOfRows page =
        PageOfRows.of(
            snapshot, rows, question.order(), question.after().orElse(null), question.limit());
    head(response, question.crs());
    if (unchanged(web, request, generation)) {
      return;
    }
    long matched = rows.getLongCardinality();
    if (request.isHtml()) {
      pages.list(question, snapshot, generation, page, matched).send(response);
    } else {
      answer.geoJson(
          response, json -> new ItemsWriter(question, snapshot).write(page, matched, json));
    }
  }

  @GetMapping("/ogc/collections/{id}/items/{feature}")
  void item(
      @PathVariable String id,
      @PathVariable String feature,
      ServletWebRequest web,
      HttpServletResponse response)
      throws IOException {
    Layer layer = layers.get(id);
    OgcRequest request = OgcRequest.of(web.getRequest(), "crs");
    ItemsQuestion question = ItemsQuestion.of(layer, request);
    Generation generation = snapshots.current();
    LayerSnapshot snapshot = generation.get(id);
    int row = row(feature, snapshot);
    Optional<Map<String, Object>> others =
        snapshots.isDatabaseAway()
            ? Optional.empty()
            : unheld.find(layer, snapshot.id(row), generation.dataVersion());
    head(response, question.crs());
    // While PostGIS is away those fields are left out, and the answer must not be kept.
    if (others.isPresent() && unchanged(web, request, generation)) {
      return;
    }
    Map<String, Object> unheldValues = others.orElse(Map.of());
    if (request.isHtml()) {
      pages.one(question, snapshot, generation, row, unheldValues).send(response);
    } else {
      answer.geoJson(
          response, json -> new ItemsWriter(question, snapshot).write(row, unheldValues, json));
    }
  }

  private int row(String feature, LayerSnapshot snapshot) {
    Optional<Integer> row =
        feature.matches("-?\\d{1,18}")
            ? Query.on(snapshot, snapshots.scope()).findRow(Long.parseLong(feature))
            : Optional.empty();
    return row.orElseThrow(
        () ->
            new NotFound(
                "图层 " + snapshot.layer() + " 没有要素 (no feature) " + feature, "检查编号 (check the id)"));
  }

  private static void head(HttpServletResponse response, OgcCrs crs) {
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader("Content-Crs", "<" + crs.uri() + ">");
  }

  private boolean unchanged(ServletWebRequest web, OgcRequest request, Generation generation) {
    return VersionTag.notModified(
        web, request.representation().word(), generation, snapshots.scope());
  }
}
