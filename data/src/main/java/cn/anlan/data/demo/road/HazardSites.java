package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.ground.Terrain;
import cn.anlan.data.demo.road.Pieces.Piece;
import cn.anlan.data.demo.road.Waters.Crossing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Stretches by water or cliff, and level crossings of ordinary railways with lesser roads. */
final class HazardSites {
  private static final int BY_CLIFF = 24;
  private static final int BY_WATER = 16;
  private static final int LEVEL_CROSSINGS = 20;
  private static final int TRIES = 200_000;
  private static final double SIDE_DEG = 0.0025;
  private static final double CLIFF_SLOPE = 0.12;
  private static final double APPROACH_KM = 0.05;

  private final RoadSiteRows register;
  private final List<Road> roads;
  private final Random random;
  private final Set<Road> taken;

  HazardSites(RoadSiteRows register, List<Road> roads, Set<Road> taken, Random random) {
    this.register = register;
    this.roads = roads;
    this.taken = new HashSet<>(taken);
    this.random = random;
  }

  /** Where the ground beside the road falls or rises steeply: 临崖. */
  List<DemoRow> byCliff() {
    List<DemoRow> rows = new ArrayList<>();
    for (int i = 0; i < TRIES && rows.size() < BY_CLIFF; i++) {
      Road road = roads.get(random.nextInt(roads.size()));
      int edges = road.line().getNumPoints() - 1;
      int at = 1 + random.nextInt(Math.max(1, edges - 1));
      if (road.lengthKm() > 2 && crossSlope(road, at) > CLIFF_SLOPE && taken.add(road)) {
        rows.add(stretch(road, road.fromStakeKm() + road.lengthKm() * at / edges));
      }
    }
    return rows;
  }

  private static double crossSlope(Road road, int at) {
    Coordinate a = road.line().getCoordinateN(at - 1);
    Coordinate b = road.line().getCoordinateN(at);
    double length = Math.hypot(b.x - a.x, b.y - a.y);
    double dx = -(b.y - a.y) / length * SIDE_DEG;
    double dy = (b.x - a.x) / length * SIDE_DEG;
    double left = Terrain.heightM(b.x + dx, b.y + dy);
    double right = Terrain.heightM(b.x - dx, b.y - dy);
    Coordinate from = new Coordinate(b.x + dx, b.y + dy);
    return Math.abs(left - right) / FlatFrame.betweenM(from, new Coordinate(b.x - dx, b.y - dy));
  }

  /** Where the road comes to a water: 临水, the approaches of a crossing. */
  List<DemoRow> byWater(Waters waters) {
    List<DemoRow> rows = new ArrayList<>();
    for (int i = 0; i < TRIES && rows.size() < BY_WATER; i++) {
      Road road = roads.get(random.nextInt(roads.size()));
      if (road.lengthKm() < 2 || road.roadClass().equals("expressway") || taken.contains(road)) {
        continue;
      }
      List<Crossing> crossings = waters.crossings(road.line());
      if (!crossings.isEmpty() && crossings.get(0).widthM() < 1500) {
        taken.add(road);
        rows.add(stretch(road, Crossings.stakeKm(road, crossings.get(0).middle())));
      }
    }
    return rows;
  }

  private DemoRow stretch(Road road, double middleKm) {
    double half = 0.2 + 0.4 * random.nextDouble();
    double from = register.stake(road, Math.max(0, middleKm - road.fromStakeKm() - half));
    double to = register.stake(road, Math.max(0.3, middleKm - road.fromStakeKm() + half));
    return register.row("water_cliff", List.of(road), from, to, "both", null);
  }

  /** Where roads of class 3 and 4 cross the rails of ordinary railways. */
  List<DemoRow> levelCrossings(List<Piece> railways) {
    STRtree rails = new STRtree();
    railways.stream()
        .filter(piece -> !Railways.isHighSpeed(piece))
        .forEach(piece -> rails.insert(piece.line().getEnvelopeInternal(), piece));
    List<DemoRow> rows = new ArrayList<>();
    for (int i = 0; i < TRIES && rows.size() < LEVEL_CROSSINGS; i++) {
      Road road = roads.get(random.nextInt(roads.size()));
      if (Set.of("class_3", "class_4").contains(road.roadClass())
          && road.lengthKm() > 0.5
          && !taken.contains(road)) {
        Coordinate meeting = meeting(road, rails);
        if (meeting != null) {
          taken.add(road);
          double km = Crossings.stakeKm(road, meeting) - road.fromStakeKm();
          rows.add(
              register.row(
                  "level_crossing",
                  List.of(road),
                  register.stake(road, Math.max(0, km - APPROACH_KM)),
                  register.stake(road, km + APPROACH_KM),
                  "both",
                  null));
        }
      }
    }
    return rows;
  }

  private static Coordinate meeting(Road road, STRtree rails) {
    Envelope box = road.line().getEnvelopeInternal();
    for (Object item : rails.query(box)) {
      Geometry common = road.line().intersection(((Piece) item).line());
      if (!common.isEmpty()) {
        return common.getCoordinate();
      }
    }
    return null;
  }
}
