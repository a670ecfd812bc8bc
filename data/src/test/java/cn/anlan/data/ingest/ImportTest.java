package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportTest {
  private static final String NANCHANG = "115.8580,28.6830";

  @TempDir Path directory;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(directory);
  }

  @AfterEach
  void close() {
    office.close();
  }

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
  void codesKeepTheirLeadingZerosAndTextsWhatTheyLookLike() {
    Path file =
        office.file(
            "firms.csv",
            "\ufeff编号,企业名称,行业,县编码,地址,经度,纬度\r\n"
                + "007,\"引号\"\"与,逗号\",危险化学品,360102,\"两\n行\",115.8580,28.6830\r\n"
                + "1e5,2021-03-01,工贸,360102,'=1+1,115.9,28.7\r\n");

    ImportReport report = office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0));

    assertThat(report.issues()).isEmpty();
    assertThat(report.mapping()).containsEntry("code", "编号").containsEntry("name", "企业名称");
    assertThat(
            office.rows("SELECT code, name, sector, address FROM layer.enterprise ORDER BY code"))
        .containsExactly(
            "007|引号\"与,逗号|hazardous_chemicals|两\n行", "1e5|2021-03-01|industry_trade|=1+1");
  }

  @Test
  void aGcj02TableLandsOnTheWgs84Position() {
    // Vectors of the domain specification, computed independently of this program.
    Path file = office.enterprises("amap.csv", "001,115.8629009,28.6796702,360102");

    office.run("enterprise", file, r -> r.crs("GCJ-02").sigmaM(5.0));

    String metres =
        "SELECT round((ST_Distance(geom::geography,"
            + " ST_SetSRID(ST_MakePoint(115.8580, 28.6830), 4490)::geography) * 1000)::numeric)"
            + " FROM layer.enterprise";
    assertThat(office.number(metres)).as("millimetres").isLessThanOrEqualTo(10);
    assertThat(
            office.rows(
                "SELECT source_crs, ST_SRID(source_geom), ST_X(source_geom) FROM layer.enterprise"))
        .containsExactly("GCJ-02|0|115.8629009");
  }

  @Test
  void shapefilesOfBothZonesLandWhereTheyWereDrawn() {
    office.enterprises("points.csv", "001," + NANCHANG + ",360102", "002,114.9350,25.8310,360702");
    for (String epsg : new String[] {"4547", "4548", "4526", "4527"}) {
      String shp = "gk" + epsg + ".shp";
      office.gdal(
          "ogr2ogr",
          "-f",
          "ESRI Shapefile",
          shp,
          "points.csv",
          "-oo",
          "X_POSSIBLE_NAMES=lon",
          "-oo",
          "Y_POSSIBLE_NAMES=lat",
          "-s_srs",
          "EPSG:4490",
          "-t_srs",
          "EPSG:" + epsg,
          "-lco",
          "ENCODING=UTF-8");

      ImportReport report =
          office.run("enterprise", directory.resolve(shp), r -> r.sigmaM(Double.valueOf(epsg)));

      assertThat(report.issues()).isEmpty();
      assertThat(report.crs()).isEqualTo("EPSG:" + epsg);
      assertThat(report.crsSource()).isEqualTo("file");
      assertThat(
              office.number(
                  "SELECT ceil(max(1000 * ST_Distance(geom::geography,"
                      + " ST_SetSRID(CASE code WHEN '001' THEN ST_MakePoint(115.8580, 28.6830)"
                      + " ELSE ST_MakePoint(114.9350, 25.8310) END, 4490)::geography)))"
                      + " FROM layer.enterprise"))
          .as("millimetres, EPSG:" + epsg)
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aGb18030ShapefileIsReadByItsCpg() {
    office.enterprises("points.csv", "001," + NANCHANG + ",360102");
    office.gdal(
        "ogr2ogr",
        "-f",
        "ESRI Shapefile",
        "gb.shp",
        "points.csv",
        "-oo",
        "X_POSSIBLE_NAMES=lon",
        "-oo",
        "Y_POSSIBLE_NAMES=lat",
        "-a_srs",
        "EPSG:4490",
        "-lco",
        "ENCODING=GB18030");

    ImportReport report = office.run("enterprise", directory.resolve("gb.shp"), r -> r.sigmaM(5.0));

    assertThat(report.encoding()).isEqualTo("GB18030");
    assertThat(office.rows("SELECT name FROM layer.enterprise")).containsExactly("企业001");
  }

  @Test
  void namesAliasesAndFormerCodesOfCountiesLeadToTodaysCode() {
    Path file =
        office.enterprises(
            "firms.csv",
            "1,114.9,24.9,龙南县",
            "2,114.9,24.9,360727",
            "3,115.7,27.5,安乐县",
            "4,115.2,28.7,湾里区",
            "5,115.2,28.7,360105",
            "6,115.7,28.7,东湖区",
            "7,115.7,28.7,360102000000");

    ImportReport report = office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0));

    assertThat(report.rejected()).isZero();
    assertThat(office.rows("SELECT code, county_code FROM layer.enterprise ORDER BY code"))
        .containsExactly(
            "1|360783", "2|360783", "3|361025", "4|360112", "5|360112", "6|360102", "7|360102");
    assertThat(report.issues())
        .allMatch(i -> i.severity() == Severity.WARNING)
        .extracting(Issue::value)
        .containsExactly("龙南县", "360727", "安乐县", "湾里区", "360105", "东湖区");
  }

  @Test
  void aPointInAnotherCountyThanDeclaredIsWarnedOfBeyondTheBoundarysAccuracyOnly() {
    // The border stands at 115.5 E and is known to 100 m; 0.001° are 98 m here.
    Path file =
        office.enterprises(
            "firms.csv", "1,115.4990,28.7,360102", "2,115.4900,28.7,360102", "3,115.5,28.7,360102");

    ImportReport report = office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0));

    assertThat(report.accepted()).isEqualTo(3);
    assertThat(report.issues())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.row()).isEqualTo(2);
              assertThat(i.reason()).contains("坐标在 360112", "977 m");
            });
    assertThat(
            office.rows(
                "SELECT county_code, county_code_located FROM layer.enterprise WHERE code = '1'"))
        .containsExactly("360102|360112");
  }

  @Test
  void outsideTheProvinceIsRejectedBeyondTheBoundarysAccuracyAndWarnedOfWithin() {
    Path file =
        office.enterprises(
            "firms.csv",
            "1,116.2010,28.7,360102",
            "2,116.2100,28.7,360102",
            "3,112.19,25.37,蓝山县",
            "4,112.19,25.37,431127");

    ImportReport report =
        office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0).mode(ImportMode.QUARANTINE));

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(3);
    assertThat(report.failed()).isFalse();
    assertThat(report.issues())
        .extracting(i -> i.row() + " " + i.severity() + " " + i.field())
        .containsExactly(
            "1 WARNING geom",
            "2 ERROR geom",
            "3 ERROR county_code",
            "3 ERROR geom",
            "4 ERROR county_code",
            "4 ERROR geom");
    assertThat(report.issues().get(1).reason()).contains("省界外 977 m");
    assertThat(report.issues().get(2).reason()).contains("没有县“蓝山县”");
    assertThat(report.issues().get(4).reason()).contains("431127 属湖南省");
  }

  @Test
  void aTableWithoutCoordinatesUpdatesAttributesOfRowsThatExist() {
    Path file =
        office.file(
            "population.csv",
            "adcode,name,level,pop_2020\n360102,东湖区,county,421690\n360702,章贡区,county,\n");
    String areaBefore =
        office.rows("SELECT ST_AsText(geom) FROM layer.region WHERE code = '360102'").get(0);

    ImportReport report =
        office.run("region", file, r -> r.map("code", "adcode").set("population_year", "2020"));

    assertThat(report.attributesOnly()).isTrue();
    assertThat(report.crsSource()).isEqualTo("none");
    assertThat(report.updated()).isEqualTo(2);
    assertThat(report.ignoredColumns()).containsExactly("level");
    assertThat(
            office.rows(
                "SELECT code, population, population_year, admin_level, sigma_m, ST_AsText(geom)"
                    + " FROM layer.region WHERE code = '360102'"))
        .containsExactly("360102|421690|2020|county|100|" + areaBefore);
  }

  @Test
  void constantsMayHoldColumnsAndTheRowNumber() {
    Path file =
        office.file(
            "rivers.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"name_zh\":\"赣江\",\"wdbii_level\":2},\"geometry\":{\"type\":\"LineString\","
                + "\"coordinates\":[[115,27],[115.1,27.1]]}}]}");

    ImportReport report =
        office.run(
            "water_body",
            file,
            r ->
                r.sigmaM(1000.0)
                    .set("code", "WDBII-{row}-{wdbii_level}")
                    .set("kind", "河流")
                    .set("river_system", "gan")
                    .set("yangtze_basin", "是"));

    assertThat(report.crsSource()).isEqualTo("rfc7946");
    assertThat(office.rows("SELECT code, name, kind, GeometryType(geom) FROM layer.water_body"))
        .containsExactly("WDBII-1-2|赣江|river|MULTILINESTRING");
  }

  @Test
  void aConstantFallsBackFromColumnToColumnToAText() {
    Path file =
        office.file(
            "lakes.csv",
            "id,name_zh,name,wkt\n"
                + "1,鄱阳湖,Poyang,\"LINESTRING (116 29, 116.1 29)\"\n"
                + "2,,Junshan,\"LINESTRING (116 29, 116.1 29)\"\n"
                + "3,,,\"LINESTRING (116 29, 116.1 29)\"\n");

    office.run(
        "water_body",
        file,
        r ->
            r.crs("4490")
                .sigmaM(150.0)
                .set("name", "{name_zh|name|'未命名'}")
                .set("kind", "lake")
                .set("river_system", "other")
                .set("yangtze_basin", "1"));

    assertThat(office.rows("SELECT code, name FROM layer.water_body ORDER BY code"))
        .containsExactly("1|鄱阳湖", "2|Junshan", "3|未命名");
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
  void demonstrationRowsNeverLoseTheirLabelByAFileThatCarriesIt() {
    Path file =
        office.file(
            "firms.csv",
            "code,name,sector,county_code,lon,lat,is_demo\n"
                + "1,甲,fire,360102,115.8,28.7,true\n2,乙,fire,360102,115.8,28.7,\n");

    office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0));

    assertThat(office.rows("SELECT code, is_demo FROM layer.enterprise ORDER BY code"))
        .containsExactly("1|t", "2|f");
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
