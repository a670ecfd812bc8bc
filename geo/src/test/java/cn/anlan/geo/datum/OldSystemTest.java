package cn.anlan.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.yaml.DefinitionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** All parameters here are invented. */
class OldSystemTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @TempDir Path conf;

  /** PROJ is asked for the same, through GDAL; it knows the two conventions by other signs. */
  @ParameterizedTest
  @CsvSource({
    "2383, xian_1980, position_vector, +proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=500000 +y_0=0 +a=6378140 +rf=298.257, 1",
    "2363, xian_1980, coordinate_frame, +proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +a=6378140 +rf=298.257, -1",
    "4610, xian_1980, position_vector, +proj=longlat +a=6378140 +rf=298.257, 1",
    "2436, beijing_1954, coordinate_frame, +proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=krass, -1",
    "21419, beijing_1954, position_vector, +proj=tmerc +lat_0=0 +lon_0=111 +k=1 +x_0=19500000 +y_0=0 +ellps=krass, 1"
  })
  void agreesWithProjOnRandomPointsToTwoMillimetres(
      int epsg, String datum, String convention, String proj, int sign) throws Exception {
    long seed = 7 + epsg;
    write("trial", datum, convention);
    SourceSystem system = SourceSystems.load(conf).parse("EPSG:" + epsg);
    Random random = new Random(seed);
    StringBuilder input = new StringBuilder();
    Coordinate[] delivered = new Coordinate[200];
    for (int i = 0; i < delivered.length; i++) {
      delivered[i] =
          DatumShift.fromCgcs2000(
                  FACTORY.createPoint(
                      new Coordinate(
                          113.6 + 4.8 * random.nextDouble(), 24.5 + 5.5 * random.nextDouble())),
                  system.shape())
              .getCoordinate();
      input.append(String.format(Locale.ROOT, "%.9f %.9f\n", delivered[i].x, delivered[i].y));
    }
    String towgs84 =
        String.format(
            Locale.ROOT,
            " +towgs84=-12.5,101.25,-7.75,%s,%s,%s,4.5",
            sign * 0.8,
            sign * -1.3,
            sign * 2.1);
    String[] expected =
        gdaltransform(
                proj + towgs84 + " +no_defs",
                "+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +no_defs",
                input.toString())
            .split("\n");
    for (int i = 0; i < delivered.length; i++) {
      Coordinate ours = system.toCgcs2000(FACTORY.createPoint(delivered[i])).getCoordinate();
      String[] theirs = expected[i].trim().split("\\s+");
      double apartM =
          Geodesic.WGS84.Inverse(
                  ours.y, ours.x, Double.parseDouble(theirs[1]), Double.parseDouble(theirs[0]))
              .s12;
      assertThat(apartM).as("seed %d, point %d", seed, i).isLessThan(2e-3);
    }
  }

  @Test
  void withoutParametersTheOldDatumsStayRefusedAndOneSaysWhereTheyBelong() {
    SourceSystems none = SourceSystems.load(conf);
    for (String words : new String[] {"EPSG:4214", "2383", "西安80", "北京54", "EPSG:21460"}) {
      assertThatThrownBy(() -> none.parse(words))
          .isInstanceOf(UserFault.class)
          .hasMessageContaining(words)
          .hasMessageContaining("国家秘密")
          .extracting(e -> ((UserFault) e).remedy())
          .asString()
          .contains("var/conf/datums");
    }
    assertThat(none.parse("EPSG:4547")).isEqualTo(CoordinateSystem.GK3_CM_114E);
  }

  @Test
  void parametersOfOneDatumDoNotServeTheOtherAndOfSeveralOneMustBeNamed() throws IOException {
    write("ganzhou", "xian_1980", "position_vector");
    SourceSystems one = SourceSystems.load(conf);
    assertThatThrownBy(() -> one.parse("EPSG:2435")).hasMessageContaining("Beijing 1954");
    assertThat(one.parse("EPSG:2383").code()).isEqualTo("EPSG:2383");
    assertThatThrownBy(() -> one.parse("EPSG:4490@ganzhou")).hasMessageContaining("不用转换参数");

    write("jiujiang", "xian_1980", "position_vector");
    SourceSystems two = SourceSystems.load(conf);
    assertThatThrownBy(() -> two.parse("EPSG:2383"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("ganzhou, jiujiang");
    OldSystem chosen = (OldSystem) two.parse("EPSG:2383@jiujiang");
    assertThat(chosen.parameters().id()).isEqualTo("jiujiang");
    assertThat(chosen.srid()).isEqualTo(2383);
    assertThatThrownBy(() -> two.parse("EPSG:2383@nowhere")).hasMessageContaining("没有名为");
  }

  @Test
  void nothingIsMovedOutsideWhereTheParametersHoldNorIfItCannotBeWhatWasDeclared()
      throws IOException {
    write("trial", "xian_1980", "position_vector");
    SourceSystem system = SourceSystems.load(conf).parse("EPSG:2383");
    assertThatThrownBy(() -> system.toCgcs2000(point(500_000, 4_400_000)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("适用范围");
    assertThatThrownBy(() -> system.toCgcs2000(point(115.8, 28.7)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("EPSG:2383")
        .hasMessageContaining("度,不是米");
    assertThatThrownBy(() -> system.toCgcs2000(point(38_681_608, 3_175_548)))
        .hasMessageContaining("带有带号 38");
  }

  @Test
  void noMessageShowsTheValuesAndBadFilesAreRefusedWithTheirKey() throws IOException {
    write("trial", "xian_1980", "position_vector");
    OldSystem system = (OldSystem) SourceSystems.load(conf).parse("EPSG:2383");
    assertThat(system.parameters().toString()).doesNotContain("12.5", "101.25");

    Path file = conf.resolve("datums/trial.yaml");
    String good = Files.readString(file);
    for (String[] change :
        new String[][] {
          {"convention: position_vector", "convention: either", "convention"},
          {"[-12.5, 101.25, -7.75]", "[-12.5, 101.25]", "translation_m"},
          {"[0.8, -1.3, 2.1]", "[0.8, -1.3, 210]", "rotation_arcsec"},
          {"source: 示例", "source: '' #", "source"},
          {"sigma_m: 0.5", "sigma_m: -1", "sigma_m"},
          {"id: trial", "id: other", "other.yaml"}
        }) {
      Files.writeString(file, good.replace(change[0], change[1]));
      assertThatThrownBy(() -> SourceSystems.load(conf))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("conf/datums/trial.yaml")
          .hasMessageContaining(change[2])
          .message()
          .doesNotContain("101.25");
    }
  }

  private void write(String id, String datum, String convention) throws IOException {
    Path folder = Files.createDirectories(conf.resolve("datums"));
    Files.writeString(
        folder.resolve(id + ".yaml"),
        """
        id: %s
        datum: %s
        convention: %s
        translation_m: [-12.5, 101.25, -7.75]
        rotation_arcsec: [0.8, -1.3, 2.1]
        scale_ppm: 4.5
        sigma_m: 0.5
        valid_in: {west: 113, south: 24, east: 119, north: 31}
        source: 示例,不是真实参数
        """
            .formatted(id, datum, convention));
  }

  private static org.locationtech.jts.geom.Point point(double x, double y) {
    return FACTORY.createPoint(new Coordinate(x, y));
  }

  private static String gdaltransform(String from, String to, String input) throws Exception {
    Process process =
        new ProcessBuilder("gdaltransform", "-output_xy", "-s_srs", from, "-t_srs", to).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(errors).isZero();
    return output;
  }
}
