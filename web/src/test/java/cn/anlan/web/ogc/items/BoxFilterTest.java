package cn.anlan.web.ogc.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.web.ogc.OgcCrs;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;

class BoxFilterTest {
  private static final long SEED = 62;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  @ParameterizedTest
  @CsvSource({
    "'115,28,116,29', CRS84, 1",
    "'28,115,29,116', EPSG:4326, 1",
    "'28,115,29,116', EPSG:4490, 1",
    "'115,28,-10,116,29,9000', CRS84, 1",
    "'-180,-90,180,90', CRS84, 1 2 3",
    "'114,24,114,24', CRS84, 2",
    "'170,-10,-170,10', CRS84, 3",
    "'100,20,-170,40', CRS84, 1 2",
    "'-20037508.34,-20037508.34,20037508.34,20037508.34', EPSG:3857, 1 2",
    "'0,-10000000,9000000,900000000', EPSG:4547, 1 2",
    "'100000,100000,200000,200000', EPSG:4526, ''",
    "'115,28,116,29', EPSG:4490, ''",
  })
  void aBoxIsReadInItsSystemsOrderOfAxes(String bbox, String crs, String ids) {
    LayerSnapshot snapshot = layer(List.of(point(115.5, 28.5), point(114, 24), point(-179.9, 0.5)));
    OgcCrs system = crs.equals("CRS84") ? OgcCrs.CRS84 : OgcCrs.parse("bbox-crs", crs);
    String found =
        ids(snapshot, bbox, system).stream()
            .sorted()
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(ids);
  }

  /**
   * Each point moved into the system and compared there; within a metre of an edge either holds.
   */
  @ParameterizedTest
  @EnumSource(
      value = CoordinateSystem.class,
      names = {"WEB_MERCATOR", "GK3_ZONE_38", "GK3_CM_117E", "GK6_ZONE_20"})
  void aProjectedBoxHoldsWhatLiesInItThere(CoordinateSystem system) {
    Random random = new Random(SEED);
    List<Point> points =
        random
            .doubles(3_000)
            .mapToObj(d -> point(113.6 + 4.9 * d, 24.5 + 5.6 * random.nextDouble()))
            .toList();
    LayerSnapshot snapshot = layer(points);
    OgcCrs crs = OgcCrs.parse("bbox-crs", system.code());
    Coordinate a = moved(points.get(7), system);
    Coordinate b = moved(points.get(11), system);
    double west = Math.min(a.x, b.x);
    double east = Math.max(a.x, b.x);
    double south = Math.min(a.y, b.y);
    double north = Math.max(a.y, b.y);
    String bbox =
        crs.northFirst()
            ? south + "," + west + "," + north + "," + east
            : west + "," + south + "," + east + "," + north;
    Set<Long> found = ids(snapshot, bbox, crs);
    for (int i = 0; i < points.size(); i++) {
      Coordinate at = moved(points.get(i), system);
      double insideM =
          Math.min(Math.min(at.x - west, east - at.x), Math.min(at.y - south, north - at.y));
      if (Math.abs(insideM) > 1) {
        assertThat(found.contains(i + 1L))
            .as("seed %d, point %s, %s m inside", SEED, points.get(i), insideM)
            .isEqualTo(insideM > 0);
      }
    }
    assertThat(found).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1,2,NaN,4", "0,10,10,5", "0,-91,10,5"})
  void whatIsNoBoxIsRefused(String bbox) {
    assertThatThrownBy(() -> BoxFilter.parse(bbox, OgcCrs.CRS84))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("bbox=" + bbox);
  }

  @Test
  void theRemedyNamesTheOrderOfAxes() {
    assertThatThrownBy(
            () -> BoxFilter.parse("29,115,28,116", OgcCrs.parse("bbox-crs", "EPSG:4490")))
        .satisfies(e -> assertThat(((UserFault) e).remedy()).contains("南,西,北,东"));
  }

  private static Coordinate moved(Point point, CoordinateSystem system) {
    return DatumShift.fromCgcs2000(point, system).getCoordinate();
  }

  private static Point point(double lonDeg, double latDeg) {
    return SHAPES.createPoint(new Coordinate(lonDeg, latDeg));
  }

  private static LayerSnapshot layer(List<Point> points) {
    SnapshotBuilder builder =
        new SnapshotBuilder("well", 1, List.of()).disclosure(Disclosure.PUBLIC);
    for (int i = 0; i < points.size(); i++) {
      builder.add(i + 1, new WKBWriter().write(points.get(i)));
    }
    return builder.build();
  }

  private static Set<Long> ids(LayerSnapshot snapshot, String bbox, OgcCrs crs) {
    return Query.on(snapshot, Scope.wholeProvince("test"))
        .filter(BoxFilter.parse(bbox, crs))
        .rows()
        .stream()
        .mapToObj(snapshot::id)
        .collect(Collectors.toSet());
  }
}
