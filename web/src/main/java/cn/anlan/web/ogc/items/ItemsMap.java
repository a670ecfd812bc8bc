package cn.anlan.web.ogc.items;

import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.MapSketch;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Where some features lie, on the borders of the cities or, from near, of the counties. */
final class ItemsMap {
  private static final int PX = 620;
  private static final double LEAST_HALF_M = 1_500;
  private static final double NEAR_HALF_M = 90_000;
  private static final double METRES_PER_DEGREE = 111_000;

  private final Language language;
  private final Optional<LayerSnapshot> regions;
  private final Scope scope;

  /**
   * @param regions the layer {@code region}; empty while it is loading
   */
  ItemsMap(Language language, Optional<LayerSnapshot> regions, Scope scope) {
    this.language = language;
    this.regions = regions;
    this.scope = scope;
  }

  /** A figure; nothing where no feature has a place. */
  Html html(List<Geometry> shapes) {
    Html html = new Html();
    Envelope all = new Envelope();
    shapes.forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
    if (all.isNull()) {
      return html;
    }
    MapSketch map = MapSketch.around(all, LEAST_HALF_M, PX);
    regions.ifPresent(layer -> borders(layer, map));
    shapes.forEach(shape -> map.draw(thinned(shape, map), "subject"));
    html.open("figure", "data-testid", "items-map");
    html.add(
        map.svg(
            language.of("要素的位置", "Where the features lie"),
            language.of("CGCS2000；细线为行政区界", "CGCS2000; thin lines are borders of regions")));
    return html.close();
  }

  private void borders(LayerSnapshot layer, MapSketch map) {
    String level = map.halfM() < NEAR_HALF_M ? "county" : "city";
    Envelope seen = map.envelope();
    Query query =
        Query.on(layer, scope)
            .filter(columns -> columns.compare("admin_level", Comparison.EQUAL, level))
            .envelope(new Box(seen.getMinX(), seen.getMinY(), seen.getMaxX(), seen.getMaxY()));
    query
        .rows()
        .forEach(
            (int row) ->
                layer
                    .findGeometry(row)
                    .ifPresent(area -> map.draw(thinned(area, map).getBoundary(), "border")));
  }

  /** Without the vertices that a pixel swallows; small shapes are left whole. */
  private static Geometry thinned(Geometry shape, MapSketch map) {
    double pixelDeg = 2 * map.halfM() / PX / METRES_PER_DEGREE;
    Geometry thin = DouglasPeuckerSimplifier.simplify(shape, pixelDeg);
    return thin.isEmpty() ? shape : thin;
  }
}
