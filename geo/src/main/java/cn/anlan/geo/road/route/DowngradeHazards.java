package cn.anlan.geo.road.route;

import cn.anlan.geo.road.DowngradeSearch;
import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.LongDowngrade.Verdict;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.GraphHazards;
import cn.anlan.geo.road.hazard.Hazard;
import cn.anlan.geo.road.hazard.HazardKind;
import cn.anlan.geo.road.hazard.HazardTable;
import cn.anlan.geo.road.height.HeightModel;
import cn.anlan.geo.road.height.Heights;
import cn.anlan.geo.road.slope.ChainProfiles;
import cn.anlan.geo.road.slope.NetworkDowngrade;
import cn.anlan.geo.road.slope.NetworkDowngrades;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes hazards of kind {@value #KIND} of the long steep downgrades that exceed the limits also
 * with their heights' error, while a network with an elevation model is prepared. The hazard table
 * knows no direction, so who climbs there is counted like who descends.
 *
 * <p>Where two lie on the same metres (one each way into the bottom of a valley) only the one with
 * the greater drop has them: a metre is not made more dangerous twice.
 */
final class DowngradeHazards implements GraphHazards {
  private static final String KIND = "long_downgrade";
  private static final String[] ARROWS = {"↑", "↗", "→", "↘", "↓", "↙", "←", "↖"};

  private final NetworkOrder order;
  private final DangerousGoods model;
  private final Heights ground;
  private final Path profiles;
  private int found;

  /**
   * @param profiles where the roads' profiles are written
   */
  DowngradeHazards(NetworkOrder order, DangerousGoods model, Heights ground, Path profiles) {
    this.order = order;
    this.model = model;
    this.ground = ground;
    this.profiles = profiles;
  }

  /** How many were made hazards. */
  int found() {
    return found;
  }

  @Override
  public List<Found> in(RoadGraph graph) {
    HeightModel method = HeightModel.shipped();
    ChainProfiles drawn = ChainProfiles.of(graph, ground, method, places());
    drawn.write(profiles);
    int kind = model.hazards().stream().map(HazardKind::kind).toList().indexOf(KIND);
    List<Found> hazards = new ArrayList<>();
    Map<Integer, List<Stretch>> taken = new HashMap<>();
    if (kind < 0) {
      return hazards; // the office's model does not price them
    }
    for (NetworkDowngrade downgrade :
        new NetworkDowngrades(graph, drawn)
            .find(GradeLimits.shipped(), DowngradeSearch.CLIMB_M, method.sigmaM())) {
      List<Stretch> free =
          downgrade.found().verdict() == Verdict.EXCEEDS ? free(downgrade, taken) : List.of();
      if (!free.isEmpty()) {
        String code = "downgrade-" + (++found);
        hazards.add(new Found(new HazardTable.Thing(kind, "osm", code, name(downgrade), 0), free));
      }
    }
    return hazards;
  }

  /** The settlements of the file that have a name. */
  private List<ChainProfiles.Place> places() {
    List<ChainProfiles.Place> places = new ArrayList<>();
    for (Hazard hazard : order.hazards()) {
      HazardKind kind = hazard.kind() < 0 ? null : model.hazards().get(hazard.kind());
      boolean isPlace = kind != null && kind.osm() != null && kind.osm().key().equals("place");
      if (isPlace && !hazard.name().equals(kind.title().zh())) {
        places.add(
            new ChainProfiles.Place(
                hazard.name(), hazard.at().getCoordinate().x, hazard.at().getCoordinate().y));
      }
    }
    return places;
  }

  /** In signs and figures, for it stands in texts of both languages. */
  private static String name(NetworkDowngrade downgrade) {
    String arrow = ARROWS[(int) Math.round(downgrade.bearingDeg() / 45) % 8];
    String road =
        downgrade.road().isEmpty() ? "highway=" + downgrade.roadClass() : downgrade.road();
    String way =
        downgrade.topPlace() == null || downgrade.footPlace() == null
            ? ""
            : " (%s – %s)".formatted(downgrade.topPlace().name(), downgrade.footPlace().name());
    return String.format(
        Locale.ROOT,
        "%s %s%s, %.1f km, −%.0f m, %.1f %%",
        road,
        arrow,
        way,
        downgrade.found().lengthKm(),
        downgrade.found().dropM(),
        downgrade.found().averageGradePct());
  }

  private static List<Stretch> free(NetworkDowngrade downgrade, Map<Integer, List<Stretch>> taken) {
    List<Stretch> free = new ArrayList<>();
    for (NetworkDowngrade.Part part : downgrade.parts()) {
      List<Stretch> before = taken.computeIfAbsent(part.edge(), any -> new ArrayList<>(1));
      List<Stretch> left = List.of(new Stretch(part.edge(), part.fromM(), part.toM()));
      for (Stretch other : before) {
        left = left.stream().flatMap(stretch -> without(stretch, other).stream()).toList();
      }
      before.addAll(left);
      free.addAll(left);
    }
    return free;
  }

  private static List<Stretch> without(Stretch stretch, Stretch other) {
    List<Stretch> left = new ArrayList<>(2);
    double before = Math.min(stretch.toM(), other.fromM());
    double after = Math.max(stretch.fromM(), other.toM());
    if (before > stretch.fromM()) {
      left.add(new Stretch(stretch.edge(), stretch.fromM(), before));
    }
    if (after < stretch.toM()) {
      left.add(new Stretch(stretch.edge(), after, stretch.toM()));
    }
    return left;
  }
}
