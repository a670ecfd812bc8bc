package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be taken as a whole is refused in one line and changes nothing. */
class BadInputTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEAD = "code,name,sector,county_code,lon,lat\n";

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
  void anUnknownLayerIsNamedWithTheNearestOne() {
    Path file = office.enterprises("f.csv", "1,115.8,28.7,360102");

    assertThat(office.refusal("enterprize", file, r -> r.crs("4490")))
        .contains("没有图层 \"enterprize\"", "enterprise");
  }

  @Test
  void aMissingEmptyOrForeignFileIsRefused() {
    assertThat(office.refusal("enterprise", directory.resolve("no.csv"), r -> r))
        .contains("没有文件 no.csv");
    assertThat(office.refusal("enterprise", office.file("e.csv", ""), r -> r.crs("4490")))
        .contains("e.csv 是空的");
    assertThat(
            office.refusal(
                "enterprise", office.file("h.csv", HEAD), r -> r.crs("4490").sigmaM(1.0)))
        .contains("没有记录");
    assertThat(office.refusal("enterprise", office.file("a.dwg", "x"), r -> r.crs("4490")))
        .contains("不认识文件 a.dwg 的格式", ".gpkg");
    assertThat(office.refusal("enterprise", office.file("a.gpkg", "not a database"), r -> r))
        .contains("内容不是 GeoPackage");
    assertThat(office.refusal("enterprise", directory, r -> r)).contains("不是文件");
  }

  @Test
  void anUndeclaredCoordinateSystemHasNoDefault() {
    Path csv = office.enterprises("f.csv", "1,115.8,28.7,360102");
    assertThat(office.refusal("enterprise", csv, r -> r.sigmaM(1.0)))
        .contains("没有声明坐标系", "--crs EPSG:4490");

    office.gdal(
        "ogr2ogr",
        "-f",
        "ESRI Shapefile",
        "noprj.shp",
        "f.csv",
        "-oo",
        "X_POSSIBLE_NAMES=lon",
        "-oo",
        "Y_POSSIBLE_NAMES=lat",
        "-lco",
        "ENCODING=UTF-8");
    assertThat(office.refusal("enterprise", directory.resolve("noprj.shp"), r -> r.sigmaM(1.0)))
        .contains("没有声明坐标系");

    office.gdal(
        "ogr2ogr",
        "-f",
        "GPKG",
        "nosrs.gpkg",
        "f.csv",
        "-oo",
        "X_POSSIBLE_NAMES=lon",
        "-oo",
        "Y_POSSIBLE_NAMES=lat");
    assertThat(office.refusal("enterprise", directory.resolve("nosrs.gpkg"), r -> r.sigmaM(1.0)))
        .contains("没有声明坐标系");
  }

  @Test
  void aDatumWithSecretParametersOrAContradictionIsRefused() {
    office.enterprises("f.csv", "1,115.8,28.7,360102");
    for (String epsg : new String[] {"4214", "4610", "2414", "2383"}) {
      String gpkg = "d" + epsg + ".gpkg";
      office.gdal(
          "ogr2ogr",
          "-f",
          "GPKG",
          gpkg,
          "f.csv",
          "-oo",
          "X_POSSIBLE_NAMES=lon",
          "-oo",
          "Y_POSSIBLE_NAMES=lat",
          "-a_srs",
          "EPSG:" + epsg);
      assertThat(office.refusal("enterprise", directory.resolve(gpkg), r -> r.sigmaM(1.0)))
          .contains("声明的坐标系", "不能转换到 CGCS2000");
    }
    Path csv = directory.resolve("f.csv");
    assertThat(office.refusal("enterprise", csv, r -> r.crs("北京54").sigmaM(1.0)))
        .contains("1954北京坐标系");
    assertThat(office.refusal("enterprise", csv, r -> r.crs("EPSG:99999").sigmaM(1.0)))
        .contains("不认识的坐标系");

    office.gdal(
        "ogr2ogr",
        "-f",
        "GPKG",
        "ok.gpkg",
        "f.csv",
        "-oo",
        "X_POSSIBLE_NAMES=lon",
        "-oo",
        "Y_POSSIBLE_NAMES=lat",
        "-a_srs",
        "EPSG:4490");
    assertThat(
            office.refusal(
                "enterprise", directory.resolve("ok.gpkg"), r -> r.crs("GCJ-02").sigmaM(1.0)))
        .contains("EPSG:4490", "与 --crs GCJ-02 矛盾");
  }

  @Test
  void aTableThatIsNotUtf8IsRefusedWithWhatItWouldReadAsAndTakenWithItsEncoding() {
    String text = HEAD + "1,abc,fire,360102,115.8,28.7\n2,江西铜业,fire,360102,115.8,28.7\n";
    Path file = office.file("gb.csv", text, GB18030);

    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").sigmaM(1.0)))
        .contains("第 3 行不是 UTF-8", "--encoding GB18030", "江西铜业");
    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").encoding("KLINGON")))
        .contains("不认识的编码 \"KLINGON\"");

    office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0).encoding("GBK"));
    assertThat(office.rows("SELECT name FROM layer.enterprise WHERE code = '2'"))
        .containsExactly("江西铜业");
  }

  @Test
  void aShapefileWithoutCpgIsNeverReadAsLatin1() throws IOException {
    office.file("f.csv", HEAD + "1,江西铜业,fire,360102,115.8,28.7\n");
    office.gdal(
        "ogr2ogr",
        "-f",
        "ESRI Shapefile",
        "s.shp",
        "f.csv",
        "-oo",
        "X_POSSIBLE_NAMES=lon",
        "-oo",
        "Y_POSSIBLE_NAMES=lat",
        "-a_srs",
        "EPSG:4490",
        "-lco",
        "ENCODING=GB18030");
    Path shp = directory.resolve("s.shp");
    Files.delete(directory.resolve("s.cpg"));

    assertThat(office.refusal("enterprise", shp, r -> r.sigmaM(1.0)))
        .contains("没有声明文字编码", "--encoding", "按 GB18030 读作“江西铜业”", "不是 UTF-8");

    Files.writeString(directory.resolve("s.cpg"), "UTF-8");
    assertThat(office.refusal("enterprise", shp, r -> r.sigmaM(1.0)))
        .contains("第 1 条记录的文字不是 UTF-8", "江西铜业");
    Files.delete(directory.resolve("s.cpg"));

    byte[] dbf = Files.readAllBytes(directory.resolve("s.dbf"));
    dbf[29] = 0x4D;
    Files.write(directory.resolve("s.dbf"), dbf);
    assertThat(office.run("enterprise", shp, r -> r.sigmaM(1.0)).encoding()).isEqualTo("GB18030");
    assertThat(office.rows("SELECT name FROM layer.enterprise")).containsExactly("江西铜业");
  }

  @Test
  void missingColumnsAreListedWithThoseThatAreThere() {
    Path file = office.file("f.csv", "编码,名称,lon,lat\n1,甲,115.8,28.7\n");

    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").sigmaM(1.0)))
        .contains("缺少必需的列", "name 企业名称", "sector 行业", "county_code", "文件的列: 编码, 名称, lon, lat");
    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").map("nmae", "名称")))
        .contains("--map 的字段 \"nmae\" 不存在", "name");
    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").map("name", "名字")))
        .contains("文件没有列 \"名字\"", "名称");
    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").set("sektor", "fire")))
        .contains("--set 的字段 \"sektor\" 不存在", "sector");
  }

  @Test
  void aTableWithoutCoordinatesForNewRowsIsRefused() {
    Path file =
        office.file("f.csv", "code,name,sector,county_code,lo,la\n1,甲,fire,360102,115.8,28.7\n");

    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").sigmaM(1.0)))
        .contains("没有坐标", "lon,lat", "文件的列: code");
  }

  @Test
  void brokenFilesAreRefusedWithTheirPlace() {
    String json = "{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Feature\",\n\"prop";
    assertThat(office.refusal("enterprise", office.file("b.geojson", json), r -> r))
        .contains("第 3 行", "不是完整的 JSON");
    assertThat(office.refusal("enterprise", office.file("c.geojson", "[1,2]"), r -> r))
        .contains("不是 GeoJSON");
    assertThat(
            office.refusal(
                "enterprise", office.file("d.geojson", "{\"a\":" + "[".repeat(500)), r -> r))
        .contains("不是完整的 JSON");
    assertThat(
            office.refusal(
                "enterprise",
                office.file("q.csv", HEAD + "1,\"abc,fire\n"),
                r -> r.crs("4490").sigmaM(1.0)))
        .contains("第 2 行开始的引号没有结束");
    assertThat(
            office.refusal(
                "enterprise",
                office.file("t.csv", "code,code,lon,lat\n1,1,1,1\n"),
                r -> r.crs("4490")))
        .contains("列名 \"code\" 出现两次");
  }

  @Test
  void aFileThatOnlyCallsItselfAShapefileDoesNotOpenOtherFiles() {
    office.enterprises("secret.csv", "1,115.8,28.7,360102");
    String vrt =
        "<OGRVRTDataSource><OGRVRTLayer name=\"p\"><SrcDataSource>"
            + directory.resolve("secret.csv")
            + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    Path shp = office.file("v.shp", vrt);

    assertThat(office.refusal("enterprise", shp, r -> r.crs("4490"))).contains("内容不是 Shapefile");
  }

  @Test
  void hostileArchivesAreRefused() throws IOException {
    assertThat(refusedZip(Map.of("../../etc/cron.d/x.csv", bytes("a")))).contains("越出目录");
    assertThat(refusedZip(Map.of("C:\\windows\\x.csv", bytes("a")))).contains("越出目录");
    assertThat(refusedZip(Map.of("inner.zip", zip(Map.of("a.csv", bytes("a")))))).contains("压缩包");
    assertThat(refusedZip(Map.of("inner.csv", zip(Map.of("a.csv", bytes("a")))))).contains("压缩包");
    assertThat(refusedZip(Map.of("readme.txt", bytes("a")))).contains("没有可导入的文件");
    assertThat(refusedZip(Map.of("a.csv", bytes("a"), "b.csv", bytes("b"))))
        .contains("2 个图层", "--layer-name", "a, b");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 1_001; i++) {
      many.put(i + ".csv", bytes("a"));
    }
    assertThat(refusedZip(many)).contains("条目超过 1000 个");
    assertThat(refusedZip(Map.of("bomb.csv", new byte[60 << 20]))).contains("zip bomb");
    byte[] cut = Arrays.copyOf(zip(Map.of("a.csv", new byte[5_000])), 45);
    assertThat(office.refusal("enterprise", office.file("cut.zip", cut), r -> r.crs("4490")))
        .contains("cut.zip 不完整");
    try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.filter(p -> p.getFileName().toString().startsWith("anlan-import-")))
          .as("temporary directories left behind")
          .isEmpty();
    }
  }

  @Test
  void aGeoPackageOfSeveralLayersWantsAChoice() {
    office.enterprises("a.csv", "1,115.8,28.7,360102");
    String[] options = {
      "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-a_srs", "EPSG:4490"
    };
    office.gdal(
        concat(new String[] {"ogr2ogr", "-f", "GPKG", "m.gpkg", "a.csv", "-nln", "one"}, options));
    office.gdal(
        concat(new String[] {"ogr2ogr", "-update", "m.gpkg", "a.csv", "-nln", "two"}, options));
    Path file = directory.resolve("m.gpkg");

    assertThat(office.refusal("enterprise", file, r -> r.sigmaM(1.0)))
        .contains("有 2 个图层", "one, two");
    assertThat(office.refusal("enterprise", file, r -> r.sigmaM(1.0).layerName("three")))
        .contains("没有图层 \"three\"");
    assertThat(office.run("enterprise", file, r -> r.sigmaM(1.0).layerName("two")).inserted())
        .isEqualTo(1);
  }

  @Test
  void aLayerThatNeedsTheProvinceIsRefusedWhereNoRegionIsKnown() {
    office.run("DELETE FROM layer.region");
    Path file = office.enterprises("f.csv", "1,115.8,28.7,360102");

    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").sigmaM(1.0)))
        .contains("region 是空的");
  }

  private String refusedZip(Map<String, byte[]> entries) throws IOException {
    return office.refusal("enterprise", office.file("h.zip", zip(entries)), r -> r.crs("4490"));
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String[] concat(String[] a, String[] b) {
    String[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
