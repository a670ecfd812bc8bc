package cn.anlan.analytics.accident;

import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of today's units can be compared with an earlier time. Where a unit was split in between,
 * its earlier figures count in one of the parts and cannot be told apart: only the parts together
 * can be compared. Where units were merged, their earlier figures count in the one that followed.
 *
 * @param together codes of units that were one unit then, in order; one code where nothing changed
 * @param merged names of units of then that have gone into these, empty where none
 */
public record Comparability(List<String> together, List<String> merged) {

  public boolean isSplit() {
    return together.size() > 1;
  }

  /** The groups of units of a level that are comparable between two days, in order of code. */
  public static List<Comparability> groups(
      UnitTree tree, UnitLevel level, LocalDate then, LocalDate now) {
    Map<String, List<String>> byFormer = new TreeMap<>();
    for (Unit unit : tree.valid(level, now)) {
      String former = tree.find(unit.code(), level, then).map(Unit::code).orElse(unit.code());
      byFormer.computeIfAbsent(former, any -> new ArrayList<>()).add(unit.code());
    }
    Map<String, List<String>> formers = new TreeMap<>();
    for (Unit unit : tree.valid(level, then)) {
      tree.find(unit.code(), level, now)
          .filter(successor -> !successor.code().equals(unit.code()))
          .ifPresent(
              successor ->
                  formers
                      .computeIfAbsent(successor.code(), any -> new ArrayList<>())
                      .add(unit.name()));
    }
    return byFormer.values().stream()
        .map(
            codes ->
                new Comparability(
                    codes,
                    codes.stream()
                        .flatMap(c -> formers.getOrDefault(c, List.of()).stream())
                        .distinct()
                        .toList()))
        .sorted((a, b) -> a.together().get(0).compareTo(b.together().get(0)))
        .toList();
  }
}
