package cn.anlan.data.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The committed files, whatever the builder did. */
class BaseMapTest {
  private static final Envelope BOX = new Envelope(113.2, 118.9, 24.1, 30.4);
  private static final List<BaseFeature> REGIONS = BaseMap.regions();

  @Test
  void hasTheProvinceElevenCitiesAndNinetyNineCounties() {
    assertThat(level("province")).hasSize(1);
    assertThat(level("city")).hasSize(11);
    assertThat(level("county")).hasSize(99);
    assertThat(REGIONS).allMatch(r -> r.geometry().isValid() && r.geometry().getDimension() == 2);
    assertThat(REGIONS).allMatch(r -> r.geometry().getSRID() == 4490);
    assertThat(REGIONS).allMatch(r -> BOX.contains(r.geometry().getEnvelopeInternal()));
  }

  @Test
  void regionCodesAreWellFormedUniqueAndHaveTheirParents() {
    Map<String, BaseFeature> byCode =
        REGIONS.stream().collect(Collectors.toMap(BaseFeature::code, r -> r));
    assertThat(byCode.keySet()).allMatch(code -> code.matches("36\\d{4}"));
    for (BaseFeature county : level("county")) {
      BaseFeature city = byCode.get(county.text("parent_code"));
      assertThat(city.text("admin_level")).isEqualTo("city");
      assertThat(county.code()).startsWith(city.code().substring(0, 4));
      assertThat(city.text("parent_code")).isEqualTo("360000");
    }
  }

  @Test
  void countiesAreACleanCoverage() {
    assertThat(CoverageValidator.isValid(geometries(level("county")))).isTrue();
    assertThat(CoverageValidator.isValid(geometries(level("city")))).isTrue();
  }

  @Test
  void countiesDissolveIntoTheirCitiesAndTheProvince() {
    for (BaseFeature city : level("city")) {
      List<BaseFeature> own =
          level("county").stream().filter(c -> c.text("parent_code").equals(city.code())).toList();
      assertSameArea(city, CoverageUnion.union(geometries(own)));
    }
    assertSameArea(level("province").get(0), CoverageUnion.union(geometries(level("county"))));
  }

  @Test
  void theProvincesAreaIsThePublishedOne() {
    double areaKm2 = areaM2(level("province").get(0).geometry()) / 1e6;
    assertThat(areaKm2).isCloseTo(166_900, within(1_000.0));
  }

  @Test
  void knownPlacesLieInTheirCounties() {
    assertIn(114.9350, 25.8310, "360702");
    assertIn(115.9900, 29.7200, "360403");
    assertIn(117.2000, 29.2950, "360203");
    assertIn(116.3560, 27.9540, "361002");
    assertIn(117.9700, 28.4500, "361102");
    // 湾里 became part of 新建区.
    assertIn(115.7300, 28.7150, "360112");
  }

  @Test
  void populationsOfWhatIsDrawnAddUpToThePublishedTotals() {
    BaseFeature province = level("province").get(0);
    assertThat(province.getNumber("population")).isEqualTo(45_188_635);
    assertThat(population(level("county"))).isEqualTo(45_188_635);
    assertThat(population(level("city"))).isEqualTo(45_188_635);
    BaseFeature xinjian = REGIONS.stream().filter(r -> r.code().equals("360112")).findFirst().get();
    assertThat(xinjian.text("population_of")).isEqualTo("新建区+红谷滩区");
  }

  @Test
  void everyDrawnRegionIsInTheTableOfNamesAndTheOtherWayRound() {
    RegionNames names = BaseMap.regionNames();
    Set<String> drawn = REGIONS.stream().map(BaseFeature::code).collect(Collectors.toSet());
    Set<String> named =
        names.all().stream()
            .filter(RegionName::isDrawn)
            .map(RegionName::code)
            .collect(Collectors.toSet());
    assertThat(drawn).isEqualTo(named);
    assertThat(names.get("360113").isDrawn()).isFalse();
  }

  @Test
  void watersAreValidNamedAndInsideTheBox() {
    List<BaseFeature> waters = BaseMap.waters();
    assertThat(waters).extracting(BaseFeature::code).doesNotHaveDuplicates();
    assertThat(waters).extracting(w -> w.text("name")).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(waters).allMatch(w -> w.geometry().isValid() && !w.geometry().isEmpty());
    assertThat(waters).allMatch(w -> BOX.covers(w.geometry().getEnvelopeInternal()));
    assertThat(waters).allMatch(w -> w.getNumber("sigma_m") >= 600);
    assertThat(waters)
        .extracting(w -> w.text("river_system"))
        .contains("yangtze", "gan", "fu", "xin", "rao", "xiu", "poyang", "other");
    assertThat(waters)
        .filteredOn(w -> w.properties().get("yangtze_basin").equals(false))
        .extracting(BaseFeature::code)
        .containsExactlyInAnyOrder("W-XUNWU", "W-DINGNAN");
  }

  @Test
  void riversPassTheTownsTheyAreNamedFor() {
    assertThat(distanceKm("W-GAN", 115.00, 27.11)).isLessThan(5);
    assertThat(distanceKm("W-GAN", 115.87, 28.68)).isLessThan(5);
    assertThat(distanceKm("W-XIN", 117.03, 28.24)).isLessThan(5);
    assertThat(distanceKm("W-FU", 116.35, 27.98)).isLessThan(5);
    assertThat(distanceKm("W-XIU", 115.80, 29.03)).isLessThan(5);
    assertThat(distanceKm("W-CHANG", 117.20, 29.29)).isLessThan(5);
    assertThat(lengthKm("W-GAN")).isBetween(420.0, 560.0);
    assertThat(lengthKm("W-XIN")).isBetween(230.0, 340.0);
    assertThat(lengthKm("W-FU")).isBetween(230.0, 340.0);
  }

