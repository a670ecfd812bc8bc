package cn.anlan.geo.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeodesicTargetTest {
  private static final String LAKE_WITH_ISLAND =
      "POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28),"
          + " (115.4 28.4, 115.6 28.4, 115.6 28.6, 115.4 28.6, 115.4 28.4))";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          crossing lines          | LINESTRING (115 28, 116 29)             | LINESTRING (115 29, 116 28)
          a point on a vertex     | LINESTRING (115 28, 116 29)             | POINT (116 29)
          a T of lines            | LINESTRING (115 28, 115 29)             | LINESTRING (115 28.5, 115.2 28.5)
          one common vertex       | LINESTRING (115 28, 115.5 28.2)         | POLYGON ((115.5 28.2, 115.7 28.2, 115.6 28.4, 115.5 28.2))
          an overlapping stretch  | LINESTRING (115 28, 115 28.01)          | LINESTRING (115 28.005, 115 28.02)
          the same point          | POINT (115.5 28.5)                      | POINT (115.5 28.5)
          a point in an area      | POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28)) | POINT (115.5 28.5)
          an area about a point   | POINT (115.5 28.5)                      | POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28))
          an area in an area      | POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28)) | POLYGON ((115.5 28.5, 115.6 28.5, 115.5 28.6, 115.5 28.5))
          an area about an area   | POLYGON ((115.5 28.5, 115.6 28.5, 115.5 28.6, 115.5 28.5)) | POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28))
          an area over an island  | POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28), (115.4 28.4, 115.6 28.4, 115.6 28.6, 115.4 28.6, 115.4 28.4)) | POLYGON ((115.3 28.3, 115.7 28.3, 115.7 28.7, 115.3 28.7, 115.3 28.3))
          a ring about an island  | POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28), (115.4 28.4, 115.6 28.4, 115.6 28.6, 115.4 28.6, 115.4 28.4)) | POLYGON ((114 27, 117 27, 117 30, 114 30, 114 27), (115.3 28.3, 115.7 28.3, 115.7 28.7, 115.3 28.7, 115.3 28.3))
          the second of two areas | MULTIPOLYGON (((110 20, 111 20, 110 21, 110 20)), ((115 28, 116 28, 116 29, 115 29, 115 28))) | POINT (115.5 28.5)
          overlapping areas       | GEOMETRYCOLLECTION (POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28)), POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28))) | POINT (115.5 28.5)
          only a later part meets | LINESTRING (115 28, 116 29)             | GEOMETRYCOLLECTION (POINT (120 30), LINESTRING (115 29, 116 28))
          """)
  void shapesThatMeetHaveDistanceZeroAndOneCommonPoint(String name, String target, String subject) {
    NearestPair pair = GeodesicTarget.of(wkt(target)).nearest(wkt(subject));
    assertThat(pair.distanceM()).as(name).isZero();
    assertThat(pair.subjectLonDeg()).as(name).isEqualTo(pair.targetLonDeg());
    assertThat(pair.subjectLatDeg()).as(name).isEqualTo(pair.targetLatDeg());
    Geometry common =
        RandomShapes.FACTORY.createPoint(new Coordinate(pair.targetLonDeg(), pair.targetLatDeg()));
    assertThat(GeodesicTarget.of(wkt(target)).nearest(common).distanceM()).as(name).isZero();
    assertThat(GeodesicTarget.of(wkt(subject)).nearest(common).distanceM()).as(name).isZero();
    assertThat(GeodesicTarget.of(wkt(subject)).meets(GeodesicTarget.of(wkt(target))))
        .as(name)
        .isTrue();
  }

  @Test
  void aSiteOnAnIslandIsMeasuredToTheIslandsEdge() {
    GeodesicTarget lake = GeodesicTarget.of(wkt(LAKE_WITH_ISLAND));
    // From 10 km inside, the nearest edge is the meridian to the west.
    NearestPair pair = lake.nearest(wkt("POINT (115.402 28.5)"));
    assertThat(pair.distanceM()).isBetween(195.0, 196.5);
    assertThat(pair.targetLonDeg()).isEqualTo(115.4);
  }

  @Test
  void aSiteSurroundingAPondInItsOwnHoleDoesNotMeetIt() {
    GeodesicTarget pond = GeodesicTarget.of(wkt("POINT (115.5 28.5)"));
    assertThat(pond.nearest(wkt(LAKE_WITH_ISLAND)).distanceM()).isGreaterThan(9_000);
  }

  @Test
  void anEdgeIsAGeodesicAndNotAStraightLineInDegrees() {
    // The middle of a 60 km edge from west to east lies 40 m north of the parallel.
    double west = 115;
    double east = 115.614;
    Geometry land = wkt("POLYGON ((115 28.5, 115.614 28.5, 115.3 28.9, 115 28.5))");
    GeodesicData middle = middle(west, 28.5, east, 28.5);
    double northM = Cgcs2000.distanceM(middle.lon2, 28.5, middle.lon2, middle.lat2);
    assertThat(northM).isBetween(35.0, 45.0);
    GeodesicTarget target = GeodesicTarget.of(land);
    assertThat(target.nearest(point(middle.lon2, middle.lat2)).distanceM()).isLessThan(1e-6);
    assertThat(target.nearest(point(middle.lon2, middle.lat2 + 1e-6)).distanceM()).isZero();
    assertThat(target.nearest(point(middle.lon2, 28.5)).distanceM())
        .isCloseTo(northM, org.assertj.core.data.Offset.offset(1e-3));
    assertThat(target.nearest(point(middle.lon2, middle.lat2 - 1e-8)).distanceM())
        .isBetween(1e-3, 1.2e-3);
  }

  @Test
  void footPointsAreExactOnTheMeridianAndAtRightAngles() {
    GeodesicTarget meridian = GeodesicTarget.of(wkt("LINESTRING (115.5 28, 115.5 29.5)"));
    for (double d : new double[] {1e-3, 1, 999, 1001, 9_000, 14_900, 50_000, 400_000}) {
      GeodesicData site = Cgcs2000.GEODESIC.Direct(28.7, 115.5, 90, d);
      NearestPair pair = meridian.nearest(point(site.lon2, site.lat2));
      assertThat(Math.abs(pair.distanceM() - d)).as("%s m", d).isLessThan(1e-7);
      assertThat(Cgcs2000.distanceM(pair.targetLonDeg(), pair.targetLatDeg(), 115.5, 28.7))
          .as("%s m", d)
          .isLessThan(1e-4);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LINESTRING (115 28, 115 28, 115.1 28.1, 115.1 28.1)",
        "LINESTRING (115.1 28.1, 115.1 28.1)",
        "POLYGON ((115.1 28.1, 115.1 28.1, 115.1 28.1, 115.1 28.1))",
        "POLYGON ((115.1 28.1, 115 28, 115 28, 115 27.9, 115 28, 115 27, 115.1 28.1))",
        "LINESTRING (115 28, 115.1 28.1, 115 28, 115.1 28.1)",
        "MULTIPOINT (115.1 28.1, 114 28)",
        "GEOMETRYCOLLECTION (POLYGON EMPTY, LINESTRING EMPTY, POINT (115.1 28.1))"
      })
  void repeatedPointsSpikesAndEmptyPartsDoNotMatter(String nasty) {
    Geometry shape = wkt(nasty);
    GeodesicData off = Cgcs2000.GEODESIC.Direct(28.1, 115.1, 45, 500);
    Geometry site = point(off.lon2, off.lat2);
    assertThat(GeodesicTarget.of(shape).nearest(site).distanceM())
        .as(nasty)
        .isBetween(499.9999, 500.0001);
    assertThat(GeodesicTarget.of(site).nearest(shape).distanceM())
        .as(nasty)
        .isBetween(499.9999, 500.0001);
  }

  @Test
  void aSubjectAThousandKilometresAndMoreAwayIsStillExact() {
    Geometry shore = wkt("LINESTRING (115 28, 115.5 28.4, 116 28.1)");
    GeodesicTarget target = GeodesicTarget.of(shore);
    for (String site : new String[] {"POINT (87.6 43.8)", "POINT (2.3 48.9)", "POINT (-70 -33)"}) {
      double expected = new BruteForce(shore).distanceM(wkt(site));
      assertThat(Math.abs(target.nearest(wkt(site)).distanceM() - expected))
          .as(site)
          .isLessThan(1e-3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POINT EMPTY                              | empty
          GEOMETRYCOLLECTION (POINT EMPTY)         | empty
          POINT (181 28)                           | out of range
          POINT (180 28)                           | out of range
          POINT (28.5 115.5)                       | out of range
          LINESTRING (115 28, 115 89)              | out of range
          LINESTRING (179 28, -179 28)             | antimeridian
          LINESTRING (100 28, 115 28)              | longer than 1000 km
          """)
  void whatCannotBeMeasuredIsRefused(String bad, String why) {
    assertThatThrownBy(() -> GeodesicTarget.of(wkt(bad)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(why);
  }

  @Test
  void coordinatesThatAreNotNumbersAreRefused() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Geometry line =
          RandomShapes.FACTORY.createLineString(
              new Coordinate[] {new Coordinate(115, 28), new Coordinate(115, bad)});
      assertThatThrownBy(() -> GeodesicTarget.of(line))
          .isInstanceOf(UserFault.class)
          .hasMessageContaining("not a number");
    }
  }

  private static GeodesicData middle(double lon1, double lat1, double lon2, double lat2) {
    Geodesic earth = Cgcs2000.GEODESIC;
    GeodesicData edge = earth.Inverse(lat1, lon1, lat2, lon2);
    return earth.Direct(lat1, lon1, edge.azi1, edge.s12 / 2);
  }

  private static Geometry point(double lon, double lat) {
    return RandomShapes.FACTORY.createPoint(new Coordinate(lon, lat));
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
