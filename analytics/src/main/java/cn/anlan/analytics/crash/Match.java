package cn.anlan.analytics.crash;

import cn.anlan.geo.text.Text;
import java.util.List;

/** Where an accident is on the roads, or why it cannot be said. */
public sealed interface Match {
  Report report();

  /** What a place rests on. */
  enum Basis {
    /** Position and stake together. */
    BOTH,
    /** The position; no stake was given, or it counts for little. */
    POSITION,
    /** The stake; no position was given. */
    STAKE
  }

  /** Why an accident waits. */
  enum Reason {
    /** Neither a position nor a route with a stake. */
    NO_PLACE,
    /** The route that is named is not stored. */
    UNKNOWN_ROUTE,
    /** The route has no such stake. */
    STAKE_OUTSIDE,
    /** No road near the position. */
    OFF_ROAD,
    /** Route, stake and position do not go together. */
    CONTRADICTION,
    /** Several places are about as probable. */
    AMBIGUOUS,
    /**
     * One place is meant, but too coarsely: its error is not within {@link MatchModel#samePlaceM}.
     */
    IMPRECISE
  }

  /**
   * A place with how probable it is.
   *
   * @param probability by the model, 0 to 1, that the route is right and the truth within {@link
   *     MatchModel#samePlaceM} of the place, the place's own error counted
   * @param routeProbability that the route is right, wherever on it
   */
  record Candidate(RoadPlace place, double probability, double routeProbability) {}

  /**
   * Placed.
   *
   * @param confidence probability that the place is right, see {@link MatchModel#samePlaceM}
   * @param routeConfidence probability that its route is right
   * @param runnerUp the next most probable other place; null where there is none
   * @param notes what does not quite agree
   */
  record Placed(
      Report report,
      RoadPlace place,
      double confidence,
      double routeConfidence,
      Basis basis,
      Candidate runnerUp,
      List<Text> notes)
      implements Match {}

  /**
   * Waits for somebody to look.
   *
   * @param best the most probable place, for that somebody; null where there is none
   */
  record Queued(Report report, Reason reason, Text why, Text remedy, Candidate best)
      implements Match {}
}
