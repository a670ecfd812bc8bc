package cn.anlan.web.accidents;

import cn.anlan.analytics.accident.Accident;
import cn.anlan.analytics.accident.Comparability;
import cn.anlan.analytics.accident.Comparison;
import cn.anlan.analytics.accident.Measure;
import cn.anlan.analytics.accident.Window;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.statistics.FalseDiscovery;
import cn.anlan.analytics.statistics.GarwoodInterval;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 同比 of the province and of the units of a level. */
final class Comparisons {
  /** A change is called real among many when it is so at this false discovery rate. */
  static final double RATE = 0.10;

  private static final List<Measure> MEASURES = List.of(Measure.ACCIDENTS, Measure.DEATHS);

  /**
   * @param code of the unit, or several joined by + where one unit was split and only its parts
   *     together can be compared
   * @param qValue of the change among all rows of the level; null for the province
   * @param holdsAmongMany whether the change is real also when all units are looked at together
   * @param note what must be known of the unit, or null
   */
  record Row(
      String code,
      String name,
      String measure,
      long current,
      long previous,
      BigDecimal changePct,
      double pValue,
      Double qValue,
      Boolean holdsAmongMany,
      String method,
      double dispersion,
      GarwoodInterval currentInterval95,
      GarwoodInterval previousInterval95,
      String verdict,
      Text explanation,
      Text note) {}

  /**
   * @param realByChance how many of the units' changes chance alone makes look real at 5 %
   */
  record Answer(Manifest manifest, Window previous, List<Row> rows, double realByChance) {}

  private record Compared(Comparability group, Measure measure, Comparison comparison) {}

  private Comparisons() {}

  /**
   * @throws UserFault where nothing is known of the window of the year before
   */
  static Answer of(AccidentFacts facts) {
    Window window = facts.window();
    if (window.yearsBefore(1).from().isBefore(facts.firstDay())) {
      throw new UserFault(
          "上年同期 %s 起没有数据，不是零 (nothing is known of the year before, which is not zero)"
              .formatted(window.yearsBefore(1).from()),
          "取 %s 之后的起始日 (begin on or after)".formatted(facts.firstDay().plusYears(1)));
    }
    List<Row> rows = new ArrayList<>();
    List<Compared> units = new ArrayList<>();
    for (Measure measure : MEASURES) {
      Comparison all = compare(facts, facts.book().all(), measure, window);
      rows.add(row("360000", facts.name("360000"), all, null, null));
    }
    if (facts.question().level() != UnitLevel.PROVINCE) {
      Map<String, List<Accident>> byUnit =
          facts.book().byUnit(facts.question().level(), facts.asOf());
      List<Comparability> groups =
          Comparability.groups(
              facts.book().tree(),
              facts.question().level(),
              window.yearsBefore(1).from(),
              facts.asOf());
      for (Measure measure : MEASURES) {
        for (Comparability group : groups) {
          List<Accident> accidents =
              group.together().stream()
                  .flatMap(c -> byUnit.getOrDefault(c, List.of()).stream())
                  .toList();
          units.add(new Compared(group, measure, compare(facts, accidents, measure, window)));
        }
      }
    }
    double[] q =
        FalseDiscovery.adjusted(units.stream().mapToDouble(u -> u.comparison().pValue()).toArray());
    for (int i = 0; i < q.length; i++) {
      Compared unit = units.get(i);
      String code = String.join("+", unit.group().together());
      String name = String.join("、", unit.group().together().stream().map(facts::name).toList());
      rows.add(row(code, name, unit.comparison(), q[i], note(unit.group())));
    }
    return new Answer(
        facts.manifest("compare", window), window.yearsBefore(1), rows, 0.05 * units.size());
  }

  private static Comparison compare(
      AccidentFacts facts, List<Accident> accidents, Measure measure, Window window) {
    return Comparison.of(
        accidents, measure, window, facts.firstDay(), facts.asOf(), facts.season(measure));
  }

  private static Row row(String code, String name, Comparison c, Double q, Text note) {
    return new Row(
        code,
        name,
        c.measure().word(),
        c.currentCount(),
        c.previousCount(),
        c.changePct(),
        c.pValue(),
        q,
        q == null ? null : q <= RATE,
        c.method().name().toLowerCase(Locale.ROOT),
        c.dispersion(),
        c.currentInterval(),
        c.previousInterval(),
        c.verdict().name().toLowerCase(Locale.ROOT),
        c.explanation(),
        note);
  }

  private static Text note(Comparability group) {
    String formers = String.join("、", group.merged());
    if (group.isSplit()) {
      return new Text(
          "上年同期为一个单位" + (formers.isEmpty() ? "" : "（" + formers + "）") + "，拆分前的数据分不开，合并比较",
          "one unit in the year before; only the parts together can be compared");
    }
    return formers.isEmpty()
        ? null
        : new Text("上年同期含 " + formers, "the year before includes " + formers);
  }
}
