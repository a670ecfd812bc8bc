package cn.anlan.web.road;

import cn.anlan.data.road.StoredRoads;
import cn.anlan.geo.road.check.Component;
import cn.anlan.geo.road.check.DoubledRoad;
import cn.anlan.geo.road.check.LooseCrossing;
import cn.anlan.geo.road.check.NearMiss;
import cn.anlan.geo.road.check.NetworkCheck;
import cn.anlan.geo.road.check.OddStakes;
import cn.anlan.geo.road.linear.ChainBreak;
import java.util.List;

/**
 * What is wrong, or may be, with the road layer; of every list at most as many as were asked for,
 * and how many there are.
 */
public record CheckAnswer(
    Manifest manifest,
    Counts counts,
    List<Component> components,
    List<NearMiss> nearMisses,
    List<LooseCrossing> crossings,
    List<DoubledRoad> doubled,
    List<String> collapsed,
    List<OddStakes> oddStakes,
    List<BreakView> breaks,
    List<StoredRoads.Note> notes) {
  /**
   * @param toleranceM ends so near to one another are one
   * @param nearMissM a dead end nearer than this to another road is listed
   */
  public record Manifest(
      double toleranceM,
      double nearMissM,
      int pieces,
      int parts,
      int junctions,
      int routes,
      double lengthKm,
      long dataVersion,
      boolean isDemo) {}

  /**
   * @param unknownLevelCrossings crossings where it is not known whether one road is above the
   *     other
   * @param sameLevelCrossings where both are said to be on one level
   */
  public record Counts(
      int components,
      int deadEnds,
      int nearMisses,
      int unknownLevelCrossings,
      int sameLevelCrossings,
      int doubled,
      int collapsed,
      int reversedStakes,
      int oddStakes,
      int shortChains,
      int longChains,
      int gaps,
      int overlaps,
      int notes) {}

  /**
   * Shows it.
   *
   * @param limit of each list
   */
  public static CheckAnswer of(StoredRoads roads, NetworkCheck check, int limit) {
    int known = (int) check.crossings().stream().filter(LooseCrossing::levelsKnown).count();
    return new CheckAnswer(
        new Manifest(
            check.toleranceM(),
            NetworkCheck.NEAR_MISS_M,
            check.pieces(),
            check.parts(),
            check.junctions(),
            check.routes(),
            check.lengthKm(),
            roads.dataVersion(),
            roads.isDemo()),
        new Counts(
            check.components().size(),
            check.deadEnds(),
            check.nearMisses().size(),
            check.crossings().size() - known,
            known,
            check.doubled().size(),
            check.collapsed().size(),
            (int) check.odd().stream().filter(OddStakes::isReversed).count(),
            check.odd().size(),
            count(check, ChainBreak.Kind.SHORT_CHAIN),
            count(check, ChainBreak.Kind.LONG_CHAIN),
            count(check, ChainBreak.Kind.GAP),
            count(check, ChainBreak.Kind.OVERLAP),
            roads.notes().size()),
        first(check.components(), limit),
        first(check.nearMisses(), limit),
        first(check.crossings(), limit),
        first(check.doubled(), limit),
        first(check.collapsed(), limit),
        first(check.odd(), limit),
        first(check.breaks(), limit).stream().map(BreakView::of).toList(),
        first(roads.notes(), limit));
  }

  private static int count(NetworkCheck check, ChainBreak.Kind kind) {
    return (int) check.breaks().stream().filter(b -> b.kind() == kind).count();
  }

  private static <T> List<T> first(List<T> all, int limit) {
    return all.subList(0, Math.min(limit, all.size()));
  }
}
