package cn.anlan.data.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Files made by the installed GDAL itself. */
class ElevationModelTest {
  private static final Envelope AREA = new Envelope(115.02, 115.08, 28.02, 28.08);

  @TempDir private Path directory;

  /** 0.1° × 0.1° of cells of 0.001°: height = 100 + 1000·(lon − 115) + 500·(lat − 28). */
  private Path plane(double voidAt) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "ncols 100\nnrows 100\nxllcorner 115\nyllcorner 28\ncellsize 0.001\nNODATA_value -9999\n");
    for (int row = 0; row < 100; row++) {
      for (int column = 0; column < 100; column++) {
        double lon = 115 + (column + 0.5) / 1000;
        double lat = 28.1 - (row + 0.5) / 1000;
        boolean isVoid = Math.abs(lon - voidAt) < 0.006 && Math.abs(lat - 28.05) < 0.006;
        text.append(
            isVoid ? "-9999 " : "%.4f ".formatted(100 + 1000 * (lon - 115) + 500 * (lat - 28)));
      }
      text.append('\n');
    }
    Path file = directory.resolve("plane.asc");
    Files.writeString(file, text);
    return file;
  }

  private Path made(String tool, String name, String... arguments) throws Exception {
    Path out = directory.resolve(name);
    List<String> command = new ArrayList<>(List.of(tool, "-q"));
    command.addAll(List.of(arguments));
    command.addAll(List.of(directory.resolve("plane.asc").toString(), out.toString()));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return out;
  }

  @Test
  void aGeoTiffIsReadAtItsCellsCentresWithoutResampling() throws Exception {
    plane(115.05);
    Path tif = made("gdal_translate", "plane.tif", "-a_srs", "EPSG:4326");
    ElevationModel model = ElevationModel.read(List.of(tif), AREA);
    assertThat(model.heights().heightM(115.0305, 28.0405)).isCloseTo(150.75, within(0.001));
    assertThat(model.heights().heightM(115.0307, 28.0403)).isCloseTo(150.85, within(0.001));
    assertThat(model.heights().heightM(115.05, 28.05)).isNaN(); // 12 cells wide: not filled
    assertThat(model.heights().heightM(115.005, 28.05)).isNaN(); // not wanted there
    ElevationModel.Source source = model.files().get(0);
    assertThat(source.name()).isEqualTo("plane.tif");
    assertThat(source.stepSeconds()).isCloseTo(3.6, within(1e-6));
    assertThat(source.voids()).isEqualTo(144);
  }

  @Test
  void aProjectedGridIsDrawnToDegrees() throws Exception {
    plane(0);
    made("gdal_translate", "degrees.tif", "-a_srs", "EPSG:4490");
    Path utm = directory.resolve("utm.tif");
    assertThat(
            new ProcessBuilder(
                    "gdalwarp",
                    "-q",
                    "-t_srs",
                    "EPSG:32650",
                    "-r",
                    "bilinear",
                    directory.resolve("degrees.tif").toString(),
                    utm.toString())
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
    ElevationModel model = ElevationModel.read(List.of(utm), AREA);
    assertThat(model.heights().heightM(115.05, 28.05)).isCloseTo(175, within(0.5));
  }

  @Test
  void otherDatumsBrokenFilesAndOtherPlacesAreRefused() throws Exception {
    plane(0);
    refused(made("gdal_translate", "xian.tif", "-a_srs", "EPSG:4610"), "xian.tif");
    Path away =
        made("gdal_translate", "away.tif", "-a_srs", "EPSG:4326", "-a_ullr", "1", "43", "2", "42");
    refused(away, "不重叠");
    Path broken = Files.writeString(directory.resolve("broken.tif"), "no grid");
    refused(broken, "broken.tif");
    Path virtual =
        Files.writeString(
            directory.resolve("virtual.tif"),
            "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"></VRTDataset>");
    refused(virtual, "virtual.tif");
    refused(directory.resolve("missing.tif"), "missing.tif");
  }

  private static void refused(Path file, String naming) {
    assertThatThrownBy(() -> ElevationModel.read(List.of(file), AREA))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(naming)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(file.getParent().toString()));
  }
}
