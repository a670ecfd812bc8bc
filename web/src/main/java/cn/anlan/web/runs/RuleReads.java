package cn.anlan.web.runs;

import cn.anlan.geo.rule.Distance;
import cn.anlan.geo.rule.Distance.Length;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Target;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which layers a rule's findings depend on, and how.
 *
 * @param subjects the layer whose rows are judged: a change concerns the row itself
 * @param targets layers of what is measured to: a change concerns the subjects in its reach
 * @param shared those of them that several targets of the rule stand in
 * @param others layers of which any change may concern any subject
 * @param distanceM the farthest distance that the rule can ask for; infinite where that is open
 * @param offsetM the most that a distance is reduced by where a shape stands in for another
 */
record RuleReads(
    String subjects,
    Set<String> targets,
    Set<String> shared,
    Set<String> others,
    double distanceM,
    double offsetM) {
  static final String SHORES = "shoreline";
  static final String WATERS = "water_body";
  static final String COVERAGE = "coverage";
  static final String REGIONS = "region";

  /** What the findings of a rule depend on, in all its versions: they are judged by each other. */
  static RuleReads of(Collection<Rule> versions) {
    Set<String> targets = new TreeSet<>();
    Set<String> shared = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    double distanceM = 0;
    double offsetM = 0;
    for (Rule rule : versions) {
      boolean byDistance =
          !(rule.kind() instanceof RuleKind.AlongRiver)
              && !(rule.kind() instanceof RuleKind.Count count && count.along() != null);
      if (rule.kind() instanceof RuleKind.AlongRiver river) {
        others.add(river.river().layer());
      } else if (rule.kind() instanceof RuleKind.Count count) {
        distanceM = Math.max(distanceM, count.withinM());
        if (count.along() != null) {
          others.add(count.along().layer());
        }
      }
      Set<String> once = new TreeSet<>();
      for (Target target : rule.targets()) {
        if (!once.add(target.layer())) {
          shared.add(target.layer());
        }
        (byDistance ? targets : others).add(target.layer());
        double away = awayM(target.proxy()) + awayM(rule.subject().proxy());
        double sigmaM = sigmaM(target.proxy()) + sigmaM(rule.subject().proxy());
        distanceM = Math.max(distanceM, mostM(target.distance()) + away + sigmaM);
        offsetM = Math.max(offsetM, away);
      }
    }
    return new RuleReads(
        versions.iterator().next().subject().layer(), targets, shared, others, distanceM, offsetM);
  }

  private static double awayM(Target.Proxy proxy) {
    return proxy == null ? 0 : mostM(proxy.offset()) + mostM(proxy.extent());
  }

  private static double sigmaM(Target.Proxy proxy) {
    return proxy == null ? 0 : proxy.sigmaM();
  }

  /** The greatest metres of a table; infinite where it leaves that open for some pair. */
  private static double mostM(Distance distance) {
    if (distance == null) {
      return 0;
    }
    double most = 0;
    boolean always = false;
    for (Distance.Row row : distance.rows()) {
      always |= row.subject() == null && row.target() == null;
      if (row.length() instanceof Length.Fixed fixed) {
        most = Math.max(most, fixed.metres());
      } else if (row.length() instanceof Length.Unknown unknown && unknown.atMostM() != null) {
        most = Math.max(most, unknown.atMostM());
      } else if (!(row.length() instanceof Length.NotBinding)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return always || distance.otherwise() == Distance.Otherwise.NOT_APPLICABLE
        ? most
        : Double.POSITIVE_INFINITY;
  }

  /** Whether coverage of the layer may be asked for. */
  boolean measuresTo(String layer) {
    return targets.contains(layer) || others.contains(layer);
  }

  /** All layers, also those that every rule reads. */
  Set<String> layers() {
    Set<String> layers = new TreeSet<>(targets);
    layers.addAll(others);
    layers.add(subjects);
    layers.add(COVERAGE);
    layers.add(REGIONS);
    if (targets.contains(SHORES)) {
      layers.add(WATERS);
    }
    return layers;
  }
}
