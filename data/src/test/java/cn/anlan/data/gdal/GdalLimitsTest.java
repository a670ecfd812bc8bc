package cn.anlan.data.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that wants more time, memory or disk than it may have is ended, and said to be. */
class GdalLimitsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  @TempDir Path directory;

  private Path manyPoints(int count) throws IOException {
    Path csv = directory.resolve("many.csv");
    try (var writer = Files.newBufferedWriter(csv)) {
      writer.write("id,x,y\n");
      for (int i = 0; i < count; i++) {
        writer.write(i + "," + i + ".5," + i + ".25\n");
      }
    }
    return csv;
  }

  private Gdal.Outcome convert(Gdal.Limits limits, Path csv) {
    List<String> arguments =
        List.of(
            "-f",
            "GeoJSON",
            directory.resolve("o.json").toString(),
            csv.toString(),
            "-oo",
            "X_POSSIBLE_NAMES=x",
            "-oo",
            "Y_POSSIBLE_NAMES=y");
    return new Gdal(directory, Set.of("CSV", "GeoJSON"), limits).run("ogr2ogr", arguments);
  }

  @Test
  void memoryAndOutputAreLimited() throws IOException {
    Path csv = manyPoints(100_000);
    assertThat(convert(new Gdal.Limits(MINUTE, 2L << 30, 1L << 30), csv).isClean()).isTrue();

    Gdal.Outcome bigOutput = convert(new Gdal.Limits(MINUTE, 2L << 30, 1L << 20), csv);
    assertThat(bigOutput.isClean()).isFalse();
    assertThat(Files.size(directory.resolve("o.json"))).isLessThanOrEqualTo(1L << 20);
    assertThat(bigOutput.complaint()).isNotEmpty();

    Gdal.Outcome noMemory = convert(new Gdal.Limits(MINUTE, 40L << 20, 1L << 30), csv);
    assertThat(noMemory.isClean()).isFalse();
  }

  @Test
  void timeIsLimited() throws IOException {
    Path csv = manyPoints(3_000_000);
    long started = System.nanoTime();
    Gdal.Limits second = new Gdal.Limits(Duration.ofSeconds(1), 2L << 30, 4L << 30);
    assertThatThrownBy(
            () -> {
              Gdal.Outcome ended = convert(second, csv);
              // The processor's clock may run out a moment before the wall's.
              throw new UserFault(ended.isClean() ? "ended well" : "limit reached", "");
            })
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("limit reached");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void whatASmallFileUnfoldsToIsSmall() {
    assertThat(Gdal.Limits.reading(1_000).fileBytes()).isLessThan(300L << 20);
    assertThat(Gdal.Limits.reading(2L << 30).fileBytes()).isEqualTo(16L << 30);
  }
}
