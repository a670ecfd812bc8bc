package cn.anlan.geo.rule;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All shorelines of one data version, made ready for measuring and grouped by water. Building costs
 * some microseconds a vertex, so it is done once per data version. Immutable, for any threads.
 */
public final class Shores {
  private final Map<String, List<Indexed>> byWater;
  private final int size;

  /** A shore and its index. */
  record Indexed(Shore shore, GeodesicTarget target) {}

  /**
   * The shores that a rule measures to, and the others.
   *
   * @param primary of each water all shores of its best definition
   * @param others lesser ranked shores, and invented ones that may not decide
   */
  record Selection(List<Candidate> primary, List<Candidate> others) {}

  /**
   * A shore under a rule; {@code openField} is the missing field, if it is not known to be bound.
   */
  record Candidate(Shore shore, GeodesicTarget target, String openField) {}

  private Shores(Map<String, List<Indexed>> byWater, int size) {
    this.byWater = byWater;
    this.size = size;
  }

  /**
   * @throws UserFault where a shore's geometry cannot be measured, naming the shore
   */
  public static Shores of(Collection<Shore> shores) {
    List<Indexed> indexed =
        shores.parallelStream()
            .map(Shores::index)
            .sorted(
                Comparator.comparingInt((Indexed i) -> i.shore.rank())
                    .thenComparing(i -> i.shore.code())
                    .thenComparing(i -> i.shore.id()))
            .toList();
    Map<String, List<Indexed>> byWater = new TreeMap<>();
    for (Indexed i : indexed) {
      byWater.computeIfAbsent(i.shore.waterCode(), k -> new ArrayList<>()).add(i);
    }
    return new Shores(byWater, indexed.size());
  }

  private static Indexed index(Shore shore) {
    try {
      return new Indexed(shore, GeodesicTarget.of(shore.geometry()));
    } catch (UserFault e) {
      throw new UserFault("岸线 / shoreline " + shore.code() + ": " + e.getMessage(), e.remedy());
    }
  }

  public int size() {
    return size;
  }

  /**
   * The shores that {@code rule} measures to where invented ones count, for drawing them; by water.
   */
  public List<Shore> measuredBy(Rule rule) {
    return select(rule, true).primary().stream().map(Candidate::shore).toList();
  }

  /**
   * What {@code rule} measures to, for subjects that may or may not be judged on invented shores.
   */
  Selection select(Rule rule, boolean allowsDemo) {
    List<Candidate> primary = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    Predicate<Shore> decides = shore -> allowsDemo || !shore.isDemo();
    for (List<Indexed> water : byWater.values()) {
      int best =
          water.stream().map(Indexed::shore).filter(decides).mapToInt(Shore::rank).min().orElse(-1);
      for (Indexed i : water) {
        Boolean bound = rule.target().where().agree(i.shore.waterAttributes());
        if (Boolean.FALSE.equals(bound)) {
          continue;
        }
        String open = rule.target().where().findMissing(i.shore.waterAttributes()).orElse(null);
        boolean first = decides.test(i.shore) && i.shore.rank() == best;
        (first ? primary : others).add(new Candidate(i.shore, i.target, open));
      }
    }
    return new Selection(primary, others);
  }
}
