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
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * What a mine's measured plan shows, seam by seam: the three water lines round old workings, the
 * headings and the zones closed to mining. All shapes of a mine stay within its inner radius.
 */
final class MinePlans {
  /** From 积水线 to 探水线, m: through coal, through rock, and where inferred [verify 煤矿防治水细则]. */
  static final double COAL_M = 30;

  static final double ROCK_M = 20;
  static final double INFERRED_M = 60;

  /** From 探水线 to 警戒线, m [verify 煤矿防治水细则; older texts 50 to 150]. */
  static final double WARNING_M = 60;

  /** One working in so many crosses the 探水线 of its seam on purpose. */
  private static final int ONE_IN = 14;

  private static final int ARC_SEGMENTS = 32;

  /** JTS joins the sides of a very blunt corner by one point, up to a thousandth too near, m. */
  private static final double ALLOWANCE_M = 0.07;

  private static final String[] SEAMS = {"B4煤层", "C5煤层", "A2煤层"};
  private static final String[] LODES = {"Ⅰ号矿体", "Ⅱ号矿体", "Ⅴ号矿脉"};

  private final Random random;
  private final KeptRows lines = new KeptRows("mine_water_line", "MW");
  private final KeptRows headings = new KeptRows("mine_heading", "MH");
  private final KeptRows zones = new KeptRows("forbidden_zone", "FZ");
  private final List<Planted> planted = new ArrayList<>();
  private int mines;

  MinePlans(Random random) {
    this.random = random;
  }

  /**
   * @param plane round the middle of the mine
   * @param innerM radius within which its licence area surely lies
   */
  record Mine(
      String code, String name, County county, TurnedFrame plane, double innerM, boolean coal) {}

  void draw(Mine mine) {
    mines++;
    String seam = (mine.coal() ? SEAMS : LODES)[random.nextInt(3)];
    double floorM = -50 - random.nextInt(500);
    boolean inferred = random.nextDouble() < 0.3;
    boolean rock = random.nextDouble() < 0.3;
    double probeM = inferred ? INFERRED_M : rock ? ROCK_M : COAL_M;
    double radiusM = 40 + random.nextDouble() * (0.25 * mine.innerM());
    double reachM = radiusM + probeM + WARNING_M + 1;
    double roomM = Math.max(0, mine.innerM() - reachM - 80);
    double offM = random.nextDouble() * Math.min(roomM, 0.45 * mine.innerM());
    TurnedFrame old = shifted(mine.plane(), offM);
    boolean crosses = mines % ONE_IN == 0;
    if (mine.coal() || crosses || random.nextDouble() < 0.5) {
      Geometry water = Shapes.uneven(radiusM, random);
      Geometry probe = around(water, probeM);
      Map<String, Object> common = common(mine, seam);
      common.put("water_body_no", "积水区" + mine.code().substring(8));
      common.put("basis", inferred ? "inferred" : "surveyed");
      common.put("medium", rock ? "rock" : "coal");
      common.put("surveyed_on", DemoDates.between(random, 2019, 2021));
      line(mine, old, common, water, "accumulated", "积水线", null, floorM);
      line(mine, old, common, probe, "exploration", "探水线", probeM, floorM);
      line(mine, old, common, around(probe, WARNING_M), "warning", "警戒线", WARNING_M, floorM);
    }
    double endM = crosses ? Math.max(5, 0.5 * radiusM) : reachM + 15;
    double longestM = mine.innerM() + offM - endM - 25;
    working(mine, seam, old, crosses, endM, longestM, floorM);
    if (random.nextDouble() < 0.45) {
      zone(mine, seam, old, reachM, (mine.innerM() - offM - reachM - 12) / 1.7);
    }
  }

  void handTo(DemoSink sink) {
    lines.handTo(sink);
    headings.handTo(sink);
    zones.handTo(sink);
  }

  List<Planted> planted() {
    return planted;
  }

