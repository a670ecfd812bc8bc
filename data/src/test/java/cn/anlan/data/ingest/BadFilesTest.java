package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files in another encoding than thought, broken, or disguised are refused and change nothing. */
class BadFilesTest extends AtTheOffice {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEAD = "code,name,sector,county_code,lon,lat\n";

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
    office.convert(
        "ESRI Shapefile", "f.csv", "s.shp", "-a_srs", "EPSG:4490", "-lco", "ENCODING=GB18030");
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
}
