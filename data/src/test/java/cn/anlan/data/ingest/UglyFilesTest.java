package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.source.TestDrawing;
import cn.anlan.data.source.TestWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files as agencies really send them go in whole, or say what is wrong with them. */
class UglyFilesTest extends AtTheOffice {
  private static final Charset GBK = Charset.forName("GBK");

  private Path zip(String name, Map<String, byte[]> entries) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(directory.resolve(name));
  }

  @Test
  void aWorkbookWithMergedHeadingsFullWidthDigitsAndChineseDates() throws IOException {
    Path file =
        zip(
            "list.xlsx",
            new TestWorkbook()
                .sheet("企业")
                .row("s:企业一览表")
                .row("s:编号", "s:企业名称", "s:行业", "s:坐标", "", "s:投产日期", "s:从业人员", "s:县编码", "s:联系人")
                .row("", "", "", "s:经度", "s:纬度")
                .row(
                    "z:1",
                    "s:甲厂",
                    "s:工贸",
                    "s:１１５．８５８",
                    "n:28.683",
                    "s:二〇二一年三月一日",
                    "s:１２０",
                    "s:东湖区",
                    "s:某某")
                .row(
                    "z:2",
                    "s:乙厂",
                    "s:工贸",
                    "s:115°54′00″",
                    "s:28°42′0″",
                    "d:44256",
                    "n:3",
                    "",
                    "s:某某")
                .merge("A1:I1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "G2:G3", "H2:H3")
                .merge("I2:I3", "H4:H5")
                .parts());

    ImportReport report = office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0));

    assertThat(report.format()).isEqualTo("XLSX");
    assertThat(
            office.rows(
                "SELECT code, name, sector, commissioned_on, employees, county_code,"
                    + " ST_AsText(geom, 6) FROM layer.enterprise ORDER BY code"))
        .containsExactly(
            "001|甲厂|industry_trade|2021-03-01|120|360102|POINT(115.858 28.683)",
            "002|乙厂|industry_trade|2021-03-01|3|360102|POINT(115.9 28.7)");
    assertThat(report.issues().toString())
        .contains("表头在第 2–3 行", "县编码", "纵向合并", "联系人", "个人信息")
        .doesNotContain("某某");
  }

  @Test
  void aDrawingWithTruncatedEastingsGoesInOnlyUnderItsOwnZone() {
    Path file =
        office.file("site.dxf", TestDrawing.of("AC1015", "ANSI_936", 681_608, 3_175_548), GBK);
    UnaryOperator<ImportRequest.Builder> site =
        r ->
            r.layerName("界址线")
                .sigmaM(0.1)
                .set("code", "DXF-{row}")
                .set("name", "{Layer}")
                .set("project_type", "new")
                .set("hazardous_producer", "是")
                .set("county_code", "360102")
                .map("code", "EntityHandle");
    UnaryOperator<ImportRequest.Builder> described =
        r ->
            r.layerName("界址线")
                .sigmaM(0.1)
                .set("code", "DXF-{row}")
                .set("name", "{Layer}")
                .set("project_type", "new")
                .set("hazardous_producer", "是")
                .set("county_code", "360102");

    assertThat(office.refusal("chemical_project", file, r -> described.apply(r)))
        .contains("没有声明坐标系");
    assertThat(office.refusal("chemical_project", file, r -> site.apply(r).crs("4547")))
        .contains("同时用了 --map 和 --set");
    ImportReport prefixed =
        office.run("chemical_project", file, r -> described.apply(r).crs("EPSG:4526"));
    assertThat(prefixed.rejected()).isEqualTo(1);
    assertThat(prefixed.issues().toString()).contains("带号");
    assertThat(office.refusal("chemical_project", file, r -> described.apply(r).crs("EPSG:4548")))
        .contains("site.dxf", "114°E", "293 km");

    ImportReport right =
        office.run("chemical_project", file, r -> described.apply(r).crs("EPSG:4547"));

    assertThat(right.inserted()).isEqualTo(1);
    // 5,000 m² on paper; 181 km from the central meridian the plane is 0.041 % too long each way.
    assertThat(right.issues().toString()).contains("闭合的线按所围的面读入");
    assertThat(
            office.rows(
                "SELECT code, name, round(ST_Area(geom::geography)), GeometryType(geom),"
                    + " round(ST_X(ST_Centroid(geom))::numeric, 2) FROM layer.chemical_project"))
        .containsExactly("DXF-1|界址线|4996|MULTIPOLYGON|115.86");
  }

  @Test
  void aZippedFileGdbAndAZippedGbkShapefileWithoutCpg() throws IOException {
    office.enterprises("f.csv", "1,115.858,28.683,360102", "2,115.9,28.7,360102");
    String[] toZone = {"-s_srs", "EPSG:4490", "-t_srs", "EPSG:4547"};
    office.convert("OpenFileGDB", "f.csv", "f.gdb", toZone);
    try (var parts = Files.list(directory.resolve("f.gdb"))) {
      Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
      for (Path part : parts.sorted().toList()) {
        entries.put("数据/f.gdb/" + part.getFileName(), Files.readAllBytes(part));
      }
      zip("gdb.zip", entries);
    }
    ImportReport gdb = office.run("enterprise", directory.resolve("gdb.zip"), r -> r.sigmaM(5.0));
    assertThat(gdb.crs()).isEqualTo("EPSG:4547");
    assertThat(gdb.inserted()).isEqualTo(2);

    office.convert(
        "ESRI Shapefile", "f.csv", "s.shp", "-a_srs", "EPSG:4490", "-lco", "ENCODING=GB18030");
    Path shp =
        zip(
            "shp.zip",
            Map.of(
                "企业.shp",
                bytes("s.shp"),
                "企业.shx",
                bytes("s.shx"),
                "企业.dbf",
                bytes("s.dbf"),
                "企业.prj",
                bytes("s.prj")));
    ImportReport told = office.run("enterprise", shp, r -> r.sigmaM(5.0));
    assertThat(told.issues().toString()).contains("按内容判定为 GB18030");
    assertThat(told.updated() + told.unchanged()).isEqualTo(2);
    assertThat(office.rows("SELECT name, ST_AsText(geom, 6) FROM layer.enterprise ORDER BY code"))
        .containsExactly("企业1|POINT(115.858 28.683)", "企业2|POINT(115.9 28.7)");
  }

  @Test
  void aKmlDrawnOverAChineseMapIsTakenUnderTheDatumThatIsSaid() {
    Path file =
        office.file(
            "k.kml",
            "<kml><Document><Placemark><name>甲厂</name><ExtendedData><Data name=\"编号\"><value>K1"
                + "</value></Data></ExtendedData><Point><coordinates>115.8629009,28.6796702"
                + "</coordinates></Point></Placemark></Document></kml>");

    ImportReport report =
        office.run(
            "enterprise",
            file,
            r -> r.crs("GCJ-02").sigmaM(5.0).set("sector", "工贸").set("county_code", "360102"));

    assertThat(report.crs()).isEqualTo("GCJ-02");
    assertThat(office.rows("SELECT name, ST_AsText(geom, 6) FROM layer.enterprise"))
        .containsExactly("甲厂|POINT(115.858 28.683)");
  }

  @Test
  void theLandOfficesParcelsBecomeRowsOfALayer() throws IOException {
    Path file = directory.resolve("site.txt");
    try (InputStream in = UglyFilesTest.class.getResourceAsStream("/survey/site.txt")) {
      Files.write(file, in.readAllBytes());
    }

    ImportReport report =
        office.run(
            "chemical_project",
            file,
            r ->
                r.sigmaM(0.05)
                    .map("code", "地块编号")
                    .map("name", "地块名称")
                    .map("approval_date", "数据产生日期")
                    .set("project_type", "new")
                    .set("hazardous_producer", "否")
                    .set("county_code", "360102"));

    assertThat(report.crsSource()).isEqualTo("file");
    // On paper 160 × 120 + 160 × 30 / 2 − 40 × 50 = 19,600 m².
    assertThat(
            office.rows(
                "SELECT code, name, approval_date, source_crs, round(ST_Area(geom::geography)),"
                    + " ST_NumInteriorRings(ST_GeometryN(geom, 1)) FROM layer.chemical_project"))
        .containsExactly("1|示例地块|2025-06-03|EPSG:4526|19584|1");
  }

  @Test
  void tabSeparatedTextWithDegreesMinutesAndSeconds() {
    Path file =
        office.file(
            "t.tsv",
            "编号\t企业名称\t行业\t县编码\t经度（°）\t纬度（°）\n"
                + "1\t甲厂\t工贸\t360102\t东经115度51分28.8秒\t28°40′58.8″N\n"
                + "2\t乙厂\t工贸\t360102\t一百一十五度\t28.7\n");

    ImportReport report =
        office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0).mode(ImportMode.QUARANTINE));

    assertThat(report.format()).isEqualTo("TSV");
    assertThat(office.rows("SELECT code, ST_AsText(geom, 6) FROM layer.enterprise"))
        .containsExactly("1|POINT(115.858 28.683)");
    assertThat(report.issues().toString()).contains("坐标不是数字", "度分秒");
  }

  @Test
  void twoHundredMegabytesOfGeoJsonGoInWithoutBeingHeld() throws IOException {
    Path file = directory.resolve("big.geojson");
    String filler = "备注".repeat(290);
    try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      writer.write("{\"type\":\"FeatureCollection\",\"features\":[");
      for (int i = 0; i < 110_000; i++) {
        writer.write(i == 0 ? "" : ",");
        writer.write(
            "{\"type\":\"Feature\",\"properties\":{\"code\":\"E%d\",\"name\":\"企业%d\",\"sector\":\"fire\",\"county_code\":\"360102\",\"remark\":\"%s\"},"
                .formatted(i, i, filler));
        writer.write(
            "\"geometry\":{\"type\":\"Point\",\"coordinates\":[%f,%f]}}"
                .formatted(115.55 + i % 1000 * 0.0005, 28.45 + i / 1000 * 0.004));
      }
      writer.write("]}");
    }
    assertThat(Files.size(file)).isGreaterThan(200_000_000L);
    System.gc();
    long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    long[] peak = {0};
    long started = System.nanoTime();
    ImportRequest request =
        ImportRequest.of("enterprise", file).crs("4490").sigmaM(5.0).rejectedDir(directory).build();

    ImportReport report =
        Importer.run(
            office.database(),
            request,
            step -> {
              System.gc();
              long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
              peak[0] = Math.max(peak[0], used - before);
            });

    System.out.printf(
        "200 MB of GeoJSON: %d rows in %.1f s, live memory grew by %.1f MB%n",
        report.inserted(), (System.nanoTime() - started) / 1e9, peak[0] / 1e6);
    assertThat(report.inserted()).isEqualTo(110_000);
    assertThat(peak[0]).as("bytes of live memory that the import added").isLessThan(40_000_000L);
  }
}
