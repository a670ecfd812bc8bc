package cn.anlan.web.hotspots;

import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.web.snapshot.Columns;
import java.time.LocalDate;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** Accidents of a test, one by one or round a place. */
final class InventedEvents {
  static final LocalDate DAY = LocalDate.of(2021, 6, 30);
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final SnapshotBuilder builder =
      new SnapshotBuilder(
              "accident",
              7,
              Columns.of(
                  "code", "county_code", "occurred_on date", "deaths integer", "is_demo boolean"))
          .disclosure(Disclosure.INTERNAL)
          .regionColumn("county_code");
  private int count;

  /** One of one death on the last day. */
  InventedEvents at(double lonDeg, double latDeg, String county) {
    return at(lonDeg, latDeg, county, DAY, 1L);
  }

  InventedEvents at(double lonDeg, double latDeg, String county, LocalDate day, Long deaths) {
    Geometry point = SHAPES.createPoint(new Coordinate(lonDeg, latDeg));
    builder.add(++count, new WKBWriter().write(point), "A" + count, county, day, deaths, true);
    return this;
  }

  /** One without a place. */
  InventedEvents nowhere() {
    builder.add(++count, null, "A" + count, null, DAY, 0L, true);
    return this;
  }

  /** So many, spread normally round a place. */
  InventedEvents round(double lonDeg, double latDeg, double spreadDeg, int events, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < events; i++) {
      at(
          lonDeg + spreadDeg * random.nextGaussian(),
          latDeg + spreadDeg * random.nextGaussian(),
          null);
    }
    return this;
  }

  LayerSnapshot build() {
    return builder.build();
  }
}