  @Test
  void theLakeKeepsItsIslandsAndTheYangtzeDoesNotHoldTheLake() {
    BaseFeature poyang = water("W-POYANG");
    BaseFeature yangtze = water("W-YANGTZE");
    assertThat(areaM2(poyang.geometry()) / 1e6).isBetween(1_500.0, 3_000.0);
    assertThat(((Polygon) poyang.geometry()).getNumInteriorRing()).isPositive();
    assertThat(((Polygon) yangtze.geometry()).getNumInteriorRing()).isPositive();
    assertThat(poyang.geometry().intersection(yangtze.geometry()).getArea()).isLessThan(1e-6);
  }

  @Test
  void everyWaterHasItsMappedShoreOfTheSameGeometry() {
    List<BaseFeature> shores = BaseMap.shorelines();
    assertThat(shores).hasSameSizeAs(BaseMap.waters());
    for (BaseFeature shore : shores) {
      assertThat(shore.code()).startsWith("SL-");
      assertThat(shore.text("definition")).isEqualTo("mapped");
      assertThat(shore.geometry().equalsExact(water(shore.text("water_code")).geometry())).isTrue();
    }
  }

  @Test
  void demonstrationShoresAreValidPolygonsAndSayWhatTheyAre() {
    List<BaseFeature> shores = BaseMap.demoShorelines();
    Set<String> waters =
        BaseMap.waters().stream().map(BaseFeature::code).collect(Collectors.toSet());
    assertThat(shores)
        .extracting(s -> s.text("water_code"))
        .containsExactlyInAnyOrder(
            "W-YANGTZE",
            "W-POYANG",
            "W-GAN",
            "W-FU",
            "W-XIN",
            "W-RAO",
            "W-CHANG",
            "W-LEAN",
            "W-XIU");
    for (BaseFeature shore : shores) {
      assertThat(shore.code()).startsWith("DEMO-SL-");
      assertThat(shore.text("name")).contains("示例");
      assertThat(shore.text("name_en")).contains("示例");
      assertThat(shore.text("definition")).isEqualTo("demo");
      assertThat(shore.properties().get("is_demo")).isEqualTo(true);
      assertThat(shore.getNumber("sigma_m")).isEqualTo(2.5);
      assertThat(shore.getNumber("sigma_definition_m")).isZero();
      assertThat(waters).contains(shore.text("water_code"));
      assertThat(shore.geometry().isValid()).as(shore.code()).isTrue();
      assertThat(shore.geometry().getDimension()).as(shore.code()).isEqualTo(2);
    }
  }

  @Test
  void whatIsReadIsWrittenAgainToTheByte() throws IOException, URISyntaxException {
    for (String name : new String[] {"regions", "waters", "demo_shorelines"}) {
      Path committed = Path.of(BaseMap.class.getResource("/basemap/" + name + ".geojson").toURI());
      Path again = Files.createTempFile(name, ".geojson");
      GeoJsonFile.write(again, name, GeoJsonFile.read(committed));
      assertThat(Files.mismatch(committed, again)).as(name).isEqualTo(-1);
      Files.delete(again);
    }
  }

  @Test
  void theWholeIsSmallerThanThreeMegabytes() throws IOException, URISyntaxException {
    Path folder =
        Path.of(BaseMap.class.getResource("/basemap/regions.geojson").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = 0;
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
      assertThat(bytes).isLessThan(3_000_000);
    }
  }

  private static List<BaseFeature> level(String level) {
    return REGIONS.stream().filter(r -> r.text("admin_level").equals(level)).toList();
  }

  private static Geometry[] geometries(List<BaseFeature> features) {
    return features.stream().map(BaseFeature::geometry).toArray(Geometry[]::new);
  }

  private static double population(List<BaseFeature> features) {
    return features.stream().mapToDouble(f -> f.getNumber("population")).sum();
  }

  private static void assertSameArea(BaseFeature region, Geometry union) {
    assertThat(region.geometry().symDifference(union).getArea()).as(region.code()).isLessThan(1e-9);
  }

  private static void assertIn(double lon, double lat, String code) {
    Geometry point = GeoJsonFile.FACTORY.createPoint(new Coordinate(lon, lat));
    assertThat(level("county"))
        .filteredOn(c -> c.geometry().contains(point))
        .extracting(BaseFeature::code)
        .containsExactly(code);
  }

  private static BaseFeature water(String code) {
    return BaseMap.waters().stream().filter(w -> w.code().equals(code)).findFirst().orElseThrow();
  }

  private static double distanceKm(String code, double lon, double lat) {
    Geometry point = GeoJsonFile.FACTORY.createPoint(new Coordinate(lon, lat));
    return Planes.toMetres(water(code).geometry()).distance(Planes.toMetres(point)) / 1000;
  }

  private static double lengthKm(String code) {
    return Planes.toMetres(water(code).geometry()).getLength() / 1000;
  }

  private static double areaM2(Geometry geometry) {
    double area = 0;
    for (Polygon polygon : Polygons.of(geometry)) {
      area += areaM2(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        area -= areaM2(polygon.getInteriorRingN(i));
      }
    }
    return area;
  }

  private static double areaM2(LineString ring) {
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    for (int i = 1; i < ring.getNumPoints(); i++) {
      area.AddPoint(ring.getCoordinateN(i).y, ring.getCoordinateN(i).x);
    }
    return Math.abs(area.Compute().area);
  }
}
