package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** GDAL follows the pages of the built jar's items. */
class OgcPullIT extends AtTheDemo {
  /** Rows of every page are changed again and again while GDAL follows the links. */
  @Test
  void gdalPullsAHundredThousandWithoutLossOrDoubleWhileDataChange() throws Exception {
    List<String> expected =
        anlan.psql("select code from layer.hazard order by id limit 100000").lines().toList();
    AtomicBoolean pulled = new AtomicBoolean();
    CompletableFuture<Integer> changes = CompletableFuture.supplyAsync(() -> change(pulled));
    Path csv = folder.resolve("hazard.csv");
    Process ogr =
        new ProcessBuilder(
                "ogr2ogr",
                "-f",
                "CSV",
                csv.toString(),
                "OAPIF:" + anlan.url("/ogc"),
                "-oo",
                "PAGE_SIZE=5000",
                "-limit",
                "100000",
                "hazard")
            .redirectErrorStream(true)
            .start();
    String said = new String(ogr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = ogr.waitFor();
    pulled.set(true);
    assertThat(changes.get()).as("changes meanwhile").isPositive();
    assertThat(exit).as(said).isZero();
    try (var lines = Files.lines(csv)) {
      List<String> codes = lines.skip(1).map(line -> line.split(",", 2)[0]).toList();
      assertThat(codes).isEqualTo(expected);
    }
  }

  private static int change(AtomicBoolean ended) {
    int changes = 0;
    try {
      while (!ended.get()) {
        anlan.psql(
            "update layer.hazard set reopened_count = coalesce(reopened_count, 0) + 1"
                + " where id % 997 = "
                + changes % 997);
        changes++;
        Thread.sleep(500); // leave the machine to the pull as well
      }
      return changes;
    } catch (Exception e) {
      throw new IllegalStateException("changing hazards", e);
    }
  }
}
