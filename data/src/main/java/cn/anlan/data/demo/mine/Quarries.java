package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.KeptRows;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.TurnedFrame;
import cn.anlan.data.demo.ground.County;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Open-pit quarries by their licence boundaries; some pairs closer than 300 m on purpose. */
final class Quarries {
  private static final int QUARRIES = 450;
  private static final int CLOSE_PAIRS = 12;
  private static final double APART_M = 900;
  private static final String[] ROCKS = {"建筑石料用灰岩", "花岗岩", "砂岩", "白云岩", "大理岩", "页岩"};

  /** Licensed outputs, kt/a; the rule for small quarries reaches to 500. */
  private static final double[] OUTPUTS = {50, 100, 150, 200, 300, 499, 500, 501, 800, 1000, 2000};

  private final MinePlaces places;
  private final Owners owners;
  private final Random random;
  private final KeptRows rows = new KeptRows("quarry", "QY");
  private final List<Coordinate> taken = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();

  Quarries(MinePlaces places, Owners owners, Random random) {
    this.places = places;
    this.owners = owners;
    this.random = random;
    while (planted.size() < CLOSE_PAIRS) {
      pair();
    }
    while (rows.next() <= QUARRIES) {
      County county = places.anyCounty();
      Coordinate centre = places.high(county);
      Geometry area = new TurnedFrame(centre, 0).onGround(Shapes.uneven(radiusM(), random));
      if (free(centre) && places.allows(county, area)) {
        add(county, centre, area, OUTPUTS[random.nextInt(OUTPUTS.length)], blasts());
      }
    }
  }

  void handTo(DemoSink sink) {
    rows.handTo(sink);
  }

  List<Planted> planted() {
    return planted;
  }

  /** Two small quarries whose boundaries face each other 60 to 260 m apart. */
  private void pair() {
    County county = places.anyCounty();
    Coordinate centre = places.high(county);
    TurnedFrame plane = new TurnedFrame(centre, random.nextDouble() * 360);
    double gapM = 60 + random.nextDouble() * 200;
    double sideM = 110 + random.nextDouble() * 90;
    Geometry first = square(plane, -sideM, 0, sideM);
    Geometry second = square(plane, gapM, gapM + sideM, sideM);
    if (!free(centre) || !places.allows(county, first) || !places.allows(county, second)) {
      return;
    }
    String one = add(county, centre, first, 100 + 100 * random.nextInt(4), true);
    String other = add(county, centre, second, 100 + 100 * random.nextInt(4), true);
    planted.add(
        new Planted(
            "quarries_too_close",
            "quarry",
            List.of(one, other),
            county.code(),
            "采石场" + one + "与" + other + "的采矿许可边界相距约" + Math.round(gapM) + "米，不足300米"));
  }

  private static Geometry square(TurnedFrame plane, double fromM, double toM, double sideM) {
    return plane.polygon(
        new double[] {fromM, -sideM / 2},
        new double[] {toM, -sideM / 2},
        new double[] {toM, sideM / 2},
        new double[] {fromM, sideM / 2});
  }

  private String add(
      County county, Coordinate centre, Geometry area, double capacityKt, boolean blasting) {
    taken.add(centre);
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + county.shortName() + "第" + rows.next() + "采石场");
    values.put("enterprise_code", owners.nearest("non_coal_mine", county, centre));
    values.put("rock", ROCKS[random.nextInt(ROCKS.length)]);
    values.put("capacity_kt_per_year", capacityKt);
    values.put("blasting", blasting);
    values.put("open_pit", true);
    LocalDate from = DemoDates.between(random, 2012, 2020);
    values.put("licence_from", from);
    values.put("licence_to", from.plusYears(3 + random.nextInt(8)));
    double x = random.nextDouble();
    values.put("status", x < 0.75 ? "producing" : x < 0.82 ? "building" : "suspended");
    values.put("county_code", county.code());
    return rows.add(values, area, 3);
  }

  private boolean blasts() {
    return random.nextDouble() < 0.8;
  }

  private double radiusM() {
    return 90 + random.nextDouble() * 200;
  }

  private boolean free(Coordinate centre) {
    return taken.stream().noneMatch(other -> Geodesics.distanceM(other, centre) < APART_M + 600);
  }
}
