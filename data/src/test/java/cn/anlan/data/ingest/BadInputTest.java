package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What cannot be taken as a whole is refused in one line and changes nothing. */
class BadInputTest extends AtTheOffice {
  private static final String HEAD = "code,name,sector,county_code,lon,lat\n";

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
        .contains("a.dwg", "另存为 ASCII DXF", ".gpkg");
    assertThat(office.refusal("enterprise", office.file("a.xyz", "x"), r -> r.crs("4490")))
        .contains("不认识文件 a.xyz 的格式", ".gpkg");
    assertThat(office.refusal("enterprise", office.file("a.gpkg", "not a database"), r -> r))
        .contains("内容不是 GeoPackage");
    assertThat(office.refusal("enterprise", directory, r -> r)).contains("不是文件");
  }

  @Test
  void anUndeclaredCoordinateSystemHasNoDefault() {
    Path csv = office.enterprises("f.csv", "1,115.8,28.7,360102");
    assertThat(office.refusal("enterprise", csv, r -> r.sigmaM(1.0)))
        .contains("没有声明坐标系", "--crs EPSG:4490");

    office.convert("ESRI Shapefile", "f.csv", "noprj.shp", "-lco", "ENCODING=UTF-8");
    assertThat(office.refusal("enterprise", directory.resolve("noprj.shp"), r -> r.sigmaM(1.0)))
        .contains("没有声明坐标系");

    office.convert("GPKG", "f.csv", "nosrs.gpkg");
    assertThat(office.refusal("enterprise", directory.resolve("nosrs.gpkg"), r -> r.sigmaM(1.0)))
        .contains("没有声明坐标系");
  }

  @Test
  void aDatumWithSecretParametersOrAContradictionIsRefused() {
    office.enterprises("f.csv", "1,115.8,28.7,360102");
    for (String epsg : new String[] {"4214", "4610", "2414", "2383"}) {
      String gpkg = "d" + epsg + ".gpkg";
      office.convert("GPKG", "f.csv", gpkg, "-a_srs", "EPSG:" + epsg);
      assertThat(office.refusal("enterprise", directory.resolve(gpkg), r -> r.sigmaM(1.0)))
          .contains("声明的坐标系", "不能转换到 CGCS2000");
    }
    Path csv = directory.resolve("f.csv");
    assertThat(office.refusal("enterprise", csv, r -> r.crs("北京54").sigmaM(1.0)))
        .contains("1954北京坐标系");
    assertThat(office.refusal("enterprise", csv, r -> r.crs("EPSG:99999").sigmaM(1.0)))
        .contains("不认识的坐标系");

    office.convert("GPKG", "f.csv", "ok.gpkg", "-a_srs", "EPSG:4490");
    assertThat(
            office.refusal(
                "enterprise", directory.resolve("ok.gpkg"), r -> r.crs("GCJ-02").sigmaM(1.0)))
        .contains("EPSG:4490", "与 --crs GCJ-02 矛盾");
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
  void aGeoPackageOfSeveralLayersWantsAChoice() {
    office.enterprises("a.csv", "1,115.8,28.7,360102");
    office.convert("GPKG", "a.csv", "m.gpkg", "-nln", "one", "-a_srs", "EPSG:4490");
    office.convert("GPKG", "a.csv", "m.gpkg", "-update", "-nln", "two", "-a_srs", "EPSG:4490");
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
}
