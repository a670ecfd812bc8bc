package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an imported row comes to hold: texts as they stand, constants, attributes alone. */
class ImportedValuesTest extends AtTheOffice {
  private static final String NANCHANG = "115.8580,28.6830";

  @Test
  void codesKeepTheirLeadingZerosAndTextsWhatTheyLookLike() {
    Path file =
        office.file(
            "firms.csv",
            "\ufeff编号,企业名称,行业,县编码,地址,经度,纬度\r\n"
                + "007,\"引号\"\"与,逗号\",危险化学品,360102,\"两\n行\",115.8580,28.6830\r\n"
                + "1e5,2021-03-01,工贸,360102,'=1+1,115.9,28.7\r\n");

    ImportReport report = office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0));

    assertThat(report.issues()).isEmpty();
    assertThat(report.mapping()).containsEntry("code", "编号").containsEntry("name", "企业名称");
    assertThat(
            office.rows("SELECT code, name, sector, address FROM layer.enterprise ORDER BY code"))
        .containsExactly(
            "007|引号\"与,逗号|hazardous_chemicals|两\n行", "1e5|2021-03-01|industry_trade|=1+1");
  }

  @Test
  void aGb18030ShapefileIsReadByItsCpg() {
    office.enterprises("points.csv", "001," + NANCHANG + ",360102");
    office.convert(
        "ESRI Shapefile",
        "points.csv",
        "gb.shp",
        "-a_srs",
        "EPSG:4490",
        "-lco",
        "ENCODING=GB18030");

    ImportReport report = office.run("enterprise", directory.resolve("gb.shp"), r -> r.sigmaM(5.0));

    assertThat(report.encoding()).isEqualTo("GB18030");
    assertThat(office.rows("SELECT name FROM layer.enterprise")).containsExactly("企业001");
  }

  @Test
  void aTableWithoutCoordinatesUpdatesAttributesOfRowsThatExist() {
    Path file =
        office.file(
            "population.csv",
            "adcode,name,level,pop_2020\n360102,东湖区,county,421690\n360702,章贡区,county,\n");
    String areaBefore =
        office.rows("SELECT ST_AsText(geom) FROM layer.region WHERE code = '360102'").get(0);

    ImportReport report =
        office.run("region", file, r -> r.map("code", "adcode").set("population_year", "2020"));

    assertThat(report.attributesOnly()).isTrue();
    assertThat(report.crsSource()).isEqualTo("none");
    assertThat(report.updated()).isEqualTo(2);
    assertThat(report.ignoredColumns()).containsExactly("level");
    assertThat(
            office.rows(
                "SELECT code, population, population_year, admin_level, sigma_m, ST_AsText(geom)"
                    + " FROM layer.region WHERE code = '360102'"))
        .containsExactly("360102|421690|2020|county|100|" + areaBefore);
  }

  @Test
  void constantsMayHoldColumnsAndTheRowNumber() {
    Path file =
        office.file(
            "rivers.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"name_zh\":\"赣江\",\"wdbii_level\":2},\"geometry\":{\"type\":\"LineString\","
                + "\"coordinates\":[[115,27],[115.1,27.1]]}}]}");

    ImportReport report =
        office.run(
            "water_body",
            file,
            r ->
                r.crs("EPSG:4326")
                    .sigmaM(1000.0)
                    .set("code", "WDBII-{row}-{wdbii_level}")
                    .set("kind", "河流")
                    .set("river_system", "gan")
                    .set("yangtze_basin", "是"));

    assertThat(report.crsSource()).isEqualTo("option");
    assertThat(office.rows("SELECT code, name, kind, GeometryType(geom) FROM layer.water_body"))
        .containsExactly("WDBII-1-2|赣江|river|MULTILINESTRING");
  }

  @Test
  void aConstantFallsBackFromColumnToColumnToAText() {
    Path file =
        office.file(
            "lakes.csv",
            "id,name_zh,name,wkt\n"
                + "1,鄱阳湖,Poyang,\"LINESTRING (116 29, 116.1 29)\"\n"
                + "2,,Junshan,\"LINESTRING (116 29, 116.1 29)\"\n"
                + "3,,,\"LINESTRING (116 29, 116.1 29)\"\n");

    office.run(
        "water_body",
        file,
        r ->
            r.crs("4490")
                .sigmaM(150.0)
                .set("name", "{name_zh|name|'未命名'}")
                .set("kind", "lake")
                .set("river_system", "other")
                .set("yangtze_basin", "1"));

    assertThat(office.rows("SELECT code, name FROM layer.water_body ORDER BY code"))
        .containsExactly("1|鄱阳湖", "2|Junshan", "3|未命名");
  }

  @Test
  void demonstrationRowsNeverLoseTheirLabelByAFileThatCarriesIt() {
    Path file =
        office.file(
            "firms.csv",
            "code,name,sector,county_code,lon,lat,is_demo\n"
                + "1,甲,fire,360102,115.8,28.7,true\n2,乙,fire,360102,115.8,28.7,\n");

    office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0));

    assertThat(office.rows("SELECT code, is_demo FROM layer.enterprise ORDER BY code"))
        .containsExactly("1|t", "2|f");
  }
}
