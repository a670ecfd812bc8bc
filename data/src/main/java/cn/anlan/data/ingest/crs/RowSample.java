package cn.anlan.data.ingest.crs;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.region.Regions;
import cn.anlan.data.ingest.value.BadValue;
import cn.anlan.data.ingest.value.ValueReader;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.SourceRow;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The first rows of a file that have a place, as far as its coordinate system is to be told from
 * them. Reading stops when there are enough, so that a large file costs no more than a small one.
 */
final class RowSample {
  static final int ENOUGH = 5_000;

  /**
   * @param place as delivered: the point, or a point inside
   * @param centre as delivered
   * @param county today's code of the county that the row names, or null
   * @param code business key, or null
   * @param enterprise code of the enterprise that the row belongs to, or null
   * @param road code of the road that the row lies on, or null
   */
  record Row(
      Coordinate place,
      Coordinate centre,
      String county,
      String code,
      String enterprise,
      String road) {
    Row swapped() {
      return new Row(
          new Coordinate(place.y, place.x),
          new Coordinate(centre.y, centre.x),
          county,
          code,
          enterprise,
          road);
    }
  }

  /** Ends the reading. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  static final String ENTERPRISE = "enterprise_code";
  static final String ROAD = "road_code";

  private final Layer layer;
  private final ColumnMapping mapping;
  private final Regions regions;
  private final List<Row> rows = new ArrayList<>();

  private RowSample(Layer layer, ColumnMapping mapping, Regions regions) {
    this.layer = layer;
    this.mapping = mapping;
    this.regions = regions;
  }

  /**
   * @param regions null where the layer knows none
   */
  static List<Row> of(DeliveredFile file, Layer layer, ColumnMapping mapping, Regions regions) {
    RowSample sample = new RowSample(layer, mapping, regions);
    try {
      file.forEach(sample::take);
    } catch (Enough enough) {
      return sample.rows;
    }
    return sample.rows;
  }

  private void take(SourceRow row) {
    Geometry geometry = row.geometry();
    if (geometry == null || geometry.isEmpty() || !row.problems().isEmpty()) {
      return;
    }
    Coordinate place =
        geometry instanceof Point
            ? geometry.getCoordinate()
            : geometry.getInteriorPoint().getCoordinate();
    Coordinate centre = geometry.getCentroid().getCoordinate();
    if (Double.isFinite(place.x + place.y + centre.x + centre.y)) {
      rows.add(
          new Row(
              place,
              centre,
              county(row),
              text(ColumnMapping.CODE, row),
              optional(ENTERPRISE, row),
              optional(ROAD, row)));
    }
    if (rows.size() >= ENOUGH) {
      throw new Enough();
    }
  }

  private String county(SourceRow row) {
    String words = layer.regionField() == null ? null : text(layer.regionField(), row);
    if (words == null || regions == null) {
      return null;
    }
    try {
      return regions.resolveCounty(words).region().code();
    } catch (BadValue unknown) {
      return null;
    }
  }

  private String optional(String field, SourceRow row) {
    return layer.findField(field).isPresent() ? text(field, row) : null;
  }

  private String text(String field, SourceRow row) {
    return mapping.has(field) ? ValueReader.text(mapping.get(field, row)) : null;
  }
}
