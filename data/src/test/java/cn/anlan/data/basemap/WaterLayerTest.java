package cn.anlan.data.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Waters and demonstration shores on a small invented river system. */
class WaterLayerTest {
  private static final String HEADING =
      "code,name,name_en,kind,river_system,yangtze_basin,source,places,half_width_m,sigma_definition_m,basis\n";

  /**
   * A main stem from south to north, a side stream from the east, and one that stops short of it.
   */
  private static final List<LineString> LINES =
      List.of(
          line("LINESTRING (116 27, 116 27.2, 116.02 27.4)"),
          line("LINESTRING (116.02 27.4, 116 27.6)"),
          line("LINESTRING (116.3 27.4, 116.02 27.4)"),
          line("LINESTRING (115.7 27.2, 115.99 27.2)"));

  @Test
  void aRiverIsFoundByTheTownsItPasses() {
    RiverNetwork network = new RiverNetwork(LINES);
    LineString course =
        network.course("干流", List.of(new Coordinate(116.01, 27.01), new Coordinate(116.0, 27.59)));
    assertThat(course.getCoordinates())
        .containsExactly(
            new Coordinate(116, 27),
            new Coordinate(116, 27.2),
            new Coordinate(116.02, 27.4),
            new Coordinate(116, 27.6));
  }

  @Test
  void aTownUpASideStreamLeavesNoSpur() {
    LineString course =
        new RiverNetwork(LINES)
            .course(
                "干流",
                List.of(
                    new Coordinate(116, 27),
                    new Coordinate(116.29, 27.4),
                    new Coordinate(116, 27.6)));
    assertThat(course.getNumPoints()).isEqualTo(4);
    assertThat(course.isSimple()).isTrue();
  }

  @Test
  void aLineThatStopsShortIsJoinedAndAFarTownIsAFault() {
    RiverNetwork network = new RiverNetwork(LINES);
    LineString side =
        network.course("支流", List.of(new Coordinate(115.7, 27.2), new Coordinate(116, 27.0)));
    assertThat(side.getNumPoints()).isEqualTo(4);
    List<Coordinate> far = List.of(new Coordinate(118, 27), new Coordinate(116, 27));
    assertThatThrownBy(() -> network.course("支流", far))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("支流");
  }

  @Test
  void lakesAreFoundByAPointInsideAndCarryTheirSourcesAccuracy() {
    Polygon lake = polygon("POLYGON ((115 27, 115.2 27, 115.2 27.2, 115 27.2, 115 27))");
    WaterLayer layer = new WaterLayer(List.of(lake), LINES, List.of());
    List<WaterName> names =
        WaterName.parse(
            "waters",
            HEADING
                + "W-A,甲湖,Lake A,lake,gan,true,gshhg,115.1 27.1,,300,x\n"
                + "W-GAN,赣江,Gan,river,gan,true,wdbii,南 116 27|北 116 27.6,50 100,80,x\n");
    List<BaseFeature> waters = layer.build(names);
    assertThat(waters.get(0).geometry().getArea()).isCloseTo(0.04, within(1e-6));
    assertThat(waters.get(0).getNumber("sigma_m")).isEqualTo(1480);
    assertThat(waters.get(1).geometry()).isInstanceOf(LineString.class);
    assertThat(waters.get(1).getNumber("sigma_m")).isEqualTo(610);
    List<WaterName> dry =
        WaterName.parse("waters", HEADING + "W-B,乙湖,B,lake,gan,true,gshhg,114 26,,300,x\n");
    assertThatThrownBy(() -> layer.build(dry)).isInstanceOf(UserFault.class);
  }

  @Test
  void demonstrationBanksWidenDownstreamAndEndAtTheLake() {
    List<WaterName> names =
        WaterName.parse(
            "waters",
            HEADING
                + "W-POYANG,鄱阳湖,Poyang,lake,poyang,true,gshhg,116 27.7,,1000,x\n"
                + "W-GAN,赣江,Gan,river,gan,true,wdbii,南 116 27|北 116 27.6,100 400,80,x\n"
                + "W-OTHER,他河,Other,river,gan,true,wdbii,东 116.3 27.4|西 116.02 27.4,50 100,80,x\n");
    Map<WaterName, Geometry> drawn = new LinkedHashMap<>();
    Geometry lake =
        polygon("POLYGON ((115.8 27.55, 116.2 27.55, 116.2 27.9, 115.8 27.9, 115.8 27.55))");
    drawn.put(names.get(0), lake);
    drawn.put(names.get(1), line("LINESTRING (116 27, 116 27.2, 116.02 27.4, 116 27.6)"));
    drawn.put(names.get(2), line("LINESTRING (116.3 27.4, 116.02 27.4)"));

    List<BaseFeature> shores = DemoShores.build(drawn);

    assertThat(shores)
        .extracting(BaseFeature::code)
        .containsExactly("DEMO-SL-POYANG", "DEMO-SL-GAN");
    Geometry river = shores.get(1).geometry();
    assertThat(river.isValid()).isTrue();
    assertThat(river.intersection(shores.get(0).geometry()).getArea()).isLessThan(1e-8);
    assertThat(widthM(river, 27.05)).isBetween(200.0, 300.0);
    assertThat(widthM(river, 27.5)).isBetween(600.0, 800.0);
  }

  @Test
  void accuracyIsMeasuredInMetresAcrossTheLine() {
    BaseFeature line = feature(line("LINESTRING (116 27, 116 28)"));
    // 0.01° of longitude at 27.5 N is 988 m.
    BaseFeature moved = feature(line("LINESTRING (116.01 26.9, 116.01 28.1)"));
    LineAccuracy accuracy = LineAccuracy.measure(List.of(line), List.of(moved));
    assertThat(accuracy.medianM()).isCloseTo(988, within(3.0));
    assertThat(accuracy.sigmaM()).isCloseTo(accuracy.medianM() / 0.6745, within(1.0));
    assertThat(accuracy.points()).isGreaterThan(500);
  }

  private static BaseFeature feature(Geometry geometry) {
    return new BaseFeature("x", Map.of(), geometry);
  }

  private static double widthM(Geometry river, double lat) {
    Geometry across = line("LINESTRING (115.5 " + lat + ", 116.5 " + lat + ")");
    return Planes.toMetres(river.intersection(across)).getLength();
  }

  private static LineString line(String wkt) {
    return (LineString) read(wkt);
  }

  private static Polygon polygon(String wkt) {
    return (Polygon) read(wkt);
  }

  private static Geometry read(String wkt) {
    try {
      return new WKTReader(GeoJsonFile.FACTORY).read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
