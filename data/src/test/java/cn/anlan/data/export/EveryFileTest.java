package cn.anlan.data.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.metadata.Facts;
import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.plan.Loss;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.HeadingLanguage;
import cn.anlan.data.export.request.Release;
import cn.anlan.data.export.request.Selection;
import cn.anlan.data.export.row.RowSource;
import cn.anlan.data.export.row.RowWriter;
import cn.anlan.data.export.xml.XlsxRows;
import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.geo.snapshot.Disclosure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the files of single formats, and for all of them. */
class EveryFileTest extends AtTheOffice {
  private static final String WATERS =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"code":"R","name":"赣江","source":"GSHHG 2.3.7"},"geometry":{"type":"LineString","coordinates":[[115,27],[115.1,27.1]]}},
      {"type":"Feature","properties":{"code":"L","name":"军山湖𠮷"},"geometry":{"type":"Polygon","coordinates":[[[116,29],[116.1,29],[116.1,29.1],[116,29]],[[116.05,29.02],[116.06,29.02],[116.06,29.03],[116.05,29.02]]]}}
      ]}
      """;

  @BeforeEach
  void fill() {
    Path water = office.file("water.geojson", WATERS);
    assertThat(
            office
                .run(
                    "water_body",
                    water,
                    r ->
                        r.crs("EPSG:4326")
                            .sigmaM(100.0)
                            .set("kind", "river")
                            .set("river_system", "gan")
                            .set("yangtze_basin", "true"))
                .rejected())
        .isZero();
    Path firms =
        office.file(
            "firms.csv",
            """
            code,name,sector,county_code,lon,lat,sigma_m,address,is_demo
            007,江西铜业,hazardous_chemicals,360102,115.858012345678,28.683098765432,2.5,=HYPERLINK("x"),是
            008,@二厂,fire,360702,114.935,25.831,150,_x0041_,否
            """);
    assertThat(office.run("enterprise", firms, r -> r.crs("4490")).issues()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void everyFileCarriesItsMetadata(ExportFormat format) throws IOException {
    Path file = directory.resolve("m." + format.extension());
    ExportRequest request =
        ExportRequest.of("enterprise", format, Release.internal("test"))
            .selection(Selection.of(ids("enterprise"), version(), "sector = 'fire' 测试"));
    ExportReport report = Exporter.toFile(office.database(), request, file, false, r -> {});

    assertThat(report.demoRows()).isEqualTo(1);
    assertThat(metadata(format, file))
        .contains("内部", "测试", request.crs().code(), "不得")
        .contains(Long.toString(version()));
    if (format != ExportFormat.GEOJSONSEQ) {
      assertThat(metadata(format, file)).contains("示例数据", "2.5–150", "2.5", "权利归提供单位");
    }
    for (Loss loss : Loss.of(plan(request))) {
      assertThat(metadata(format, file)).contains(loss.text().zh().substring(0, 10));
    }
  }

  /** The text in which the metadata stand, taken out by other programs where it is packed. */
  private String metadata(ExportFormat format, Path file) throws IOException {
    return switch (format) {
      case CSV -> Files.readString(Exporter.descriptionOf(file));
      case GEOJSON, GEOJSONSEQ, KML -> Files.readString(file);
      case GPKG ->
          GdalTools.run(
              directory, "ogrinfo", file.toString(), "-sql", "SELECT metadata FROM gpkg_metadata");
      case SHP -> unzipped(file, "README.txt");
      case XLSX -> unzipped(file, "xl/worksheets/sheet2.xml");
      case FGB -> Files.readString(file, StandardCharsets.ISO_8859_1).isEmpty() ? "" : utf8(file);
      case DXF -> Files.readString(file, Charset.forName("GBK")).replaceAll("\n999\n", "");
    };
  }

  private static String utf8(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static String unzipped(Path zip, String entry) throws IOException {
    try (var file = new java.util.zip.ZipFile(zip.toFile());
        var in = file.getInputStream(file.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aDrawingHasItsAttributesAsExtendedData() throws IOException {
    Path file = directory.resolve("w.dxf");
    export("water_body", ExportFormat.DXF, "EPSG:4547", file);

    assertThat(Files.readString(file, Charset.forName("GBK")))
        .contains("$DWGCODEPAGE\n3\nANSI_936\n", "\n8\nWATER_BODY\n")
        .contains("\n1001\nANLAN\n1000\ncode=R\n1000\nname=赣江\n")
        .contains("name=军山湖\\U+D842\\U+DFB7", "ring=outer", "ring=hole");
  }

  @Test
  void aWorkbookBeginsAnotherSheetWhereOneIsFullAndRunsNothing() throws IOException {
    Path file = directory.resolve("f.xlsx");
    ExportRequest request =
        ExportRequest.of("enterprise", ExportFormat.XLSX, Release.internal("test"));
    ExportPlan plan = plan(request);
    try (RowSource source = RowSource.open(office.database(), plan);
        RowWriter writer = new XlsxRows(Files.newOutputStream(file), plan, 2)) {
      Facts facts = new Facts();
      source.forEach(writer, facts, r -> {});
      writer.finish(Metadata.of(plan, version(), facts));
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }

    assertThat(GdalTools.run(directory, "ogrinfo", "-ro", "f.xlsx"))
        .contains("1: enterprise", "2: enterprise (2)", "3: 说明 metadata");
    assertThat(unzipped(file, "xl/worksheets/sheet1.xml"))
        .doesNotContain("<f>")
        .contains("&apos;=HYPERLINK".replace("&apos;", "'"));
    assertThat(unzipped(file, "xl/worksheets/sheet2.xml")).contains("'@二厂", "_x005F_x0041_");
    GdalTools.run(directory, "ogr2ogr", "-f", "CSV", "f.csv", "f.xlsx", "enterprise");
    assertThat(lines("f.csv").get(1)).startsWith("\"007\",江西铜业,");
  }

  @Test
  void aGeometryTooLongForACellIsLeftOutAndReported() {
    String ring =
        LongStream.range(0, 1_500)
            .mapToObj(
                i ->
                    "[%.9f,%.9f]"
                        .formatted(
                            116 + 0.05 * Math.cos(i * Math.PI / 750),
                            29 + 0.05 * Math.sin(i * Math.PI / 750)))
            .reduce((a, b) -> a + "," + b)
            .orElseThrow();
    String first = ring.substring(0, ring.indexOf(']') + 1);
    Path lake =
        office.file(
            "lake.geojson",
            "{\"type\":\"Feature\",\"properties\":{\"code\":\"B\",\"name\":\"大湖\"},\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[["
                + ring
                + ","
                + first
                + "]]}}");
    office.run(
        "water_body",
        lake,
        r ->
            r.crs("EPSG:4326")
                .sigmaM(100.0)
                .set("kind", "lake")
                .set("river_system", "gan")
                .set("yangtze_basin", "true"));

    ExportReport report =
        export("water_body", ExportFormat.XLSX, "EPSG:4490", directory.resolve("l.xlsx"));
    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.warnings()).singleElement().asString().contains("32,767");
  }

  @Test
  void aStreamIsLeftOpenAndHasTheRowsOfTheVersionAskedFor() {
    long before = version();
    office.run("UPDATE layer.enterprise SET name = '改名' WHERE code = '007'");
    office.run("DELETE FROM layer.enterprise WHERE code = '008'");
    boolean[] closed = {false};
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    ExportRequest request =
        ExportRequest.of("enterprise", ExportFormat.CSV, Release.internal("test"))
            .fields(List.of("name"))
            .headings(HeadingLanguage.ZH);
    Exporter.toStream(office.database(), request.selection(Selection.allOf(before)), out);

    assertThat(out.toString(StandardCharsets.UTF_8).replace("\ufeff", "").lines())
        .containsExactly(
            "业务编码（唯一）,企业名称,是否示例数据,lon,lat",
            "007,江西铜业,true,115.858012345678,28.683098765432",
            "008,'@二厂,false,114.935,25.831");
    assertThat(closed[0]).isFalse();
    assertThat(office.rows("SELECT layer, format, row_count, data_version FROM anlan.export_log"))
        .containsExactly("enterprise|csv|2|" + before);
  }

  @Test
  void everyLayerIsAGeoPackageThatAValidatorAccepts() {
    try (SmallDemo demo = new SmallDemo()) {
      for (Layer layer : demo.layers()) {
        long[] ids = demo.someIds(layer, 5, "true");
        ExportRequest request =
            ExportRequest.of(layer.id(), ExportFormat.GPKG, TestRelease.of(layer))
                .selection(Selection.of(ids, demo.database().dataVersion(), "test"))
                .crs(layer.id().length() % 2 == 0 ? "EPSG:4548" : "GCJ-02");
        Path file = directory.resolve(layer.id() + ".gpkg");
        Exporter.toFile(demo.database(), request, file, false, r -> {});
      }
    }
    String said =
        GdalTools.run(
            directory,
            "sh",
            "-c",
            "for f in *.gpkg; do ogrinfo -al -q $f | grep -iE '^(warning|error)' && exit 1; done;"
                + " exec /usr/bin/python3 -c \"$0\" *.gpkg",
            """
            import sys
            from osgeo_utils.samples.validate_gpkg import main
            sys.exit(max([main(["", "-k", f]) for f in sys.argv[1:]]))
            """);
    assertThat(said).doesNotContainIgnoringCase("error").doesNotContain("Req ");
  }

  @Test
  void aFileThatIsBrokenOffLeavesNothing() throws IOException {
    Path file = directory.resolve("x.gpkg");
    ExportRequest request =
        ExportRequest.of("enterprise", ExportFormat.GPKG, Release.internal("test"));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    Exporter.toFile(
                        office.database(),
                        request,
                        file,
                        false,
                        rows -> {
                          throw new IllegalStateException("cancelled");
                        })))
        .hasMessage("cancelled");
    try (var files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .noneMatch(n -> n.startsWith(".anlan") || n.equals("x.gpkg"));
    }
  }

  @Test
  void aReasonIsNeededForWhatIsRestricted() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> new Release(Disclosure.RESTRICTED, "test", Optional.empty())))
        .hasMessageContaining("须说明理由");
  }

  private ExportReport export(String layer, ExportFormat format, String crs, Path file) {
    ExportRequest request = ExportRequest.of(layer, format, Release.internal("test")).crs(crs);
    return Exporter.toFile(office.database(), request, file, false, r -> {});
  }

  private ExportPlan plan(ExportRequest request) {
    return ExportPlan.of(office.database().catalog(), request);
  }

  private long[] ids(String layer) {
    return office.rows("SELECT id FROM layer." + layer).stream()
        .mapToLong(Long::parseLong)
        .toArray();
  }

  private long version() {
    return office.database().dataVersion();
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(directory.resolve(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
