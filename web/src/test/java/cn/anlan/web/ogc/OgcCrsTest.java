package cn.anlan.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Coordinates in every system, in its authority's order of axes, against PROJ. */
class OgcCrsTest {
  private static final double LON = 115.858;
  private static final double LAT = 28.683;

  @ParameterizedTest
  @ValueSource(ints = {4326, 4490, 3857, 4526, 4527, 4547, 4548, 4497, 4498, 4508, 4509})
  void projWritesTheSameNumbersInTheSameOrder(int epsg) throws Exception {
    double[] proj = gdaltransform(epsg);
    Coordinate ours = written("http://www.opengis.net/def/crs/EPSG/0/" + epsg);
    double tolerance = epsg == 4326 || epsg == 4490 ? 1e-7 : 0.002;
    assertThat(ours.x).isCloseTo(proj[0], within(tolerance));
    assertThat(ours.y).isCloseTo(proj[1], within(tolerance));
  }

  @Test
  void crs84IsLonLatExactlyAsKept() {
    assertThat(written("http://www.opengis.net/def/crs/OGC/1.3/CRS84"))
        .isEqualTo(new Coordinate(LON, LAT));
    assertThat(OgcCrs.all().get(0)).isEqualTo(OgcCrs.CRS84);
  }

  @Test
  void shortFormsAndHttpsMeanTheSame() {
    assertThat(OgcCrs.parse("crs", "EPSG:4490")).isEqualTo(OgcCrs.STORED);
    assertThat(OgcCrs.parse("crs", "[EPSG:4490]")).isEqualTo(OgcCrs.STORED);
    assertThat(OgcCrs.parse("crs", "https://www.opengis.net/def/crs/EPSG/0/4490"))
        .isEqualTo(OgcCrs.STORED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4610", "GCJ-02", "4490", "http://www.opengis.net/def/crs/EPSG/0/1"})
  void othersAreRefusedNamingParameterAndChoice(String words) {
    assertThatThrownBy(() -> OgcCrs.parse("bbox-crs", words))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("bbox-crs=" + words)
        .satisfies(e -> assertThat(((UserFault) e).remedy()).contains("/4547", "CRS84"));
  }

  private static Coordinate written(String uri) {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(LON, LAT));
    return OgcCrs.parse("crs", uri).write(point).getCoordinate();
  }

  /** As PROJ moves it, in the order in which PROJ's register writes the system's axes. */
  private static double[] gdaltransform(int epsg) throws IOException, InterruptedException {
    String axes = run("", "gdalsrsinfo", "-o", "wkt2_2018", "EPSG:" + epsg);
    boolean northFirst = axes.indexOf("north,") < axes.indexOf("east,");
    String at = LON + " " + LAT + "\n";
    String moved =
        run(at, "gdaltransform", "-output_xy", "-s_srs", "EPSG:4490", "-t_srs", "EPSG:" + epsg);
    String[] words = moved.strip().split("\\s+");
    double east = Double.parseDouble(words[0]);
    double north = Double.parseDouble(words[1]);
    return northFirst ? new double[] {north, east} : new double[] {east, north};
  }

  private static String run(String input, String... command)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
