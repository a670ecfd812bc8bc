package cn.anlan.web.features;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.snapshots.UnheldFields;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.Counts;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Features of any layer as GeoJSON, and their counts; always from one snapshot. */
@RestController
class FeaturesController {
  static final int MAX_ITEMS = 50_000;

  /** How many features there are by value of one field. */
  record CountsAnswer(
      String layer,
      String by,
      long total,
      Map<String, Long> counts,
      long missing,
      long dataVersion) {}

  private final Catalog catalog;
  private final LiveSnapshots snapshots;
  private final JsonAnswer answer;
  private final UnheldFields unheld;

  FeaturesController(Database database, LiveSnapshots snapshots, JsonAnswer answer) {
    this.catalog = database.catalog();
    this.snapshots = snapshots;
    this.answer = answer;
    this.unheld = new UnheldFields(database);
  }

  @GetMapping("/api/layers/{layer}/items")
  void items(
      @PathVariable String layer,
      @RequestParam(required = false) String bbox,
      @RequestParam(required = false) String filter,
      @RequestParam(defaultValue = "1000") int limit,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    if (limit < 1 || limit > MAX_ITEMS) {
      throw new UserFault(
          "limit=" + limit + " 超出范围 (out of range)",
          "取 1 到 " + MAX_ITEMS + " (take 1 to " + MAX_ITEMS + ")");
    }
    Generation generation = snapshots.current();
    LayerSnapshot snapshot = snapshot(generation, layer);
    Query query = query(snapshot, filter);
    if (bbox != null) {
      query = query.bbox(BoundingBox.parse(bbox));
    }
    RoaringBitmap rows = query.rows();
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return;
    }
    answer.geoJson(
        response,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("type", "FeatureCollection");
          json.writeNumberProperty("dataVersion", generation.dataVersion());
          json.writeNumberProperty("numberMatched", rows.getLongCardinality());
          json.writeNumberProperty("numberReturned", Math.min(limit, rows.getLongCardinality()));
          json.writeArrayPropertyStart("features");
          FeatureWriter features = FeatureWriter.whole(snapshot);
          PeekableIntIterator each = rows.getIntIterator();
          for (int written = 0; written < limit && each.hasNext(); written++) {
            features.write(each.next(), json);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  @GetMapping("/api/layers/{layer}/items/{id}")
  void item(
      @PathVariable String layer,
      @PathVariable long id,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    Generation generation = snapshots.current();
    LayerSnapshot snapshot = snapshot(generation, layer);
    int row =
        Query.on(snapshot, snapshots.scope())
            .findRow(id)
            .orElseThrow(
                () ->
                    new NotFound(
                        "图层 " + layer + " 没有要素 (no feature) " + id, "检查编号 (check the id)"));
    Optional<Map<String, Object>> others =
        snapshots.isDatabaseAway()
            ? Optional.empty()
            : unheld.find(catalog.getLayer(layer), id, generation.dataVersion());
    // While PostGIS is away those fields are left out, and the answer must not be kept.
    if (others.isPresent() && VersionTag.notModified(request, generation, snapshots.scope())) {
      return;
    }
    answer.geoJson(
        response,
        json -> {
          FeatureWriter.whole(snapshot).open(row, others.orElse(Map.of()), json);
          json.writeEndObject();
        });
  }

  @GetMapping("/api/layers/{layer}/counts")
  CountsAnswer counts(
      @PathVariable String layer,
      @RequestParam String by,
      @RequestParam(required = false) String filter) {
    Generation generation = snapshots.current();
    LayerSnapshot snapshot = snapshot(generation, layer);
    Counts counts = query(snapshot, filter).countsBy(by);
    return new CountsAnswer(
        layer, by, counts.total(), counts.byValue(), counts.missing(), generation.dataVersion());
  }

  private LayerSnapshot snapshot(Generation generation, String layer) {
    try {
      catalog.getLayer(layer);
    } catch (UserFault unknown) {
      throw new NotFound(unknown.getMessage(), unknown.remedy());
    }
    return generation.get(layer);
  }

  private Query query(LayerSnapshot snapshot, String filter) {
    Query query = Query.on(snapshot, snapshots.scope());
    return filter == null ? query : query.filter(Filter.parse(filter));
  }
}