  /** The outline at a distance; the chords of its arcs nowhere come nearer. */
  private static Geometry around(Geometry inner, double distanceM) {
    BufferParameters arcs = new BufferParameters(ARC_SEGMENTS);
    arcs.setSimplifyFactor(1e-5);
    // JTS rounds the number of chords of an arc, so that one may span half as much again
    double cornersM = distanceM / Math.cos(1.5 * Math.PI / (4 * ARC_SEGMENTS)) + ALLOWANCE_M;
    return BufferOp.bufferOp(inner, cornersM, arcs);
  }

  private void line(
      Mine mine,
      TurnedFrame plane,
      Map<String, Object> common,
      Geometry drawn,
      String kind,
      String word,
      Double offsetM,
      double floorM) {
    Map<String, Object> values = new HashMap<>(common);
    values.put("name", mine.name() + values.get("seam") + word);
    values.put("kind", kind);
    values.put("offset_m", offsetM);
    lines.add(values, LevelLines.edge(plane.onGround(drawn), floorM), 2);
  }

  private void working(
      Mine mine,
      String seam,
      TurnedFrame old,
      boolean crosses,
      double endM,
      double longestM,
      double floorM) {
    double longM = Math.min(longestM, 120 + random.nextDouble() * 120);
    double turnM = (random.nextDouble() - 0.5) * 40;
    Coordinate[] places = {
      old.at(-endM - longM, turnM), old.at(-endM - 0.5 * longM, 0), old.at(-endM, 0)
    };
    String kind = random.nextDouble() < 0.6 ? "heading" : mine.coal() ? "face" : "stope";
    Map<String, Object> values = common(mine, seam);
    values.put("name", mine.name() + seam + "第" + headings.next() + "工作面");
    values.put("kind", kind);
    values.put("length_m", (double) Math.round(Geodesics.lengthM(List.of(places))));
    LocalDate drawnOn = DemoDates.between(random, 2021, 2021);
    values.put("surveyed_on", drawnOn);
    values.put("active", crosses || random.nextDouble() < 0.7);
    String code = headings.add(values, LevelLines.line(places, floorM + 6, floorM), 2);
    if (crosses) {
      planted.add(
          new Planted(
              "heading_in_water_line",
              "mine_heading",
              List.of(code, mine.code()),
              mine.county().code(),
              drawnOn,
              null,
              "采掘工作面" + code + "已越过" + seam + "探水线"));
    }
  }

  private void zone(Mine mine, String seam, TurnedFrame old, double reachM, double widestM) {
    String[] reasons = {"water", "gas", "protected_object", "boundary"};
    Map<String, Object> values = common(mine, seam);
    values.put("name", mine.name() + seam + "禁采区");
    values.put("reason", reasons[random.nextInt(reasons.length)]);
    values.put("drawn_on", DemoDates.between(random, 2019, 2021));
    TurnedFrame beyond = new TurnedFrame(old.at(reachM + 10, 0), old.axisBearingDeg());
    double sideM = Math.min(widestM, 30 + random.nextDouble() * 60);
    zones.add(
        values,
        beyond.polygon(
            new double[] {0, -sideM},
            new double[] {sideM, -sideM},
            new double[] {1.3 * sideM, sideM},
            new double[] {0, sideM}),
        5);
  }

  private static Map<String, Object> common(Mine mine, String seam) {
    Map<String, Object> values = new HashMap<>();
    values.put("mine_code", mine.code());
    values.put("seam", seam);
    values.put("county_code", mine.county().code());
    return values;
  }

  /** A frame whose origin lies off the mine's middle; its axis points away from the middle. */
  private TurnedFrame shifted(TurnedFrame plane, double distanceM) {
    double angle = 2 * Math.PI * random.nextDouble();
    Coordinate at = plane.at(distanceM * Math.cos(angle), distanceM * Math.sin(angle));
    return new TurnedFrame(at, plane.axisBearingDeg() - Math.toDegrees(angle));
  }
}
