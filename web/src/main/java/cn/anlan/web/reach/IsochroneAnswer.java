package cn.anlan.web.reach;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.grid.EqualAreaPlane;
import cn.anlan.geo.road.reach.Arrivals;
import cn.anlan.geo.road.reach.Isochrones;
import cn.anlan.geo.road.reach.Placing;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.text.Text;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.site.LonLat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;

/**
 * How far a team, or one that would stand at a place, comes in so many minutes.
 *
 * @param bands by rising minutes, each holding the ones before
 */
public record IsochroneAnswer(Manifest manifest, List<Band> bands) {
  private static final double CELL_M = 100;
  private static final int MOST_BANDS = 12;
  private static final double MOST_MINUTES = 120;
  private static final double MINUTE_S = 60;

  /** An area, CGCS2000. */
  public record Band(double minutes, double areaKm2, Geometry area) {}

  /**
   * Where from, and how it was drawn.
   *
   * @param team its code and name, or null for a place
   * @param cellM the accuracy of the border
   */
  public record Manifest(
      String network,
      Long roadsDataVersion,
      int modelVersion,
      Text modelSource,
      List<Double> at,
      Teams.Team team,
      double roadM,
      double turnoutS,
      double cellM,
      Text method) {}

  /** Where it starts: one of both. */
  public record Start(LonLat at, Teams.Team team, String kind) {}

  /** A stored team. */
  public static Start ofTeam(LayerSnapshot teams, Scope scope, String code) {
    int row =
        Query.on(teams, scope)
            .findRow(code)
            .orElseThrow(
                () ->
                    new NotFound(
                        "没有这支队伍 (no such team): " + code,
                        "编码见图层 emergency_team (codes stand in the layer emergency_team)"));
    if (Double.isNaN(teams.lonDeg(row))) {
      throw new UserFault(
          "队伍 " + code + " 没有位置 (has no place)", "先补上位置，或用 at (give it a place, or use at)");
    }
    return new Start(
        new LonLat(teams.lonDeg(row), teams.latDeg(row)),
        new Teams.Team(code, teams.text("name", row), teams.text("kind", row)),
        teams.text("kind", row));
  }

  /** A place where a team of a kind would stand. */
  public static Start ofPlace(Catalog catalog, LonLat at, String kind) {
    return new Start(at, null, ReachQuestion.kinds(catalog, kind).get(0));
  }

  /**
   * Reads {@code 5,10,15}.
   *
   * @throws UserFault where it is no such list
   */
  public static List<Double> minutes(String words) {
    List<Double> minutes;
    try {
      minutes =
          Arrays.stream(words.split(","))
              .map(w -> Double.valueOf(w.strip()))
              .distinct()
              .sorted()
              .toList();
    } catch (NumberFormatException e) {
      minutes = List.of();
    }
    boolean wrong = minutes.stream().anyMatch(m -> !(m >= 1 && m <= MOST_MINUTES));
    if (minutes.isEmpty() || minutes.size() > MOST_BANDS || wrong) {
      throw new UserFault(
          "minutes=" + words + " 不正确 (not right)",
          "以逗号分隔至多 12 个，各 1 至 120 (at most 12 numbers of 1 to 120, parted by commas)");
    }
    return minutes;
  }

  /** Draws them. */
  public static IsochroneAnswer of(ReachGround ground, Start start, List<Double> minutes) {
    LonLat at = start.at();
    Placing place = ground.network().place(new double[] {at.lonDeg()}, new double[] {at.latDeg()});
    NewStation.requireRoad(at, place);
    double turnoutS = ground.network().model().turnoutOf(start.kind());
    double most = minutes.get(minutes.size() - 1) * MINUTE_S;
    Isochrones.Areas areas =
        Isochrones.of(Arrivals.of(place, new double[] {turnoutS}, most), minutes, CELL_M);
    List<Band> bands = new ArrayList<>();
    for (Isochrones.Band band : areas.bands()) {
      bands.add(new Band(band.minutes(), areaKm2(band.area()), band.area()));
    }
    return new IsochroneAnswer(
        new Manifest(
            ground.name(),
            ground.roadsDataVersion(),
            ground.network().model().version(),
            ground.network().model().source(),
            at.list(),
            start.team(),
            Math.round(place.nearestRoadM(0)),
            turnoutS,
            Math.round(areas.cellM()),
            method(areas.cellM())),
        bands);
  }

  static double areaKm2(Geometry degrees) {
    return ReachResult.tenth(EqualAreaPlane.toPlane(degrees).getArea() / 1e6);
  }

  static Text method(double cellM) {
    return new Text(
        String.format(
            Locale.ROOT, "逐格点计算到达时间（出动、公路，再从附近各条路中最先到达的一条直线进入），格宽 %.0f 米，边界在格点间内插", cellM),
        String.format(
            Locale.ROOT,
            "arrival asked at the corners of a %.0f m grid (turnout, road, straight on from whichever road near gets there first), the border drawn between them",
            cellM));
  }
}
