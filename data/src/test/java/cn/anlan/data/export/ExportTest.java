package cn.anlan.data.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.Release;
import cn.anlan.data.export.request.Selection;
import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest extends AtTheOffice {
  /** More digits than a number keeps; put together, for it is nobody's identity number. */
  private static final String LONG_NUMBER = "360100" + "000000000061";

  private static final String FIRMS =
      "SELECT code, name, uscc, sector, scale, commissioned_on, capacity, address, county_code,"
          + " county_code_located, sigma_m, source, is_demo FROM layer.enterprise ORDER BY code";
  private static final String SITES =
      "SELECT code, name, project_type, hazardous_producer, approval_date, approval_project,"
          + " approval_planning, county_code, sigma_m, is_demo, ST_NPoints(geom)"
          + " FROM layer.chemical_project ORDER BY code";

  @BeforeEach
  void fill() {
    Path firms =
        office.file(
            "firms.csv",
            """
            code,name,uscc,sector,scale,commissioned_on,capacity,address,county_code,lon,lat,sigma_m,source,is_demo
            007,江西铜业,,hazardous_chemicals,,2006-05-01,2021/3/1,"引号"",逗号",360102,115.858012345678,28.683098765432,2.5,测试,是
            1e5,'=1+1,%s,fire,,,-5,+86,360702,114.935,25.831,150,,否
            """
                .formatted(LONG_NUMBER));
    assertThat(office.run("enterprise", firms, r -> r.crs("4490")).issues()).isEmpty();
    Path sites =
        office.file(
            "sites.geojson",
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"A","name":"园区甲","project_type":"new","hazardous_producer":true,"approval_date":"2021-04-01","approval_project":"赣发改〔2021〕1号","approval_planning":"2020/01/01","county_code":"360102","is_demo":true},"geometry":{"type":"Polygon","coordinates":[[[115.8,28.7],[115.81,28.7],[115.81,28.71],[115.8,28.71],[115.8,28.7]],[[115.803,28.703],[115.803,28.706],[115.806,28.706],[115.803,28.703]]]}},
            {"type":"Feature","properties":{"code":"B","name":"园区乙","project_type":"existing","hazardous_producer":false,"county_code":"360702"},"geometry":{"type":"MultiPolygon","coordinates":[[[[114.9,25.8],[114.91,25.8],[114.91,25.81],[114.9,25.8]]],[[[114.95,25.8],[114.96,25.8],[114.96,25.81],[114.95,25.8]]]]}}
            ]}
            """);
    assertThat(office.run("chemical_project", sites, r -> r.crs("EPSG:4326").sigmaM(2.5)).issues())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gpkg,EPSG:4490,UTF-8",
    "gpkg,EPSG:4547,UTF-8",
    "gpkg,GCJ-02,UTF-8",
    "shp,EPSG:4490,UTF-8",
    "shp,EPSG:4548,GB18030",
    "shp,EPSG:4527,GB18030",
    "geojson,EPSG:4490,UTF-8",
    "geojson,EPSG:4326,UTF-8",
    "geojson,BD-09,UTF-8",
    "geojson,EPSG:4526,UTF-8",
    "geojsonseq,EPSG:4490,UTF-8",
    "csv,EPSG:4490,UTF-8",
    "csv,EPSG:4547,GB18030",
    "csv,GCJ-02,GB18030"
  })
  void whatIsExportedComesBackTheSame(String format, String crs, String encoding) {
    String suffix = format.equals("shp") ? "zip" : format.replace("geojsonseq", "geojsonl");
    for (String layer : List.of("enterprise", "chemical_project")) {
      String rows = layer.equals("enterprise") ? FIRMS : SITES;
      List<String> before = office.rows(rows);
      office.run("DROP TABLE IF EXISTS anlan.before_export");
      office.run("CREATE TABLE anlan.before_export AS SELECT code, geom FROM layer." + layer);
      Path out = directory.resolve(layer + "." + suffix);
      boolean coded = format.equals("shp") || format.equals("csv");
      ExportReport report =
          export(layer, format, crs, coded ? Optional.of(encoding) : Optional.empty(), out);
      assertThat(report.rows()).isEqualTo(2);
      assertThat(report.warnings()).isEmpty();
      office.run("DELETE FROM layer." + layer);

      boolean declares =
          crs.startsWith("EPSG") && !format.equals("csv") || format.startsWith("geojson");
      ImportReport back =
          office.run(
              layer,
              out,
              r -> r.crs(declares ? null : crs).encoding(format.equals("csv") ? encoding : null));

      assertThat(back.rejected()).as(back.issues().toString()).isZero();
      assertThat(back.crs()).isEqualTo(crs);
      assertThat(office.rows(rows)).isEqualTo(before);
      assertThat(
              office.number(
                  "SELECT ceil(1e6 * max(ST_HausdorffDistance(b.geom, l.geom) * 111320))"
                      + " FROM anlan.before_export b JOIN layer."
                      + layer
                      + " l USING (code)"))
          .as("largest displacement in micrometres")
          .isLessThanOrEqualTo(1_000);
    }
  }

  @Test
  void aTableOfAnotherEncodingIsNotTakenWithoutSayingSo() {
    Path out = directory.resolve("gb.csv");
    export("enterprise", "csv", "EPSG:4490", Optional.of("GB18030"), out);

    assertThat(office.run("enterprise", out, r -> r.crs("4490").dryRun(true)).issues().toString())
        .contains("没有声明文字编码", "GB18030");
  }

  @Test
  void textsThatASpreadsheetWouldRunAreNeutralisedAndNumbersAreNot() throws IOException {
    Path out = directory.resolve("firms.csv.out");
    export("enterprise", "csv", "EPSG:4490", Optional.empty(), out);

    String csv = Files.readString(out);
    assertThat(csv).startsWith("\ufeffcode,name,");
    assertThat(csv)
        .contains("1e5,'=1+1,")
        .contains(",'-5,")
        .contains(",'+86,")
        .contains(",115.858012345678,");
    assertThat(csv).doesNotContain("source_geom");
  }

  @Test
  void aSpreadsheetHoldsTextsAsTexts() {
    Path out = directory.resolve("firms.xlsx");
    export("enterprise", "xlsx", "EPSG:4490", Optional.empty(), out);

    office.gdal("ogr2ogr", "-f", "CSV", "back.csv", "firms.xlsx", "-oo", "HEADERS=FORCE");
    assertThat(read("back.csv")).contains("007").contains("'=1+1").contains("115.858012345678");
  }

  @Test
  void everyFormatSaysVersionSystemAndThatRowsAreInvented() {
    long version = office.database().dataVersion();
    export(
        "chemical_project", "geojson", "EPSG:4490", Optional.empty(), directory.resolve("s.json"));
    assertThat(read("s.json"))
        .contains("\"dataVersion\":" + version, "示例数据", "\"crs\":\"EPSG:4490\"")
        .contains("urn:ogc:def:crs:EPSG::4490")
        .contains("\"is_demo\":true");

    export("chemical_project", "gpkg", "EPSG:4490", Optional.empty(), directory.resolve("s.gpkg"));
    office.gdal(
        "sh",
        "-c",
        "ogrinfo -so s.gpkg chemical_project > info.txt; ogrinfo s.gpkg -sql"
            + " 'SELECT description, identifier FROM gpkg_contents' >> info.txt");
    assertThat(read("info.txt")).contains("示例数据", "数据版本 (data version) " + version);

    export("chemical_project", "shp", "EPSG:4490", Optional.empty(), directory.resolve("s.zip"));
    office.gdal(
        "sh",
        "-c",
        "python3 -c \"import zipfile,sys;sys.stdout.buffer.write("
            + "zipfile.ZipFile('s.zip').read('README.txt'))\" > readme.txt");
    assertThat(read("readme.txt")).contains("示例数据", "approval_planning 规划许可文号");
  }

  @ParameterizedTest
  @CsvSource({"kml,EPSG:4326", "fgb,EPSG:4490"})
  void theOtherFormatsAreReadByGdal(String format, String crs) {
    Path out = directory.resolve("s." + format);
    export("chemical_project", format, crs, Optional.empty(), out);

    office.gdal("sh", "-c", "ogr2ogr -f GeoJSON back.json s." + format);
    assertThat(read("back.json")).contains("园区甲", "MultiPolygon", "115.81");
  }

  @Test
  void onlyTheGivenRowsAreWritten() {
    long id = office.number("SELECT id FROM layer.enterprise WHERE code = '007'");
    Path out = directory.resolve("one.geojson");
    ExportRequest request =
        ExportRequest.of("enterprise", ExportFormat.GEOJSON, Release.internal("test"))
            .selection(Selection.of(new long[] {id}, office.database().dataVersion(), "test"));
    ExportReport report = Exporter.toFile(office.database(), request, out, false, rows -> {});

    assertThat(report.rows()).isEqualTo(1);
    assertThat(read("one.geojson")).contains("007").doesNotContain("1e5");
  }

  @Test
  void aWaterOfLinesAndSurfacesBecomesTwoShapefiles() {
    Path water =
        office.file(
            "water.geojson",
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"R","name":"赣江"},"geometry":{"type":"LineString","coordinates":[[115,27],[115.1,27.1]]}},
            {"type":"Feature","properties":{"code":"L","name":"鄱阳湖"},"geometry":{"type":"Polygon","coordinates":[[[116,29],[116.1,29],[116.1,29.1],[116,29]]]}}
            ]}
            """);
    office.run(
        "water_body",
        water,
        r ->
            r.crs("EPSG:4326")
                .sigmaM(100.0)
                .set("kind", "river")
                .set("river_system", "gan")
                .set("yangtze_basin", "true"));
    Path out = directory.resolve("water.zip");
    export("water_body", "shp", "EPSG:4490", Optional.empty(), out);

    assertThat(office.refusal("water_body", out, r -> r))
        .contains("water_body_line, water_body_polygon");
    assertThat(office.run("water_body", out, r -> r.layerName("water_body_line")).updated())
        .isEqualTo(1);
  }

  @Test
  void refusalsAreOneClearLineAndLeaveNoFile() throws IOException {
    Path out = directory.resolve("x.gpkg");
    Files.writeString(out, "mine");
    assertThat(refused("enterprise", "gpkg", "EPSG:4490", out)).contains("x.gpkg 已存在", "--force");
    assertThat(Files.readString(out)).isEqualTo("mine");
    assertThat(refused("enterprice", "gpkg", "EPSG:4490", directory.resolve("y")))
        .contains("enterprise");
    assertThat(refused("enterprise", "kml", "EPSG:4490", directory.resolve("y")))
        .contains("--crs EPSG:4326");
    assertThat(refused("enterprise", "gpkg", "EPSG:4214", directory.resolve("y"))).contains("1954");
    assertThat(refused("enterprise", "gpkg", "EPSG:4490", directory.resolve("no/y")))
        .contains("目录");
    assertThat(catchThrowable(() -> ExportFormat.parse("gpgk"))).hasMessageContaining("gpgk");
    try (var files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.startsWith(".anlan"));
    }
  }

  private String refused(String layer, String format, String crs, Path out) {
    Throwable thrown = catchThrowable(() -> export(layer, format, crs, Optional.empty(), out));
    assertThat(thrown).isInstanceOf(UserFault.class);
    return ((UserFault) thrown).line();
  }

  private ExportReport export(
      String layer, String format, String crs, Optional<String> encoding, Path out) {
    ExportRequest request =
        ExportRequest.of(layer, ExportFormat.parse(format), Release.internal("test")).crs(crs);
    return Exporter.toFile(
        office.database(), encoding.map(request::encoding).orElse(request), out, false, r -> {});
  }

  private String read(String name) {
    try {
      return Files.readString(directory.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
