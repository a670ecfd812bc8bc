package cn.anlan.analytics.grade;

import cn.anlan.geo.text.Text;
import java.util.Optional;

/**
 * Grade of an enterprise from its risk points: the worst of their levels. A rule by numbers (three
 * orange points make it red) may be switched on. Ours, without legal basis.
 */
public record EnterpriseTable(String id, int version, Text title, Text source, CountRule countRule)
    implements VersionedTable {

  /**
   * @param enabled whether it is applied at all
   * @param ofLevel the level that is counted
   * @param atLeast from how many on
   * @param becomes the level that the enterprise then has
   */
  public record CountRule(boolean enabled, int ofLevel, int atLeast, int becomes) {}

  public EnterpriseTable {
    if (id == null || version < 1 || title == null || source == null || countRule == null) {
      throw new IllegalArgumentException("needs id, version, title, source and count_rule");
    }
  }

  /**
   * The level, 1 worst; empty where there is no risk point.
   *
   * @param byLevel how many risk points of level 1 to 4 there are
   */
  public Optional<Integer> level(int[] byLevel) {
    for (int level = 1; level <= byLevel.length; level++) {
      if (byLevel[level - 1] > 0) {
        return Optional.of(countRuleFires(byLevel) ? Math.min(level, countRule.becomes()) : level);
      }
    }
    return Optional.empty();
  }

  /** Whether the rule by numbers is switched on and holds. */
  public boolean countRuleFires(int[] byLevel) {
    return countRule.enabled() && byLevel[countRule.ofLevel() - 1] >= countRule.atLeast();
  }
}
