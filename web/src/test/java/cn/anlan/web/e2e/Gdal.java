package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** GDAL's own programs, as analysts use them. */
final class Gdal {
  private Gdal() {}

  /** What a program printed; it must have ended well. */
  static String run(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(words + ": " + said).isZero();
    return said;
  }

  /** East and north of a point in another system, by PROJ. */
  static double[] transform(double lonDeg, double latDeg, String from, String to)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("gdaltransform", "-s_srs", from, "-t_srs", to, "-output_xy").start();
    String point = String.format(Locale.ROOT, "%.12f %.12f%n", lonDeg, latDeg);
    process.getOutputStream().write(point.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    String[] xy = said.strip().split("\\s+");
    return new double[] {Double.parseDouble(xy[0]), Double.parseDouble(xy[1])};
  }
}
