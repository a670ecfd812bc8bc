package cn.anlan.web.reach;

import cn.anlan.geo.text.Text;
import java.util.List;

/**
 * Which places are reached in time, and which not.
 *
 * @param reached within the limit
 * @param beyond later than the limit: {@code gaps} are the first of them
 * @param unplaced of which nothing can be said, or to which no road leads; in neither of the others
 * @param gaps the worst level first, then the longest
 * @param idleTeams those that come nowhere, or nowhere but on an island
 */
public record ReachAnswer(
    Manifest manifest,
    int places,
    int reached,
    int beyond,
    int unplaced,
    List<LevelTally> byLevel,
    List<RegionTally> byCity,
    List<RegionTally> byCounty,
    List<Gap> gaps,
    List<Unplaced> unplacedPlaces,
    List<IdleTeam> idleTeams,
    List<Text> notes) {
  /**
   * What was asked, and what it was answered from.
   *
   * @param roadsDataVersion of the roads; null for a network made from a file
   * @param teamsUnplaced too far from any road to start
   * @param teamsOnIslands whose roads are cut off from the network's largest part: they count, but
   *     reach only places there
   */
  public record Manifest(
      String network,
      Long roadsDataVersion,
      long dataVersion,
      int modelVersion,
      Text modelSource,
      String layer,
      List<Integer> levels,
      String filter,
      List<String> kinds,
      List<Text> kindTitles,
      double minutes,
      int teams,
      int teamsUnplaced,
      int teamsOnIslands,
      boolean isDemo) {}

  /** The places of a level of risk. */
  public record LevelTally(int level, int places, int reached, int beyond, int unplaced) {}

  /** A county or city; its code is null for places that name none. */
  public record RegionTally(
      String code, String name, int places, int reached, int beyond, int unplaced) {}

  /**
   * A place that the first team reaches too late.
   *
   * @param level null where the layer has none
   * @param at longitude, latitude
   * @param roadM from the road on which the team stops, straight
   */
  public record Gap(
      long id,
      String code,
      String name,
      Integer level,
      String countyCode,
      String countyName,
      List<Double> at,
      double minutes,
      double overMinutes,
      double roadM,
      Teams.Team team) {}

  /**
   * A team that comes nowhere, or nowhere but on an island.
   *
   * @param reason no_place, off_road or island, as of {@link Unplaced}
   */
  public record IdleTeam(
      String code, String name, String kind, List<Double> at, String reason, Text text) {}

  /**
   * @param reason no_place, off_road (no road within the model's bound) or island (no team's roads
   *     lead there)
   */
  public record Unplaced(
      long id,
      String code,
      String name,
      Integer level,
      String countyCode,
      String countyName,
      List<Double> at,
      String reason,
      Text text) {}
}
