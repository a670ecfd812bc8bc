package cn.anlan.web.export;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.request.Selection;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.features.BoundingBox;
import cn.anlan.web.problem.NotFound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which rows somebody wants, in words; a snapshot tells their ids, and only what the scope lets be
 * seen is among them.
 *
 * @param filter CQL2 text
 * @param bbox west, south, east, north in degrees
 * @param region code or name of a province, city or county
 * @param limit at most so many rows, those with the smallest ids
 */
public record RowChoice(
    Optional<String> filter, Optional<String> bbox, Optional<String> region, OptionalLong limit) {

  /** Whether every row is wanted, so that no snapshot need be asked. */
  public boolean isAll() {
    return filter.isEmpty() && bbox.isEmpty() && region.isEmpty() && limit.isEmpty();
  }

  /**
   * The rows of the snapshot's version.
   *
   * @param regions the snapshot of the layer {@code region}; asked for only where it is needed
   * @throws NotFound where the scope does not let the layer be seen
   * @throws UserFault where filter, box or region cannot be understood
   */
  public Selection of(
      Layer layer, LayerSnapshot snapshot, Supplier<LayerSnapshot> regions, Scope scope) {
    if (!scope.allows(layer.disclosure())) {
      throw new NotFound("没有图层 " + layer.id() + " (no such layer)", "GET /api/catalog 列出可用图层");
    }
    if (isAll() && scope.regionPrefixes().isEmpty()) {
      return Selection.allOf(snapshot.dataVersion());
    }
    List<String> words = new ArrayList<>();
    Query query = Query.on(snapshot, scope);
    if (filter.isPresent()) {
      query = query.filter(Filter.parse(filter.get()));
      words.add(filter.get());
    }
    if (bbox.isPresent()) {
      query = query.bbox(BoundingBox.parse(bbox.get()));
      words.add("bbox " + bbox.get());
    }
    if (region.isPresent()) {
      NamedRegion named = NamedRegion.find(region.get(), regions.get());
      query = query.filter(named.rowsOf(layer));
      words.add("region " + named.code() + " " + named.name());
    }
    scope.regionPrefixes().ifPresent(p -> words.add("scope " + String.join("+", p)));
    long[] ids = ids(snapshot, query.rows());
    if (limit.isPresent() && limit.getAsLong() < ids.length) {
      ids = Arrays.copyOf(ids, (int) limit.getAsLong());
      words.add("limit " + limit.getAsLong());
    }
    return Selection.of(ids, snapshot.dataVersion(), String.join("; ", words));
  }

  private static long[] ids(LayerSnapshot snapshot, RoaringBitmap rows) {
    long[] ids = rows.stream().mapToLong(snapshot::id).toArray();
    Arrays.sort(ids);
    return ids;
  }
}
