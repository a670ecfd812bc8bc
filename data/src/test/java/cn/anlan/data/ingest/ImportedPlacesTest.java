package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.Severity;
import cn.anlan.data.ingest.request.ImportMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where an imported row comes to lie: coordinate systems, counties, the province. */
class ImportedPlacesTest extends AtTheOffice {
  private static final String NANCHANG = "115.8580,28.6830";

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
      office.convert(
          "ESRI Shapefile",
          "points.csv",
          shp,
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
}
