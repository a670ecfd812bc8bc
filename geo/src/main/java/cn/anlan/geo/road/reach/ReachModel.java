package cn.anlan.geo.road.reach;

import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.OfficeYaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How fast help comes, from {@code road/reach.yaml} [design].
 *
 * @param version counts up with every change
 * @param turnoutS seconds from the alarm until the team drives, by its kind (code list team_kind)
 * @param otherTurnoutS of kinds that are not named
 * @param speedsKmh by OSM's class of road, at most a car's speed there; classes that are not named
 *     go at a car's speed
 * @param offRoadKmh between a road and a place or station beside it, in a straight line
 * @param offRoadBoundM roads farther from a place or station than this do not serve it
 * @param noStopping classes of road that a vehicle cannot leave on the way
 */
public record ReachModel(
    int version,
    Text source,
    Map<String, Double> turnoutS,
    double otherTurnoutS,
    Map<String, Double> speedsKmh,
    double offRoadKmh,
    double offRoadBoundM,
    List<String> noStopping) {
  private static final String FILE = "road/reach.yaml";

  private static final double MOST_KMH = 150;

  public ReachModel {
    if (version < 1 || source == null || turnoutS == null || speedsKmh == null) {
      throw new IllegalArgumentException("version, source, turnout_s and speeds_kmh are required");
    }
    turnoutS = Map.copyOf(turnoutS);
    speedsKmh = Map.copyOf(speedsKmh);
    noStopping = noStopping == null ? List.of() : List.copyOf(noStopping);
    turnoutS.forEach((kind, s) -> require("turnout_s." + kind, s, 0, 3600));
    require("other_turnout_s", otherTurnoutS, 0, 3600);
    speedsKmh.forEach((roadClass, kmh) -> require("speeds_kmh." + roadClass, kmh, 1, MOST_KMH));
    require("off_road_kmh", offRoadKmh, 1, MOST_KMH);
    require("off_road_bound_m", offRoadBoundM, 1, 12_000);
  }

  private static void require(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " = " + value + ": must be from " + least + " to " + most);
    }
  }

  /** The model that ships with the product. */
  public static ReachModel shipped() {
    return OfficeYaml.shipped(FILE, ReachModel.class);
  }

  /**
   * The office's model where it has any, {@code <conf>/road/reach.yaml}, else ours.
   *
   * @throws cn.anlan.geo.yaml.DefinitionException where the file is not valid
   */
  public static ReachModel load(Path confDir) {
    return OfficeYaml.read(FILE, confDir, ReachModel.class);
  }

  /** Seconds until a team of a kind drives. */
  public double turnoutOf(String kind) {
    return turnoutS.getOrDefault(kind, otherTurnoutS);
  }

  /**
   * The speed on a road.
   *
   * @param carKmh of a car, 0 where it may not go, and then neither may a team
   */
  double kmh(String roadClass, double carKmh) {
    return Math.min(carKmh, speedsKmh.getOrDefault(roadClass, carKmh));
  }

  /** Seconds from the road to a place beside it. */
  double offRoadS(double distanceM) {
    return distanceM / (offRoadKmh / 3.6);
  }

  /** How far from the road one comes in some seconds, metres. */
  double offRoadM(double seconds) {
    return seconds * (offRoadKmh / 3.6);
  }
}
