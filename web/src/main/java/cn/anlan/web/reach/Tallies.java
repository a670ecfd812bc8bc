package cn.anlan.web.reach;

import cn.anlan.web.reach.ReachAnswer.LevelTally;
import cn.anlan.web.reach.ReachAnswer.RegionTally;
import cn.anlan.web.riskmap.Regions.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Counts of a result by level, county and city; each adds up to all places. */
final class Tallies {
  private static final int PLACES = 0;
  private static final int REACHED = 1;
  private static final int BEYOND = 2;
  private static final int UNPLACED = 3;

  private Tallies() {}

  static List<LevelTally> byLevel(ReachResult result) {
    if (!ReachQuestion.hasLevels(result.question.layer())) {
      return List.of();
    }
    Map<Integer, int[]> counts = new TreeMap<>();
    count(result, result.places::level, counts);
    List<LevelTally> tallies = new ArrayList<>();
    counts.forEach(
        (level, n) ->
            tallies.add(new LevelTally(level, n[PLACES], n[REACHED], n[BEYOND], n[UNPLACED])));
    return tallies;
  }

  static List<RegionTally> byCounty(ReachResult result) {
    return byRegion(
        result,
        county -> county.code(),
        code -> result.counties.find(code) == null ? null : result.counties.find(code).name());
  }

  static List<RegionTally> byCity(ReachResult result) {
    return byRegion(result, Region::parentCode, result.counties::cityName);
  }

  /** Those with most gaps first. */
  private static List<RegionTally> byRegion(
      ReachResult result,
      java.util.function.Function<Region, String> codeOf,
      java.util.function.UnaryOperator<String> nameOf) {
    Map<String, int[]> counts = new HashMap<>();
    count(
        result,
        i -> {
          Region county = result.county(i);
          return county == null ? null : codeOf.apply(county);
        },
        counts);
    List<RegionTally> tallies = new ArrayList<>();
    counts.forEach(
        (code, n) ->
            tallies.add(
                new RegionTally(
                    code,
                    code == null ? null : nameOf.apply(code),
                    n[PLACES],
                    n[REACHED],
                    n[BEYOND],
                    n[UNPLACED])));
    tallies.sort(
        Comparator.comparing((RegionTally t) -> -t.beyond())
            .thenComparing(RegionTally::code, Comparator.nullsLast(Comparator.naturalOrder())));
    return tallies;
  }

  private static <K> void count(ReachResult result, IntFunction<K> key, Map<K, int[]> counts) {
    for (int i = 0; i < result.places.size(); i++) {
      int[] n = counts.computeIfAbsent(key.apply(i), any -> new int[4]);
      n[PLACES]++;
      switch (result.state(i)) {
        case REACHED -> n[REACHED]++;
        case LATE -> n[BEYOND]++;
        default -> n[UNPLACED]++;
      }
    }
  }
}
