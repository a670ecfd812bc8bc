package cn.anlan.data.demo.mine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.grade.TailingsClass;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Terrain;
import cn.anlan.data.demo.ground.Village;
import cn.anlan.data.demo.industry.Industry;
import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicTarget;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class MinesTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final DemoPlan PLAN = new DemoPlan(DemoPlan.DEFAULT_SEED, 0.01);

  private static Ground ground;
  private static Settlements settlements;
  private static Industry industry;
  private static Map<String, List<DemoRow>> layers;
  private static List<Planted> planted;

  @BeforeAll
  static void draw() {
    ground = Ground.of(PLAN);
    settlements = Settlements.draw(ground, PLAN);
    industry = Industry.draw(ground, settlements, PLAN, (layer, rows) -> {});
    layers = new LinkedHashMap<>();
    planted = Mines.draw(ground, settlements, industry, PLAN, into(layers)).planted();
  }

  @Test
  void thereIsAsMuchAsWasAskedFor() {
    assertThat(layers.get("tailings_pond")).hasSize(380);
    assertThat(layers.get("tailings_toe")).hasSize(380);
    assertThat(layers.get("tailings_flow_path")).hasSize(380);
    assertThat(layers.get("tailings_pond").stream().filter(r -> is(r, "is_overhead"))).hasSize(60);
    assertThat(layers.get("mine_system")).hasSize(350);
    assertThat(layers.get("quarry")).hasSize(450);
    assertThat(layers.get("sand_mining")).hasSize(250);
    assertThat(layers.get("groundwater_well")).hasSize(600);
    assertThat(layers.get("geohazard")).hasSize(5_000);
    assertThat(layers.get("mine_water_line").size() % 3).isZero();
    assertThat(layers.get("mine_water_line").size()).isBetween(300, 900);
    assertThat(layers.get("forbidden_zone")).isNotEmpty();
  }

  @Test
  void everyRowFillsItsLayerAsTheCatalogueSays() {
    Catalog catalog = Catalog.load(null);
    layers.forEach(
        (id, rows) -> {
          Layer layer = catalog.getLayer(id);
          Set<String> known = layer.fields().stream().map(Field::name).collect(Collectors.toSet());
          assertThat(rows.stream().map(DemoRow::code).distinct().count()).isEqualTo(rows.size());
          for (DemoRow row : rows) {
            assertThat(known).as(row.code()).containsAll(row.values().keySet());
            for (Field field : layer.fields()) {
              assertSound(catalog, field, row);
            }
          }
        });
  }

  @Test
  void everythingLiesWhollyInItsCountyAndOnlySandInTheWater() {
    layers.forEach(
        (id, rows) -> {
          for (DemoRow row : rows) {
            Geometry county = ground.getCounty(text(row, "county_code")).geometry();
            assertThat(row.geometry().isValid()).as(row.code()).isTrue();
            assertThat(county.covers(row.geometry())).as("%s %s", id, row.code()).isTrue();
            if (!id.equals("sand_mining") && !id.equals("tailings_flow_path")) {
              assertThat(ground.preparedWater().intersects(row.geometry()))
                  .as("%s %s", id, row.code())
                  .isFalse();
            }
          }
        });
  }

  @Test
  void whatARowRefersToIsThere() {
    Set<String> enterprises =
        industry.enterprises().stream().map(e -> e.code()).collect(Collectors.toSet());
    for (String layer : List.of("tailings_pond", "mine_system", "quarry")) {
      for (DemoRow row : layers.get(layer)) {
        if (row.values().containsKey("enterprise_code")) {
          assertThat(enterprises).contains(text(row, "enterprise_code"));
        }
      }
    }
    Map<String, DemoRow> mines = byCode("mine_system");
    for (String layer : List.of("mine_water_line", "mine_heading", "forbidden_zone")) {
      for (DemoRow row : layers.get(layer)) {
        DemoRow mine = mines.get(text(row, "mine_code"));
        assertThat(mine.geometry().covers(row.geometry())).as(row.code()).isTrue();
        assertThat(is(mine, "underground")).isTrue();
      }
    }
  }

  @Test
  void thePondsClassIsThatOfTheTableAndItsIdleYearsAreFull() {
    for (DemoRow pond : layers.get("tailings_pond")) {
      double capacity = (Double) pond.values().get("capacity_10k_m3");
      double height = (Double) pond.values().get("dam_height_m");
      assertThat(pond.values().get("pond_class"))
          .isEqualTo(TailingsClass.of(capacity, height).code());
      LocalDate idle = (LocalDate) pond.values().get("idle_since");
      assertThat(idle == null).isEqualTo(text(pond, "status").equals("in_use"));
      if (idle != null) {
        assertThat(pond.values().get("idle_years"))
            .isEqualTo((long) Period.between(idle, LocalDate.of(2021, 12, 31)).getYears());
      }
    }
  }

  @Test
  void theWayFallsAllAlongFromTheToe() {
    Map<String, DemoRow> ponds = byCode("tailings_pond");
    Map<String, DemoRow> toes = by("tailings_toe", r -> text(r, "pond_code"));
    for (DemoRow way : layers.get("tailings_flow_path")) {
      Coordinate[] path = way.geometry().getCoordinates();
      for (int i = 1; i < path.length; i++) {
        assertThat(Terrain.heightM(path[i].x, path[i].y))
            .as(way.code())
            .isLessThan(Terrain.heightM(path[i - 1].x, path[i - 1].y));
      }
      assertThat((Double) way.values().get("length_m")).isBetween(2_999.0, 7_000.0);
      DemoRow toe = toes.get(text(way, "pond_code"));
      assertThat(toe.geometry().getCoordinates()).contains(path[0]);
      assertThat(GeodesicTarget.of(ponds.get(text(way, "pond_code")).geometry())).isNotNull();
    }
  }

  @Test
  void aPondIsOverheadWherePeopleLiveAlongTheFirstKilometreAndNowhereElse() {
    Map<String, DemoRow> ways = by("tailings_flow_path", r -> text(r, "pond_code"));
    for (DemoRow pond : layers.get("tailings_pond")) {
      Coordinate[] path = ways.get(pond.code()).geometry().getCoordinates();
      long people = 0;
      for (Village village : settlements.villages()) {
        if (Math.abs(village.at().y - path[0].y) < 0.02 && passes(path, village)) {
          people += village.residents();
        }
      }
      assertThat(pond.values().get("downstream_people")).as(pond.code()).isEqualTo(people);
      assertThat(is(pond, "is_overhead")).as(pond.code()).isEqualTo(people > 0);
    }
    Map<String, Village> villages =
        settlements.villages().stream().collect(Collectors.toMap(Village::code, v -> v));
    List<Planted> overhead =
        planted.stream().filter(p -> p.kind().equals("overhead_pond")).toList();
    assertThat(overhead).hasSize(60);
    for (Planted one : overhead) {
      Coordinate[] path = ways.get(one.subjects().get(0)).geometry().getCoordinates();
      Village below = villages.get(one.subjects().get(1));
      assertThat(chainageM(path, below.at())).as(one.expected()).isBetween(250.0, 1_000.0);
    }
  }

  @Test
  void theThreeWaterLinesNestAtTheirOffsets() {
    Map<String, List<DemoRow>> bodies =
        layers.get("mine_water_line").stream()
            .collect(Collectors.groupingBy(r -> text(r, "mine_code") + text(r, "seam")));
    bodies.forEach(
        (body, lines) -> {
          Map<String, DemoRow> byKind =
              lines.stream().collect(Collectors.toMap(r -> text(r, "kind"), r -> r));
          assertThat(byKind).hasSize(3);
          String basis = text(byKind.get("exploration"), "basis");
          String medium = text(byKind.get("exploration"), "medium");
          double probeM = basis.equals("inferred") ? 60 : medium.equals("coal") ? 30 : 20;
          assertNests(byKind.get("accumulated"), byKind.get("exploration"), probeM);
          assertNests(byKind.get("exploration"), byKind.get("warning"), 60);
        });
  }

  @Test
  void theHeadingsThatCrossTheProbingLineOfTheirSeamAreThePlantedOnes() {
    List<String> crossing = new ArrayList<>();
    for (DemoRow heading : layers.get("mine_heading")) {
      for (DemoRow line : layers.get("mine_water_line")) {
        if (text(line, "kind").equals("exploration")
            && text(line, "mine_code").equals(text(heading, "mine_code"))
            && text(line, "seam").equals(text(heading, "seam"))
            && area(line).intersects(heading.geometry())) {
          crossing.add(heading.code());
        }
      }
    }
    assertThat(crossing)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(plantedFirst("heading_in_water_line"));
    assertThat(layers.get("mine_heading"))
        .allSatisfy(r -> assertThat(r.geometry().getCoordinate().getZ()).isBetween(-700.0, 0.0));
  }

  @Test
  void theQuarriesLessThan300MetresApartAreThePlantedPairs() {
    Map<String, DemoRow> quarries = byCode("quarry");
    List<String> close = new ArrayList<>();
    List<DemoRow> rows = layers.get("quarry");
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        Geometry one = rows.get(i).geometry();
        Geometry other = rows.get(j).geometry();
        if (one.distance(other) < 0.01 && distanceM(one, other) < 300) {
          close.add(rows.get(i).code());
        }
      }
    }
    assertThat(close)
        .hasSize(12)
        .containsExactlyInAnyOrderElementsOf(plantedFirst("quarries_too_close"));
    assertThat(quarries).hasSize(450);
  }

  @Test
  void theLimitsOfPersonsAreMetAndPassedAndTheTierFollowsOwnerAndLevel() {
    List<DemoRow> systems = layers.get("mine_system");
    assertThat(systems).extracting(r -> r.values().get("max_shift_persons")).contains(30L, 31L);
    assertThat(systems).extracting(r -> r.values().get("hoist_persons")).contains(10L, 11L);
    assertThat(MineSystems.tier("central", "none")).isEqualTo("province");
    assertThat(MineSystems.tier("other", "one")).isEqualTo("province");
    assertThat(MineSystems.tier("city", "three")).isEqualTo("city");
    assertThat(MineSystems.tier("other", "two")).isEqualTo("city");
    assertThat(MineSystems.tier("other", "three")).isEqualTo("county");
    assertThat(systems)
        .allSatisfy(
            r ->
                assertThat(text(r, "tier"))
                    .isEqualTo(MineSystems.tier(text(r, "owner_kind"), text(r, "standard_level"))));
  }

  @Test
  void thePlanDecidesEverything() {
    Map<String, List<DemoRow>> again = new LinkedHashMap<>();
    Mines.draw(ground, settlements, industry, PLAN, into(again));
    assertThat(again).isEqualTo(layers);
  }

  private static DemoSink into(Map<String, List<DemoRow>> taken) {
    return (layer, rows) -> {
      List<DemoRow> list = new ArrayList<>();
      rows.accept(list::add);
      assertThat(taken.put(layer, list)).as("layer handed over twice").isNull();
    };
  }

  private static void assertSound(Catalog catalog, Field field, DemoRow row) {
    Object value = row.values().get(field.name());
    String what = row.code() + " " + field.name();
    if (value == null) {
      assertThat(field.required()).as(what).isFalse();
      return;
    }
    if (field.type() == FieldType.CODE) {
      assertThat(catalog.getCodes(field.codes()).find((String) value)).as(what).isPresent();
    }
    if (value instanceof Number number) {
      assertThat(field.type() == FieldType.INTEGER).as(what).isEqualTo(value instanceof Long);
      assertThat(number.doubleValue()).as(what).isGreaterThanOrEqualTo(field.min());
      assertThat(field.max() == null || number.doubleValue() <= field.max()).as(what).isTrue();
    }
    if (value instanceof LocalDate date && !field.name().equals("licence_to")) {
      assertThat(date).as(what).isBetween(LocalDate.of(1970, 1, 1), LocalDate.of(2021, 12, 31));
    }
  }

  private static void assertNests(DemoRow inner, DemoRow outer, double offsetM) {
    assertThat(area(outer).contains(area(inner))).as(outer.code()).isTrue();
    assertThat(outer.values().get("offset_m")).isEqualTo(offsetM);
    assertThat(distanceM(inner.geometry(), outer.geometry()))
        .as(outer.code())
        .isBetween(offsetM - 0.02, offsetM + 0.5);
  }

  /** From vertex to edge by projection in a flat frame: good to centimetres at these distances. */
  private static double distanceM(Geometry a, Geometry b) {
    return Math.min(verticesToEdges(a, b), verticesToEdges(b, a));
  }

  private static double verticesToEdges(Geometry a, Geometry b) {
    double nearest = Double.MAX_VALUE;
    GeodesicTarget target = GeodesicTarget.of(b);
    for (Coordinate c : a.getCoordinates()) {
      nearest = Math.min(nearest, target.nearest(FACTORY.createPoint(c)).distanceM());
    }
    return nearest;
  }

  private static Polygon area(DemoRow ring) {
    return FACTORY.createPolygon(ring.geometry().getCoordinates());
  }

  private static boolean passes(Coordinate[] path, Village village) {
    double goneM = 0;
    for (int i = 0; i < path.length && goneM <= 1_000; i++) {
      if (distanceM(path[i], village.at()) <= 300) {
        return true;
      }
      goneM += i + 1 < path.length ? distanceM(path[i], path[i + 1]) : 0;
    }
    return false;
  }

  /** How far down the path its vertex nearest to a place lies. */
  private static double chainageM(Coordinate[] path, Coordinate place) {
    double goneM = 0;
    for (int i = 0; i < path.length; i++) {
      if (distanceM(path[i], place) < 1) {
        return goneM;
      }
      goneM += i + 1 < path.length ? distanceM(path[i], path[i + 1]) : 0;
    }
    return Double.MAX_VALUE;
  }

  private static double distanceM(Coordinate a, Coordinate b) {
    return Cgcs2000.distanceM(a.x, a.y, b.x, b.y);
  }

  private static List<String> plantedFirst(String kind) {
    return planted.stream()
        .filter(p -> p.kind().equals(kind))
        .map(p -> p.subjects().get(0))
        .toList();
  }

  private static Map<String, DemoRow> byCode(String layer) {
    return by(layer, DemoRow::code);
  }

  private static Map<String, DemoRow> by(String layer, Function<DemoRow, String> key) {
    Map<String, DemoRow> rows = new HashMap<>();
    layers.get(layer).forEach(row -> rows.put(key.apply(row), row));
    return rows;
  }

  private static String text(DemoRow row, String field) {
    return (String) row.values().get(field);
  }

  private static boolean is(DemoRow row, String field) {
    return (Boolean) row.values().get(field);
  }
}
