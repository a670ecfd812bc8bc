package cn.anlan.data.demo.utility;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Drinking water intakes on the base map's rivers, lakes and reservoirs, each with its class 1,
 * class 2 and quasi zone, the outer containing the inner. On a river a zone is a stretch upstream
 * and downstream with its banks, on standing water a circle; the lengths are round figures of ours
 * of the order that HJ 338-2018 gives, not that standard's.
 */
final class DrinkingWater {
  private static final int INTAKES = 84;

  /**
   * @param upM stretch of river upstream of the intake
   * @param downM stretch downstream
   * @param bankM to either side of the river's centre line
   * @param radiusM on standing water
   */
  private record ZoneClass(
      String code, String word, double upM, double downM, double bankM, double radiusM) {}

  private static final List<ZoneClass> CLASSES =
      List.of(
          new ZoneClass("first", "一级保护区", 1000, 100, 200, 500),
          new ZoneClass("second", "二级保护区", 3000, 400, 1000, 2000),
          new ZoneClass("quasi", "准保护区", 8000, 600, 1600, 4000));

  /** A water's part in one county. */
  private record Reach(BaseFeature water, County county, Geometry part) {
    boolean isRiver() {
      return water.geometry().getDimension() == 1;
    }
  }

  private final Ground ground;
  private final Random random;
  private final List<DemoRow> intakes = new ArrayList<>();
  private final List<DemoRow> zones = new ArrayList<>();

  private DrinkingWater(Ground ground, Random random) {
    this.ground = ground;
    this.random = random;
  }

  static DrinkingWater draw(Ground ground, Random random) {
    DrinkingWater drawn = new DrinkingWater(ground, random);
    List<Reach> reaches = drawn.reaches();
    for (int round = 0; drawn.intakes.size() < INTAKES && round < 8; round++) {
      for (Reach reach : reaches) {
        if (drawn.intakes.size() < INTAKES) {
          drawn.intake(reach);
        }
      }
    }
    return drawn;
  }

  List<DemoRow> intakes() {
    return intakes;
  }

  List<DemoRow> zones() {
    return zones;
  }

  /** The longest first. */
  private List<Reach> reaches() {
    List<Reach> reaches = new ArrayList<>();
    for (BaseFeature water : BaseMap.waters()) {
      Geometry line =
          water.geometry().getDimension() == 2 ? water.geometry().getBoundary() : water.geometry();
      for (County county : ground.counties()) {
        if (!county.geometry().getEnvelopeInternal().intersects(line.getEnvelopeInternal())) {
          continue;
        }
        Geometry inside = OverlayNGRobust.overlay(line, county.geometry(), OverlayNG.INTERSECTION);
        Geometry longest = longest(inside);
        if (longest != null && longest.getLength() > 0.04) {
          reaches.add(new Reach(water, county, longest));
        }
      }
    }
    reaches.sort(
        Comparator.<Reach>comparingDouble(r -> r.part().getLength())
            .reversed()
            .thenComparing(r -> r.water().code() + r.county().code()));
    return reaches;
  }

  private static Geometry longest(Geometry lines) {
    Geometry longest = null;
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      Geometry part = lines.getGeometryN(i);
      if (part instanceof LineString
          && (longest == null || part.getLength() > longest.getLength())) {
        longest = part;
      }
    }
    return longest;
  }

  private void intake(Reach reach) {
    LengthIndexedLine line = new LengthIndexedLine(reach.part());
    double share = 0.15 + 0.7 * random.nextDouble();
    Coordinate at = Rounded.place(line.extractPoint(line.getEndIndex() * share));
    if (!ground.countyAt(at).filter(reach.county()::equals).isPresent()) {
      return;
    }
    int number = intakes.size() + 1;
    String code = DemoCodes.of("WIN", number);
    String water = reach.water().text("name").replaceAll("[(（].*", "");
    String name = "示例" + reach.county().shortName() + water + "水源地" + number;
    long persons = Math.round(reach.county().population() * (0.1 + 0.35 * random.nextDouble()));
    LocalDate builtOn = DemoDates.between(random, 1985, 2015);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name + "取水口");
    values.put("water_code", reach.water().code());
    values.put("capacity_m3_per_day", Math.round(persons * 0.25 / 1000) * 1000);
    values.put("served_persons", persons);
    values.put("built_on", builtOn);
    values.put("county_code", reach.county().code());
    List<DemoRow> three = new ArrayList<>();
    for (ZoneClass zoneClass : CLASSES) {
      Geometry surface = CountyCut.clip(surface(reach, at, zoneClass), reach.county());
      Map<String, Object> zone = new LinkedHashMap<>();
      zone.put("name", name + zoneClass.word());
      zone.put("zone_class", zoneClass.code());
      zone.put("intake_code", code);
      zone.put("water_code", reach.water().code());
      zone.put("designated_on", DemoDates.between(random, 2008, 2018));
      zone.put("area_km2", Math.round(CountyCut.areaM2(surface) / 1e3) / 1e3);
      zone.put("county_code", reach.county().code());
      three.add(
          new DemoRow(DemoCodes.of("DWZ", zones.size() + three.size() + 1), zone, surface, 10.0));
    }
    intakes.add(new DemoRow(code, values, Shapes.point(at), 3.0));
    zones.addAll(three);
  }

  private static Geometry surface(Reach reach, Coordinate at, ZoneClass zone) {
    FlatFrame frame = FlatFrame.bySeries(at);
    if (!reach.isRiver()) {
      Geometry centre = Shapes.point(new Coordinate(0, 0));
      return frame.toDegrees(centre.buffer(zone.radiusM(), 16));
    }
    // the whole river, not only the county's part: a zone ends at the county border, not the river
    LengthIndexedLine river = new LengthIndexedLine(frame.toMetres(reach.water().geometry()));
    double here = river.project(new Coordinate(0, 0));
    Geometry stretch =
        river.extractLine(
            Math.max(0, here - zone.upM()), Math.min(river.getEndIndex(), here + zone.downM()));
    return frame.toDegrees(stretch.buffer(zone.bankM(), 8));
  }
}
