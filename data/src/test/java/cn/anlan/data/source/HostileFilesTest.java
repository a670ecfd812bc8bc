package cn.anlan.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm: each is refused in seconds, with a line that says why. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileFilesTest extends AtTheCounter {
  /** Ten billion laughs. */
  private static String laughs(String root) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
    for (int i = 1; i <= 10; i++) {
      xml.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
    }
    return xml + "]><" + root + ">&l10;</" + root + ">";
  }

  @Test
  void aBillionLaughsKmlAndExternalEntitiesAreRefusedUnread() {
    write("laughs.kml", laughs("kml"));
    assertThat(refusal("laughs.kml")).contains("DOCTYPE", "恶意");
    zip("laughs.kmz", Map.of("doc.kml", utf8(laughs("kml"))));
    assertThat(refusal("laughs.kmz")).contains("DOCTYPE");
    write(
        "xxe.kml",
        "<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&x;"
            + "</name></Placemark></kml>");
    assertThat(refusal("xxe.kml")).contains("DOCTYPE").doesNotContain("root:");
    write("deep.kml", "<kml>" + "<Folder>".repeat(500));
    assertThat(refusal("deep.kml")).contains("嵌套过深");
    write("undeclared.kml", "<kml><Placemark><name>&x;</name></Placemark></kml>");
    assertThat(refusal("undeclared.kml")).contains("不是完整的 XML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"})
  void aWorkbookWithADocumentTypeIsRefusedWhereverItStands(String part) {
    Map<String, byte[]> parts =
        new TestWorkbook().sheet("S").row("s:code", "s:name").row("s:1", "s:甲").parts();
    parts.put(part, utf8(laughs("sst")));
    zip("laughs.xlsx", parts);
    assertThat(refusal("laughs.xlsx")).contains("DOCTYPE");
  }

  @Test
  void aWorkbookOrKmzThatIsAZipBombIsRefused() {
    Map<String, byte[]> parts =
        new TestWorkbook().sheet("S").row("s:code", "s:name").row("s:1", "s:甲").parts();
    parts.put("xl/media/image1.xml", new byte[80 << 20]);
    zip("bomb.xlsx", parts);
    assertThat(refusal("bomb.xlsx")).contains("zip bomb");

    Map<String, byte[]> kmz = new LinkedHashMap<>();
    kmz.put("files/picture.png", new byte[80 << 20]);
    kmz.put("doc.kml", utf8("<kml/>"));
    zip("bomb.kmz", kmz);
    assertThat(refusal("bomb.kmz")).contains("zip bomb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x.csv", "a/../../x.csv", "/etc/x.csv", "C:\\x.csv", "..\\x.csv", "a//x.csv"})
  void namesThatLeaveTheDirectoryAreRefused(String entry) {
    zip("t.zip", Map.of(entry, utf8("code\n1\n")));
    assertThat(refusal("t.zip")).contains("越出目录");
    zip("t.kmz", Map.of(entry + ".kml", utf8("<kml/>")));
    assertThat(refusal("t.kmz")).contains("越出目录");
  }

  @Test
  void aNameThatIsFileAndFolderAndFoldersWithoutEndAreRefused() {
    Map<String, byte[]> both = new LinkedHashMap<>();
    both.put("a", utf8("x"));
    both.put("a/b.csv", utf8("code\n"));
    zip("both.zip", both);
    assertThat(refusal("both.zip")).contains("both.zip");
    zip("deep.zip", Map.of("d/".repeat(30) + "a.csv", utf8("code\n")));
    assertThat(refusal("deep.zip")).contains("文件夹超过 20 层");
    zip("long.zip", Map.of("x".repeat(300) + ".csv", utf8("code\n")));
    assertThat(refusal("long.zip")).contains("不能用的文件名");
  }

  @Test
  void aWorkbookWhoseSheetsLieOutsideItIsRefused() {
    Map<String, byte[]> parts =
        new TestWorkbook().sheet("S").row("s:code", "s:name").row("s:1", "s:甲").parts();
    parts.put(
        "xl/_rels/workbook.xml.rels",
        utf8(
            "<Relationships><Relationship Id=\"rId1\" Target=\"../../../../../../etc/passwd\"/></Relationships>"));
    zip("out.xlsx", parts);
    assertThat(refusal("out.xlsx")).contains("工作表都是空的");
  }

  @Test
  void aTableThatNeverEndsItsQuoteOrItsLineIsRefusedWithoutHoldingIt() {
    write("q.csv", "code,name\n1,\"" + "x".repeat(60_000_000));
    assertThat(refusal("q.csv")).contains("第 2 行");
    write("c.csv", "a" + ",a".repeat(5_000) + "\n");
    assertThat(refusal("c.csv")).contains("过长");
  }

  @Test
  void drawingsOfBlocksInBlocksEndAtALimit() {
    StringBuilder dxf = new StringBuilder("0\nSECTION\n2\nBLOCKS\n");
    for (int i = 0; i < 12; i++) {
      dxf.append("0\nBLOCK\n8\n0\n2\nB" + i + "\n10\n0\n20\n0\n");
      for (int k = 0; k < 20; k++) {
        dxf.append(
            i == 0
                ? "0\nLINE\n8\n0\n10\n0\n20\n0\n11\n1\n21\n1\n"
                : "0\nINSERT\n8\n0\n2\nB" + (i - 1) + "\n10\n1\n20\n1\n");
      }
      dxf.append("0\nENDBLK\n");
    }
    dxf.append("0\nENDSEC\n0\nSECTION\n2\nENTITIES\n0\nINSERT\n8\n0\n2\nB11\n10\n0\n20\n0\n");
    write("blocks.dxf", dxf + "0\nENDSEC\n0\nEOF\n");
    // 20¹² lines if anybody drew them all: refused, or cut by the driver's own limit and said so.
    assertThat(refusal("blocks.dxf")).contains("blocks.dxf");
  }

  @Test
  void headersThatPromiseMoreThanTheFileHoldsAreRefused() throws IOException {
    points("p.csv");
    convert("FlatGeobuf", "p.csv", "f.fgb", "-a_srs", "EPSG:4490");
    byte[] fgb = Files.readAllBytes(directory.resolve("f.fgb"));
    ByteBuffer.wrap(fgb).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(8, Integer.MAX_VALUE);
    write("f.fgb", fgb);
    assertThat(refusal("f.fgb")).contains("f.fgb");

    convert("ESRI Shapefile", "p.csv", "s.shp", "-lco", "ENCODING=UTF-8");
    byte[] dbf = Files.readAllBytes(directory.resolve("s.dbf"));
    ByteBuffer.wrap(dbf).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
    write("s.dbf", dbf);
    assertThat(refusal("s.shp")).contains(".dbf 已损坏");
  }

  /** Whatever bytes are flipped or cut: rows or a refusal, in time, and never another exception. */
  @ParameterizedTest
  @ValueSource(strings = {"r.fgb", "r.gpkg", "r.shp", "r.kml", "r.xlsx", "r.mif", "r.dxf"})
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void damagedFilesGiveRowsOrARefusal(String file) throws IOException {
    points("p.csv");
    switch (file) {
      case "r.fgb" -> convert("FlatGeobuf", "p.csv", file, "-a_srs", "EPSG:4490");
      case "r.gpkg" -> convert("GPKG", "p.csv", file, "-a_srs", "EPSG:4490");
      case "r.shp" -> convert("ESRI Shapefile", "p.csv", file, "-lco", "ENCODING=UTF-8");
      case "r.kml" -> convert("LIBKML", "p.csv", file, "-a_srs", "EPSG:4490");
      case "r.xlsx" -> convert("XLSX", "p.csv", file);
      case "r.mif" -> convert("MapInfo File", "p.csv", file, "-dsco", "FORMAT=MIF");
      default -> write(file, TestDrawing.of("AC1027", "ANSI_936"));
    }
    Path path = directory.resolve(file);
    byte[] whole = Files.readAllBytes(path);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      byte[] damaged =
          Arrays.copyOf(
              whole, random.nextBoolean() ? whole.length : 1 + random.nextInt(whole.length));
      for (int n = random.nextInt(20); n > 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(path, damaged);
      try {
        read(file);
      } catch (cn.anlan.geo.fault.UserFault refused) {
        assertThat(refused.line()).as("seed %d", seed).doesNotContain(directory.toString());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", turn " + i + " of " + file, e);
      }
    }
  }
}
