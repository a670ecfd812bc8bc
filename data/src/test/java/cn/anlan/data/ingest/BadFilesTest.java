package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.report.Severity;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Files in another encoding than thought, broken, or disguised are refused and change nothing. */
class BadFilesTest extends AtTheOffice {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEAD = "code,name,sector,county_code,lon,lat\n";

  @Test
  void aTableInAnotherEncodingIsToldByItsTextsAndThatIsShown() {
    String text = HEAD + "1,abc,fire,360102,115.8,28.7\n2,江西铜业,fire,360102,115.8,28.7\n";
    Path file = office.file("gb.csv", text, GB18030);

    ImportReport report = office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0));

    assertThat(report.encoding()).isEqualTo("GB18030");
    assertThat(report.issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.severity()).isEqualTo(Severity.WARNING);
              assertThat(issue.field()).isEqualTo("encoding");
              assertThat(issue.value()).isEqualTo("江西铜业");
              assertThat(issue.reason()).containsPattern("按内容判定为 GB18030,把握 \\d{6,}:1");
              assertThat(issue.remedy()).contains("--encoding");
            });
    assertThat(office.rows("SELECT name FROM layer.enterprise WHERE code = '2'"))
        .containsExactly("江西铜业");
    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").encoding("KLINGON")))
        .contains("不认识的编码 \"KLINGON\"");
    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").encoding("UTF-8")))
        .contains("第 3 行不是 UTF-8", "--encoding GB18030", "江西铜业");
  }

  @Test
  void textsThatLeaveDoubtAreRefusedAndAPersonIsNotTheSample() {
    byte[] mixed = (HEAD + "1,江西,fire,360102,115.8,28.7\n").getBytes(GB18030);
    byte[] utf8 = "2,铜业,fire,360102,115.8,28.7\n".getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(mixed, mixed.length + utf8.length);
    System.arraycopy(utf8, 0, both, mixed.length, utf8.length);
    assertThat(office.refusal("enterprise", office.file("m.csv", both), r -> r.crs("4490")))
        .contains("m.csv", "第 2 行不是 UTF-8", "--encoding");

    String person = "code,contact,name,sector,county_code,lon,lat\n";
    String row = "1,甲某某,江西铜业,fire,360102,115.8,28.7\n";
    Path file = office.file("p.csv", person + row, GB18030);
    ImportReport report = office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0));
    assertThat(report.issues().toString()).contains("江西铜业").doesNotContain("甲某某");
  }

  @Test
  void aShapefileWithoutCpgIsToldByItsTextsAndNeverReadAsLatin1() throws IOException {
    office.file("f.csv", HEAD + "1,江西铜业,fire,360102,115.8,28.7\n");
    office.convert(
        "ESRI Shapefile", "f.csv", "s.shp", "-a_srs", "EPSG:4490", "-lco", "ENCODING=GB18030");
    Path shp = directory.resolve("s.shp");
    Files.delete(directory.resolve("s.cpg"));

    ImportReport told = office.run("enterprise", shp, r -> r.sigmaM(1.0));
    assertThat(told.encoding()).isEqualTo("GB18030");
    assertThat(told.issues().toString()).contains("按内容判定为 GB18030", "江西铜业");
    assertThat(office.rows("SELECT name FROM layer.enterprise")).containsExactly("江西铜业");

    Files.writeString(directory.resolve("s.cpg"), "UTF-8");
    assertThat(office.refusal("enterprise", shp, r -> r.sigmaM(1.0)))
        .contains("第 1 条记录的文字不是 UTF-8", "江西铜业");
    Files.writeString(directory.resolve("s.cpg"), "ISO-8859-1");
    assertThat(office.refusal("enterprise", shp, r -> r.sigmaM(1.0)))
        .contains("声明的编码 ISO-8859-1 与内容不符", "GB18030", "江西铜业");
    Files.delete(directory.resolve("s.cpg"));

    byte[] dbf = Files.readAllBytes(directory.resolve("s.dbf"));
    dbf[29] = 0x4D;
    Files.write(directory.resolve("s.dbf"), dbf);
    ImportReport declared = office.run("enterprise", shp, r -> r.sigmaM(1.0));
    assertThat(declared.encoding()).isEqualTo("GB18030");
    assertThat(declared.issues()).as("declared by its language byte").isEmpty();
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
