package cn.anlan.web.ledger;

import cn.anlan.analytics.ledger.HazardFigure;
import cn.anlan.analytics.ledger.HazardLedger.Grade;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which hazards make up a figure of a unit. */
final class Lineage {
  /** So many codes are listed at most; the count is always that of all. */
  static final int MOST = 10_000;

  /**
   * @param count all rows of the figure
   * @param codes business keys of the first of them, in the order of the layer's rows
   */
  record Answer(
      String unit,
      String name,
      String figure,
      String grade,
      LocalDate asOf,
      long dataVersion,
      String layer,
      long count,
      List<String> codes) {}

  private Lineage() {}

  /**
   * @param figure word of a {@link HazardFigure}
   * @param grade major, general, ungraded, or null for all
   * @throws UserFault for a figure, grade or unit that is none
   */
  static Answer of(
      LedgerFacts facts,
      UnitLevel level,
      String unit,
      String figure,
      String grade,
      LocalDate asOf,
      int limit) {
    HazardFigure of =
        HazardFigure.find(figure)
            .orElseThrow(
                () ->
                    fault(
                        "figure=" + figure,
                        Arrays.stream(HazardFigure.values())
                            .map(HazardFigure::word)
                            .collect(Collectors.joining(", "))));
    Grade wanted = grade == null ? null : grade(grade);
    if (limit < 1 || limit > MOST) {
      throw fault("limit=" + limit, "1.." + MOST);
    }
    boolean known =
        unit.isEmpty()
            || facts.tree().valid(level, asOf).stream().anyMatch(u -> u.code().equals(unit));
    if (!known) {
      throw fault("unit=" + unit, "该级别当日有效的单位编码 (a unit of this level that is valid on the day)");
    }
    LayerSnapshot hazards = facts.layer("hazard");
    List<String> codes = new ArrayList<>();
    long[] count = new long[1];
    facts
        .hazards()
        .rows(
            of,
            wanted,
            level,
            unit,
            asOf,
            row -> {
              if (count[0]++ < limit) {
                codes.add(hazards.text(LayerSnapshot.CODE, row));
              }
            });
    return new Answer(
        unit,
        facts.name(unit),
        of.word(),
        grade,
        asOf,
        facts.dataVersion(),
        "hazard",
        count[0],
        codes);
  }

  private static Grade grade(String word) {
    return Arrays.stream(Grade.values())
        .filter(g -> g.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> fault("grade=" + word, "major, general, ungraded"));
  }

  private static UserFault fault(String what, String take) {
    return new UserFault(what + " 不支持 (not supported)", "取 (take) " + take);
  }
}
