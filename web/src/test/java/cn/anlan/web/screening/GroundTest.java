package cn.anlan.web.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.measure.Limits.Limit;
import cn.anlan.web.site.SiteBody;
import cn.anlan.web.site.SiteGeometry;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What limits make of a frame, against the exact distances. */
class GroundTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Geometry FRAME = FACTORY.toGeometry(new Envelope(115.8, 116.0, 28.6, 28.8));

  @Test
  void thePartsFollowTheGeodesicDistancesToWithinAMetre() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Coordinate[] bends = new Coordinate[6];
    for (int i = 0; i < bends.length; i++) {
      bends[i] = new Coordinate(115.8 + 0.04 * i, 28.65 + random.nextDouble() * 0.1);
    }
    Geometry shore = FACTORY.createLineString(bends);
    double d = 1_000;
    double u = 40;
    Ground ground = Ground.of(List.of(new Limit(shore, d - u, d + u, false, true, false)), FRAME);
    GeodesicTarget exact = GeodesicTarget.of(shore);
    for (int i = 0; i < 3_000; i++) {
      Geometry at =
          SiteGeometry.point(115.8 + random.nextDouble() * 0.2, 28.6 + random.nextDouble() * 0.2);
      double metres = exact.nearest(at).distanceM();
      boolean atEdge = Math.abs(metres - (d - u)) < 1.1 || Math.abs(metres - (d + u)) < 1.1;
      if (!atEdge) {
        String where = "seed " + seed + ", " + at + ", " + metres + " m";
        assertThat(ground.forbidden().covers(at)).as(where).isEqualTo(metres < d - u);
        assertThat(ground.survey().covers(at))
            .as(where)
            .isEqualTo(metres > d - u && metres < d + u);
      }
    }
  }

  @Test
  void insideAZoneTheDepthCountsAndNearItsEdgeOnlyASurveyTells() {
    Geometry zone = FACTORY.toGeometry(new Envelope(115.88, 115.92, 28.68, 28.72));
    Ground ground = Ground.of(List.of(new Limit(zone, -50, 50, true, true, false)), FRAME);
    assertThat(ground.forbidden().covers(SiteGeometry.point(115.9, 28.7))).isTrue();
    assertThat(ground.survey().covers(east(115.92, -30))).isTrue();
    assertThat(ground.survey().covers(east(115.92, 30))).isTrue();
    assertThat(ground.forbidden().covers(east(115.92, -60))).isTrue();
    assertThat(ground.survey().covers(east(115.92, 60))).isFalse();
    assertThat(ground.forbidden().covers(east(115.92, 60))).isFalse();
  }

  @Test
  void whatCannotBeJudgedIsNeitherForbiddenNorAllowed() {
    Geometry place = SiteGeometry.point(115.9, 28.7);
    Ground ground = Ground.of(List.of(new Limit(place, 100, 500, false, false, false)), FRAME);
    assertThat(ground.forbidden().isEmpty()).isTrue();
    assertThat(ground.survey().isEmpty()).isTrue();
    assertThat(Ground.squareMetres(ground.open()))
        .isCloseTo(Math.PI * 500 * 500, within(Math.PI * 500 * 500 * 0.003));
  }

  @Test
  void areasAreThoseOfTheEllipsoid() {
    double widthM = Cgcs2000.distanceM(115.8, 28.7, 116.0, 28.7);
    double heightM = Cgcs2000.distanceM(115.8, 28.6, 115.8, 28.8);
    assertThat(Ground.squareMetres(FRAME))
        .isCloseTo(widthM * heightM, within(widthM * heightM * 1e-4));
  }

  @Test
  void aFrameTooLargeOrNoFrameIsRefused() {
    String[][] bad = {
      {"{\"bbox\":[115,28,117,29]}", "太大"},
      {"{\"bbox\":[115,28,114,29]}", "bbox"},
      {"{\"bbox\":[28,115,29,116]}", "bbox"},
      {"{\"bbox\":[115,28,1e999,29]}", "bbox"},
      {"{\"bbox\":[1,2,3]}", "bbox"},
      {"{}", "缺少"},
      {"{\"frame\":{\"type\":\"Point\",\"coordinates\":[115,28]}}", "不是面"},
    };
    for (String[] each : bad) {
      assertThatThrownBy(() -> Frame.read(SiteBody.parse(each[0])))
          .as(each[0])
          .isInstanceOf(UserFault.class)
          .hasMessageContaining(each[1]);
    }
    assertThat(Frame.read(SiteBody.parse("{\"bbox\":[115.8,28.6,116,28.8]}")).equalsTopo(FRAME))
        .isTrue();
  }

  private static Geometry east(double lonDeg, double metres) {
    GeodesicData to = Cgcs2000.GEODESIC.Direct(28.7, lonDeg, 90, metres);
    return SiteGeometry.point(to.lon2, to.lat2);
  }
}
