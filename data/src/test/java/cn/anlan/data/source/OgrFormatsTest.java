package cn.anlan.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.datum.CoordinateSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What GDAL reads: whole, in its encoding, with the coordinate system that it declares. */
class OgrFormatsTest extends AtTheCounter {
  @BeforeEach
  void aTable() {
    points("p.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "GPKG, p.gpkg, GPKG",
    "FlatGeobuf, p.fgb, FlatGeobuf",
    "OpenFileGDB, p.gdb, OpenFileGDB",
    "ESRI Shapefile, p.shp, ESRI Shapefile"
  })
  void pointsComeBackWholeAlsoFromAZip(String driver, String file, String format) {
    convert(driver, "p.csv", file, "-a_srs", "EPSG:4490", "-lco", option(driver));
    zip("packed.zip", parts(file));

    Read read = read(file.endsWith(".gdb") ? "packed.zip" : file);

    assertThat(read.format()).isEqualTo(format);
    assertThat(read.column("name")).containsExactly("江西铜业", "鄱阳湖");
    assertThat(read.rows().get(0).geometry().toText()).isEqualTo("POINT (115.858 28.683)");
    assertThat(system(read)).isEqualTo(CoordinateSystem.CGCS2000);
    assertThat(read("packed.zip").lines()).isEqualTo(read.lines());
  }

  private static String option(String driver) {
    return driver.equals("ESRI Shapefile") ? "ENCODING=GB18030" : "SPATIAL_INDEX=NO";
  }

  private static String[] parts(String file) {
    return file.equals("p.shp")
        ? new String[] {"p.shp", "p.shx", "p.dbf", "p.prj", "p.cpg"}
        : new String[] {file};
  }

  private static CoordinateSystem system(Read read) {
    return CoordinateSystem.parse(read.crs().orElseThrow().words());
  }

  @Test
  void aFileGdbOfSeveralLayersMustBeAskedForOneAndMayLackItsFolder() throws IOException {
    convert("OpenFileGDB", "p.csv", "p.gdb", "-a_srs", "EPSG:4548", "-nln", "企业");
    run("ogr2ogr", "-f", "OpenFileGDB", "-update", "p.gdb", "p.csv", "-nln", "风险点");
    zip("g.zip", "p.gdb");
    assertThat(refusal("g.zip")).contains("2 个图层", "企业, 风险点");
    Read read = read("g.zip", layer("企业"));
    assertThat(read.column("name")).containsExactly("江西铜业", "鄱阳湖");
    assertThat(system(read)).isEqualTo(CoordinateSystem.GK3_CM_117E);

    Path flat = Files.createDirectory(directory.resolve("flat"));
    try (var files = Files.list(directory.resolve("p.gdb"))) {
      for (Path f : files.toList()) {
        Files.copy(f, flat.resolve(f.getFileName()));
      }
    }
    zip("f.zip", "flat");
    assertThat(read("f.zip", layer("企业")).rows()).hasSize(2);
    assertThat(refusal("p.gdb")).contains(".gdb 文件夹打包成 .zip");
  }

  @Test
  void mapInfoTablesAreReadInTheirCharsetAndNeutralOnesByTheirTexts() throws IOException {
    for (String file : new String[] {"t.tab", "m.mif"}) {
      String base = file.substring(0, 1);
      convert(
          "MapInfo File",
          "p.csv",
          file,
          "-dsco",
          "FORMAT=" + file.substring(2),
          "-lco",
          "ENCODING=CP936");
      Read read = read(file);
      assertThat(read.column("name")).as(file).containsExactly("江西铜业", "鄱阳湖");
      assertThat(read.encoding()).isEqualTo("GB18030");
      assertThat(read.notices()).isEmpty();

      recharset(file, "WindowsSimpChinese", "Neutral");
      Read neutral = read(file);
      assertThat(neutral.lines()).as(base + " neutral").isEqualTo(read.lines());
      assertThat(neutral.notice()).contains("按内容判定为 GB18030", "江西铜业");

      recharset(file, "Neutral", "WindowsLatin1");
      assertThat(refusal(file)).contains("windows-1252 与内容不符", "GB18030", "江西铜业");
      assertThat(read(file, encoding("GBK")).lines()).isEqualTo(read.lines());
    }
  }

