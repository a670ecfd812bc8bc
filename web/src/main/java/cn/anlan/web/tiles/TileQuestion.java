package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.export.NamedRegion;
import cn.anlan.web.ogc.Datetime;
import cn.anlan.web.ogc.FilterParameter;
import cn.anlan.web.ogc.OgcRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which rows of its layers a tile is to show; all conditions hold together.
 *
 * @param filter CQL2
 * @param region code or name of a province, city or county
 * @param grades values or colours of each layer's grading; empty for all
 * @param datetime an interval that a row's time meets; layers without time are shown whole
 */
record TileQuestion(
    Optional<Filter> filter,
    Optional<String> region,
    List<String> grades,
    Optional<Datetime> datetime) {
  /** The parameters that make a question. */
  static final List<String> PARAMETERS =
      List.of("filter", "filter-lang", "filter-crs", "region", "grade", "datetime");

  /** The layer of which {@link #region} names a row. */
  static final String REGIONS = "region";

  /**
   * @throws cn.anlan.geo.fault.UserFault where a parameter cannot be understood
   */
  static TileQuestion of(OgcRequest request) {
    return new TileQuestion(
        FilterParameter.of(request),
        request.find("region"),
        request.find("grade").map(text -> List.of(text.split(","))).orElse(List.of()),
        request.find("datetime").map(Datetime::parse));
  }

  /**
   * The rows of one layer.
   *
   * @param remembered gives a condition back that is not evaluated twice on the same rows
   * @throws cn.anlan.geo.fault.UserFault where the layer cannot be asked so
   */
  Query on(
      Layer layer,
      Generation generation,
      Scope scope,
      LayerGrading gradings,
      Function<Filter, RowPredicate> remembered) {
    LayerSnapshot snapshot = generation.get(layer.id());
    Query query = Query.on(snapshot, scope);
    if (filter.isPresent()) {
      query = query.filter(remembered.apply(filter.get()));
    }
    if (region.isPresent()) {
      query = query.filter(NamedRegion.find(region.get(), generation.get(REGIONS)).rowsOf(layer));
    }
    if (!grades.isEmpty()) {
      query = query.filter(gradings.rowsOf(layer, grades));
    }
    Optional<RowPredicate> time = datetime.flatMap(interval -> interval.rowsOf(layer));
    return time.isPresent() ? query.filter(time.get()) : query;
  }

  /** The layers whose change changes an answer about the layer. */
  List<String> looksAt(String layerId) {
    return region.isPresent() ? List.of(layerId, REGIONS) : List.of(layerId);
  }
}
