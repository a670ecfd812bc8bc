package cn.anlan.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.source.file.DeclaredCrs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** KML as map programs and GDAL write it. */
class KmlFileTest extends AtTheCounter {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"%s\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\">";

  private static String kml(String encoding, String inside) {
    return HEAD.formatted(encoding) + "<Document><name>全图</name>" + inside + "</Document></kml>";
  }

  private static String placemark(String name, String code, String geometry) {
    return "<Placemark><name>"
        + name
        + "</name><ExtendedData><Data name=\"编号\"><displayName>x"
        + "</displayName><value>"
        + code
        + "</value></Data></ExtendedData>"
        + geometry
        + "</Placemark>";
  }

  private static String point(String coordinates) {
    return "<Point><extrude>1</extrude><coordinates>" + coordinates + "</coordinates></Point>";
  }

  @Test
  void placemarksOfAllFoldersAreOneTableWithTheirChineseData() {
    String ring =
        "<LinearRing><coordinates>115,28 115.1,28 115.1,28.1 115,28</coordinates></LinearRing>";
    write(
        "k.kml",
        kml(
            "UTF-8",
            "<Style id=\"a\"><IconStyle/></Style><Folder><name>甲区</name>"
                + placemark("罐一", "A1", point("\n 115.8,28.7,0 \n"))
                + "<Folder><name>内</name>"
                + placemark(
                    "罐二",
                    "A2",
                    "<Polygon><outerBoundaryIs>" + ring + "</outerBoundaryIs></Polygon>")
                + "</Folder></Folder>"
                + placemark(
                    "路",
                    "A3",
                    "<MultiGeometry><LineString><coordinates>115,28 116,29"
                        + "</coordinates></LineString></MultiGeometry>")
                + "<NetworkLink><name>n</name><Link><href>file:///etc/passwd</href></Link></NetworkLink>"));

    Read read = read("k.kml");

    assertThat(read.columns()).containsExactly("编号", "name", "folder");
    assertThat(read.lines())
        .containsExactly(
            "A1|罐一|全图/甲区|POINT (115.8 28.7)",
            "A2|罐二|全图/甲区/内|POLYGON ((115 28, 115.1 28, 115.1 28.1, 115 28))",
            "A3|路|全图|MULTILINESTRING ((115 28, 116 29))");
    assertThat(read.crs().orElseThrow()).isEqualTo(new DeclaredCrs("EPSG:4326", false));
    assertThat(read.notice()).contains("链接没有读入");
  }

  @Test
  void whatGdalWritesIsRead() {
    points("p.csv");
    convert("LIBKML", "p.csv", "g.kml", "-a_srs", "EPSG:4490");
    Read read = read("g.kml");
    assertThat(read.column("code")).containsExactly("1", "2");
    assertThat(read.column("name")).containsExactly("江西铜业", "鄱阳湖");
    assertThat(read.rows().get(1).geometry().getCoordinate().x).isEqualTo(115.9);
  }

  @Test
  void aKmzIsUnpackedAndOtherEncodingsAreReadAsDeclared() {
    String text = kml("GBK", placemark("罐一", "A1", point("115.8,28.7")));
    write("gbk.kml", text, GBK);
    assertThat(read("gbk.kml").column("name")).containsExactly("罐一");
    assertThat(read("gbk.kml").encoding()).isEqualTo("GB18030");
    write("belied.kml", kml("UTF-8", placemark("罐一", "A1", point("115.8,28.7"))), GBK);
    assertThat(read("belied.kml").notice()).contains("按内容判定为 GB18030");

    byte[] doc = utf8(kml("UTF-8", placemark("罐一", "A1", point("115.8,28.7"))));
    zip("k.kmz", Map.of("doc.kml", doc, "files/a.png", utf8("x"), "old/a.kml", utf8("<kml/>")));
    assertThat(read("k.kmz").column("编号")).containsExactly("A1");

    points("p.csv");
    convert("LIBKML", "p.csv", "g.kmz", "-a_srs", "EPSG:4490");
    assertThat(read("g.kmz").column("name"))
        .as("GDAL writes a doc.kml that only refers to the layers' files")
        .containsExactly("江西铜业", "鄱阳湖");
  }

  @Test
  void aBadGeometryIsTheFaultOfItsPlacemarkAlone() {
    write(
        "b.kml",
        kml(
            "UTF-8",
            placemark("a", "1", point("115.8 28.7"))
                + placemark("b", "2", "<Track><when/><coord>1 2 3</coord></Track>")
                + placemark(
                    "c",
                    "3",
                    "<Polygon><outerBoundaryIs><LinearRing><coordinates>115,28 "
                        + "116,28 116,29</coordinates></LinearRing></outerBoundaryIs></Polygon>")
                + placemark("d", "4", point("115.8,28.7"))));
    Read read = read("b.kml");
    assertThat(read.rows().get(0).problems().toString()).contains("不是 经度,纬度");
    assertThat(read.rows().get(1).problems().toString()).contains("图形类型 Track 不能导入");
    assertThat(read.rows().get(2).problems().toString()).contains("没有闭合");
    assertThat(read.rows().get(3).problems()).isEmpty();
  }
}
