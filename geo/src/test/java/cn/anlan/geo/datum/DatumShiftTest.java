package cn.anlan.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import java.util.Random;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class DatumShiftTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** PROJ's figures, printed to the millimetre. */
  @ParameterizedTest
  @CsvSource({
    "115.8580, 28.6830, GK3_CM_114E, 681608.383, 3175548.840",
    "115.8580, 28.6830, GK3_CM_117E, 388382.945, 3174669.149",
    "115.8580, 28.6830, GK3_ZONE_38, 38681608.383, 3175548.840",
    "115.8580, 28.6830, GK3_ZONE_39, 39388382.945, 3174669.149",
    "114.9350, 25.8310, GK3_CM_114E, 593746.196, 2858444.927",
    "115.5, 28, GK3_CM_114E, 647552.296, 3099348.645",
    "115.5, 28, GK3_CM_117E, 352447.704, 3099348.645",
    "115.8580, 28.6830, GK6_CM_117E, 388382.945, 3174669.149",
    "115.8580, 28.6830, GK6_ZONE_20, 20388382.945, 3174669.149",
    "118.48, 28.7, GK3_CM_114E, 938022.868, 3184253.775",
    "113.57, 25, GK3_CM_117E, 153607.280, 2770439.533",
    "113.57, 25, GK6_CM_111E, 759498.056, 2768514.864"
  })
  void projectsLikeProjToTheMillimetreAndBack(
      double lon, double lat, CoordinateSystem system, double east, double north) {
    Coordinate projected = out(lon, lat, system);
    assertThat(projected.x).isCloseTo(east, within(0.0006));
    assertThat(projected.y).isCloseTo(north, within(0.0006));
    Coordinate back = in(east, north, system);
    assertThat(back.x).isCloseTo(lon, within(1e-8));
    assertThat(back.y).isCloseTo(lat, within(1e-8));
  }

  @Test
  void provincesEastEdgeInTheWesternmostSixDegreeZoneIsGoodToTwoMillimetres() {
    Coordinate projected = out(118.48, 28.7, CoordinateSystem.GK6_CM_111E);
    assertThat(projected.distance(new Coordinate(1232064.11321, 3199051.18820))).isLessThan(2e-3);
    assertThat(in(projected.x, projected.y, CoordinateSystem.GK6_CM_111E).x)
        .isCloseTo(118.48, within(2e-8));
  }

  @Test
  void mixedZonesArePlausibleNumbersHundredsOfKilometresApart() {
    Coordinate west = new Coordinate(115.49, 28);
    Coordinate east = new Coordinate(115.51, 28);
    double trueM = Geodesic.WGS84.Inverse(28, 115.49, 28, 115.51).s12;
    assertThat(trueM).isBetween(1957.0, 1968.0);
    double truncated =
        out(west.x, west.y, CoordinateSystem.GK3_CM_114E)
            .distance(out(east.x, east.y, CoordinateSystem.GK3_CM_117E));
    assertThat(truncated).isCloseTo(293_000, within(1000.0));
    double prefixed =
        out(west.x, west.y, CoordinateSystem.GK3_ZONE_38)
            .distance(out(east.x, east.y, CoordinateSystem.GK3_ZONE_39));
    assertThat(prefixed).isCloseTo(707_000, within(1000.0));
  }

  @Test
  void webMercatorStretchesAtNanchang() {
    Coordinate a = out(115.85, 28.7, CoordinateSystem.WEB_MERCATOR);
    Coordinate b = out(115.86, 28.7, CoordinateSystem.WEB_MERCATOR);
    double stretch = a.distance(b) / Geodesic.WGS84.Inverse(28.7, 115.85, 28.7, 115.86).s12;
    assertThat(stretch).isCloseTo(1.139, within(0.001));
  }

  @ParameterizedTest
  @EnumSource(CoordinateSystem.class)
  void everySystemReturnsToTheStart(CoordinateSystem system) throws ParseException {
    Geometry lake =
        new WKTReader()
            .read(
                "GEOMETRYCOLLECTION (POLYGON ((115.9 28.9, 116.4 28.9, 116.4 29.4, 115.9 28.9),"
                    + " (116.2 29, 116.3 29, 116.3 29.1, 116.2 29)), POINT Z (114.9 25.8 73.5))");
    Geometry there = DatumShift.fromCgcs2000(lake, system);
    assertThat(there.getSRID()).isEqualTo(system.srid());
    Geometry back = DatumShift.toCgcs2000(there, system);
    assertThat(back.getSRID()).isEqualTo(4490);
    assertThat(back.getNumPoints()).isEqualTo(lake.getNumPoints());
    for (int i = 0; i < lake.getNumPoints(); i++) {
      assertThat(back.getCoordinates()[i].distance(lake.getCoordinates()[i])).isLessThan(1e-8);
    }
    assertThat(back.getGeometryN(1).getCoordinate().getZ()).isEqualTo(73.5);
  }

  @Test
  void wgs84AndCgcs2000AgreeWithinAMillimetre() {
    Coordinate moved = in(115.858, 28.683, CoordinateSystem.WGS84);
    assertThat(Geodesic.WGS84.Inverse(28.683, 115.858, moved.y, moved.x).s12).isLessThan(1e-3);
  }

  @Test
  void theLibraryItselfWouldPassOldDatumsSilentlySoTheyAreRefusedBeforeIt() throws Exception {
    for (String old : new String[] {"EPSG:4214", "EPSG:4610"}) {
      assertThat(CRS.findMathTransform(CRS.decode(old, true), CRS.decode("EPSG:4490", true), true))
          .as("lenient GeoTools accepts %s, which is the danger", old)
          .isNotNull();
      assertThatThrownBy(() -> CoordinateSystem.parse(old)).isInstanceOf(UserFault.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "28.683, 115.858, CGCS2000, 颠倒",
    "681608, 3175548, CGCS2000, 米",
    "0, 0.5, WGS84, 不在",
    "3175548, 681608, GK3_CM_114E, 颠倒",
    "3175548, 38681608, GK3_ZONE_38, 颠倒",
    "38681608, 3175548, GK3_CM_114E, 带有带号 38",
    "39388382, 3174669, GK3_ZONE_38, 另一个带号",
    "681608, 3175548, GK3_ZONE_38, 不带带号",
    "115.858, 28.683, GK3_CM_114E, 度",
    "38681608, 3175548, WEB_MERCATOR, 范围",
    "681608, 3175548, WEB_MERCATOR, 不在中国",
    "115.858, NaN, CGCS2000, 有限数"
  })
  void namesTheLikelyCauseOfCoordinatesThatCannotBe(
      double x, double y, CoordinateSystem system, String cause) {
    assertThatThrownBy(() -> in(x, y, system))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(cause);
  }

  @Test
  void emptyGeometryStaysEmpty() {
    assertThat(DatumShift.toCgcs2000(FACTORY.createPolygon(), CoordinateSystem.GCJ02).isEmpty())
        .isTrue();
  }

  @Test
  void manyThreadsGetTheSameAnswer() {
    long seed = 20260101;
    Random random = new Random(seed);
    Coordinate[] points =
        IntStream.range(0, 2000)
            .mapToObj(
                i ->
                    new Coordinate(
                        113.6 + 4.8 * random.nextDouble(), 24.5 + 5.5 * random.nextDouble()))
            .toArray(Coordinate[]::new);
    CoordinateSystem[] systems = CoordinateSystem.values();
    boolean same =
        IntStream.range(0, 20_000)
            .parallel()
            .allMatch(
                i -> {
                  Coordinate p = points[i % points.length];
                  CoordinateSystem system = systems[i % systems.length];
                  Coordinate q = out(p.x, p.y, system);
                  return in(q.x, q.y, system).distance(p) < 1e-8;
                });
    assertThat(same).as("seed %d", seed).isTrue();
  }

  private static Coordinate out(double lon, double lat, CoordinateSystem system) {
    return DatumShift.fromCgcs2000(FACTORY.createPoint(new Coordinate(lon, lat)), system)
        .getCoordinate();
  }

  private static Coordinate in(double x, double y, CoordinateSystem system) {
    return DatumShift.toCgcs2000(FACTORY.createPoint(new Coordinate(x, y)), system).getCoordinate();
  }
}