  private void recharset(String file, String from, String to) throws IOException {
    Path path = directory.resolve(file);
    String text = Files.readString(path, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to), StandardCharsets.ISO_8859_1);
  }

  @Test
  void mapInfoInAGaussKruegerZoneIsKnownByItsParametersAndMayBeOverruled() {
    convert(
        "MapInfo File",
        "p.csv",
        "z.mif",
        "-dsco",
        "FORMAT=MIF",
        "-s_srs",
        "EPSG:4490",
        "-t_srs",
        "EPSG:4547");
    Read read = read("z.mif");
    assertThat(system(read)).isEqualTo(CoordinateSystem.GK3_CM_114E);
    assertThat(read.crs().orElseThrow().explicit())
        .as("MapInfo has no word for CGCS2000 and writes WGS 84")
        .isFalse();
    write(
        "b.mif",
        "Version 300\nCharset \"Neutral\"\nDelimiter \",\"\n"
            + "CoordSys Earth Projection 8, 1001, \"m\", 117, 0, 1, 500000, 0\n"
            + "Columns 1\n  code Char(9)\nData\nPoint 388382.9 3174669.1\n");
    write("b.mid", "\"1\"\n");
    assertThat(read("b.mif").crs().orElseThrow().words()).contains("Beijing");
  }

  @Test
  void aTabThatRefersToOtherFilesIsRefused() {
    write("v.tab", "!table\n!version 300\n\nDefinition Table\n  Type \"XLS\" \"/etc/passwd\"\n");
    assertThat(refusal("v.tab")).contains("引用", "原生 TAB");
  }

  @Test
  void drawingsAreReadInUtf8OrTheirCodePageAndLayerByLayer() {
    String gbk = TestDrawing.of("AC1015", "ANSI_936");
    write("gbk.dxf", gbk, GBK);
    String line = "LINESTRING (388000 3174000, 388100 3174000, 388100 3174100, 388000 3174000)";
    assertThat(refusal("gbk.dxf")).contains("画在 2 个图层上", "注记, 界址线");
    Read read = read("gbk.dxf", layer("界址线"));
    assertThat(read.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.geometry().toText()).isEqualTo(line));
    assertThat(read.encoding()).isEqualTo("GB18030");
    assertThat(read.crs()).as("a drawing declares no system").isEmpty();
    assertThat(read("gbk.dxf", layer("注记")).column("Text")).containsExactly("一号罐区");

    write("new.dxf", TestDrawing.of("AC1027", "ANSI_936"));
    assertThat(read("new.dxf", layer("注记")).column("Text"))
        .as("from 2007 on a drawing is UTF-8 whatever its code page says")
        .containsExactly("一号罐区");

    write("lies.dxf", TestDrawing.of("AC1015", "ANSI_1252"), GBK);
    Read told = read("lies.dxf", layer("注记"));
    assertThat(told.column("Text")).containsExactly("一号罐区");
    assertThat(told.notice()).contains("按内容判定为 GB18030");
  }

  @Test
  void aDrawingsClosedLinesAreAreasWhereAreasAreWanted() {
    write("a.dxf", TestDrawing.of("AC1015", "ANSI_936"), GBK);
    FileOpener.Options areas =
        new FileOpener.Options(Optional.empty(), Optional.of("界址线"), Map.of(), true);
    Read read = read("a.dxf", areas);
    assertThat(read.rows().get(0).geometry().getGeometryType()).isEqualTo("Polygon");
    assertThat(read.notice()).contains("闭合的线按所围的面读入");
  }

  @Test
  void whatIsNoAsciiDrawingIsRefused() {
    write("b.dxf", "AutoCAD Binary DXF\r\n\u001a\0");
    assertThat(refusal("b.dxf")).contains("二进制图形", "另存为 ASCII DXF");
    write("d.dxf", "AC1027 and then bytes");
    assertThat(refusal("d.dxf")).contains("二进制图形");
    write("x.dxf", "hello");
    assertThat(refusal("x.dxf")).contains("不是 DXF");
    write("d.dwg", "AC1027");
    assertThat(refusal("d.dwg")).contains("另存为 ASCII DXF");
  }

  @Test
  void aPrjOfArcGisIsKnown() {
    convert("ESRI Shapefile", "p.csv", "arc.shp", "-lco", "ENCODING=UTF-8");
    write(
        "arc.prj",
        "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
            + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
            + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
            + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],"
            + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
            + "UNIT[\"Meter\",1.0]]");
    assertThat(system(read("arc.shp"))).isEqualTo(CoordinateSystem.GK3_CM_114E);
  }

  @Test
  void aFileGdbCutOffIsRefused() throws IOException {
    convert("OpenFileGDB", "p.csv", "p.gdb", "-a_srs", "EPSG:4490");
    Path table = directory.resolve("p.gdb/a00000009.gdbtable");
    Files.write(table, java.util.Arrays.copyOf(Files.readAllBytes(table), 60));
    zip("cut.zip", "p.gdb");
    assertThat(refusal("cut.zip")).contains("无法读取");
  }
}
