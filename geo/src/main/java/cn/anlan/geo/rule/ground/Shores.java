package cn.anlan.geo.rule.ground;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Attributes;
import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Shore;
import cn.anlan.geo.rule.Target;
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
  public record Selection(List<Candidate> primary, List<Candidate> others) {}

  /**
   * A shore under a rule; {@code openField} is the missing field, if it is not known to be bound.
   */
  public record Candidate(Shore shore, GeodesicTarget target, String openField) {}

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
    return rule.targets().stream()
        .filter(Target::isShoreline)
        .flatMap(target -> select(target, true).primary().stream())
        .map(Candidate::shore)
        .toList();
  }

  /** What is measured to, for subjects that may or may not be judged on invented shores. */
  public Selection select(Target target, boolean allowsDemo) {
    List<Candidate> primary = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    Predicate<Shore> decides = shore -> allowsDemo || !shore.isDemo();
    for (List<Indexed> water : byWater.values()) {
      int best =
          water.stream().map(Indexed::shore).filter(decides).mapToInt(Shore::rank).min().orElse(-1);
      for (Indexed i : water) {
        Attributes attributes = Attributes.of(i.shore.waterAttributes());
        Logic bound = Condition.test(target.filter(), attributes);
        if (bound == Logic.FALSE) {
          continue;
        }
        String open =
            bound == Logic.TRUE ? null : String.join(", ", target.filter().missing(attributes));
        boolean first = decides.test(i.shore) && i.shore.rank() == best;
        (first ? primary : others).add(new Candidate(i.shore, i.target, open));
      }
    }
    return new Selection(primary, others);
  }
}
