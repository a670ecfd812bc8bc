package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.request.ImportRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One delivery: its record, what it changes, what is reported of it, what it costs. */
class ImportTest extends AtTheOffice {
  private static final String NANCHANG = "115.8580,28.6830";

  @Test
  void aDeliveryIsOneVersionWithItsRecord() {
    long before = office.database().dataVersion();
    Path file =
        office.enterprises("firms.csv", "001," + NANCHANG + ",360102", "002,115.9,28.7,360102");

    ImportReport report =
        office.run(
            "enterprise",
            file,
            r -> r.crs("EPSG:4490").sigmaM(5.0).source("测试").licence("CC0").author("tester"));

    assertThat(report.failed()).isFalse();
    assertThat(report.committed()).isTrue();
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.crsSource()).isEqualTo("option");
    assertThat(report.dataVersion()).isEqualTo(before + 1);
    assertThat(
            office.rows(
                "SELECT file_name, crs, mode, accepted, rejected, source, licence, sigma_m,"
                    + " data_version, length(sha256) FROM anlan.delivery ORDER BY id DESC LIMIT 1"))
        .containsExactly("firms.csv|EPSG:4490|strict|2|0|测试|CC0|5|" + report.dataVersion() + "|64");
    assertThat(
            office.rows(
                "SELECT code, county_code, county_code_located, sigma_m, source, is_demo,"
                    + " source_crs, ST_SRID(geom), ST_SRID(source_geom), data_version"
                    + " FROM layer.enterprise ORDER BY code"))
        .containsExactly(
            "001|360102|360102|5|测试|f|EPSG:4490|4490|4490|" + report.dataVersion(),
            "002|360102|360102|5|测试|f|EPSG:4490|4490|4490|" + report.dataVersion());
  }

  @Test
  void theSameFileTwiceChangesNothingAndAChangedRowIsUpdated() {
    Path file =
        office.enterprises("firms.csv", "001," + NANCHANG + ",360102", "002,115.9,28.7,360102");
    ImportReport first = office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0));

    ImportReport again = office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0));
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.inserted() + again.updated()).isZero();
    assertThat(again.dataVersion()).isEqualTo(first.dataVersion());

    Path moved =
        office.enterprises(
            "moved.csv",
            "001," + NANCHANG + ",360102",
            "002,115.9001,28.7,360102",
            "003,115.7,28.7,360102");
    ImportReport third = office.run("enterprise", moved, r -> r.crs("4490").sigmaM(5.0));
    assertThat(third.inserted()).isEqualTo(1);
    assertThat(third.updated()).isEqualTo(1);
    assertThat(third.unchanged()).isEqualTo(1);
    assertThat(office.rows("SELECT code, data_version FROM layer.enterprise ORDER BY code"))
        .containsExactly(
            "001|" + first.dataVersion(),
            "002|" + third.dataVersion(),
            "003|" + third.dataVersion());
    assertThat(office.number("SELECT count(*) FROM history.enterprise")).isEqualTo(1);
  }

  @Test
  void aDryRunCountsAndChangesNothing() {
    long before = office.database().dataVersion();
    Path file = office.enterprises("firms.csv", "001," + NANCHANG + ",360102");

    ImportReport report =
        office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0).dryRun(true));

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.committed()).isFalse();
    assertThat(office.number("SELECT count(*) FROM layer.enterprise")).isZero();
    assertThat(office.database().dataVersion()).isEqualTo(before);
  }

  @Test
  void theReportsNamesInJsonAreStable() {
    Path file = office.enterprises("f.csv", "1,112.19,25.37,蓝山县");

    ImportReport report = office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0));

    JsonNode json = JsonMapper.shared().valueToTree(report);
    assertThat(json.propertyNames())
        .contains("layer", "file", "crs", "crsSource", "mode", "dryRun", "committed", "accepted")
        .contains("rejected", "inserted", "updated", "unchanged", "dataVersion", "mapping")
        .contains("ignoredColumns", "issues", "rejectedFile")
        .doesNotContain("failed");
    assertThat(json.get("mode").stringValue()).isEqualTo("strict");
    assertThat(json.get("issues").get(0).propertyNames())
        .containsExactly("row", "field", "value", "reason", "remedy", "severity");
    assertThat(json.get("issues").get(0).get("severity").stringValue()).isEqualTo("error");
  }

  @Test
  void aHundredThousandRowsGoInWithoutHoldingThem() throws Exception {
    Path file = directory.resolve("many.csv");
    try (var writer = java.nio.file.Files.newBufferedWriter(file)) {
      writer.write("code,name,sector,county_code,address,lon,lat\n");
      String address = "某路".repeat(90);
      for (int i = 1; i <= 100_000; i++) {
        writer.write("E" + i + ",企业" + i + ",fire,360102," + address + ",");
        writer.write((115.55 + i % 1000 * 0.0005) + "," + (28.45 + i / 1000 * 0.005) + "\n");
      }
    }
    System.gc();
    long usedBefore = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    long[] peak = {0};
    long started = System.nanoTime();

    ImportRequest request =
        ImportRequest.of("enterprise", file).crs("4490").sigmaM(5.0).rejectedDir(directory).build();
    ImportReport report =
        Importer.run(
            office.database(),
            request,
            step -> {
              System.out.printf("%.1f s %s%n", (System.nanoTime() - started) / 1e9, step);
              System.gc();
              long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
              peak[0] = Math.max(peak[0], used - usedBefore);
            });

    assertThat(report.inserted()).isEqualTo(100_000);
    System.out.printf(
        "100,000 rows in %.1f s, live memory grew by %.1f MB%n",
        (System.nanoTime() - started) / 1e9, peak[0] / 1e6);
    // The file is 56 MB; held as objects it would be well above 100 MB.
    assertThat(peak[0]).as("bytes of live memory that the import added").isLessThan(30_000_000L);
  }
}
