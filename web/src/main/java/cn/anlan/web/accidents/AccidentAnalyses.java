package cn.anlan.web.accidents;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.sheet.Sheet;
import java.util.List;
import java.util.function.Supplier;

/** The analyses of accidents by their names: one way in for the service and the command line. */
public final class AccidentAnalyses {
  /** Of unit-months; how many months a control chart looks at. */
  public static final int CONTROL_MONTHS = Control.MONTHS;

  /** The analyses, as addresses and the command line name them. */
  public static final List<String> NAMES =
      List.of("summary", "compare", "targets", "control-chart", "seasonality");

  /**
   * @param answer a record for programs
   * @param sheet the same for people
   */
  public record Result(Object answer, Supplier<Sheet> sheet) {}

  private final List<String> sectors;

  public AccidentAnalyses(Catalog catalog) {
    this.sectors = catalog.getCodes("sector").codes().stream().map(Code::value).toList();
  }

  /**
   * @param name one of {@link #NAMES}
   * @param months how many a control chart looks at; the others do not ask
   * @throws UserFault where the name is none, or the question cannot be answered
   */
  public Result run(
      String name, Generation generation, Scope scope, AccidentQuestion question, int months) {
    AccidentFacts facts = new AccidentFacts(generation, scope, sectors, question);
    switch (name) {
      case "summary" -> {
        Summary.Answer answer = Summary.of(facts);
        return new Result(answer, () -> AccidentSheets.of(answer));
      }
      case "compare" -> {
        Comparisons.Answer answer = Comparisons.of(facts);
        return new Result(answer, () -> AccidentSheets.of(answer));
      }
      case "targets" -> {
        Targets.Answer answer = Targets.of(facts, generation, scope);
        return new Result(answer, () -> AccidentSheets.of(answer));
      }
      case "control-chart" -> {
        Control.Answer answer = Control.of(facts, months);
        return new Result(answer, () -> AccidentSheets.of(answer));
      }
      case "seasonality" -> {
        Seasons.Answer answer = Seasons.of(facts);
        return new Result(answer, () -> AccidentSheets.of(answer));
      }
      default ->
          throw new UserFault(
              "分析 " + name + " 不存在 (no such analysis)", "取 (take) " + String.join(", ", NAMES));
    }
  }
}
