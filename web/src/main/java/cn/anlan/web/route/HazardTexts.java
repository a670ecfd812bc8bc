package cn.anlan.web.route;

import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.DangerousGoods.Closure;
import cn.anlan.geo.road.hazard.HazardKind;
import cn.anlan.geo.road.hazard.HazardTable;
import cn.anlan.geo.road.route.Avoided;
import cn.anlan.geo.road.route.Passed;
import cn.anlan.geo.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says hazards in words: what a route passes, and why another was left. */
final class HazardTexts {
  private static final Text OFFICE = new Text("本单位封闭路段", "closed by the office");

  private final DangerousGoods model;
  private final HazardTable table;

  HazardTexts(DangerousGoods model, HazardTable table) {
    this.model = model;
    this.table = table;
  }

  /** Null for a closure of the office. */
  private HazardKind kind(Passed passed) {
    int kind = table.thing(passed.thing()).kind();
    return kind < 0 ? null : model.hazards().get(kind);
  }

  private Closure closure(Passed passed) {
    return model.closures().get(-1 - table.thing(passed.thing()).kind());
  }

  private String rule(Passed passed) {
    HazardKind kind = kind(passed);
    return kind == null ? "closure" : kind.kind();
  }

  private Text title(Passed passed) {
    HazardKind kind = kind(passed);
    return kind == null ? OFFICE : kind.title();
  }

  private Text why(Passed passed) {
    HazardKind kind = kind(passed);
    return kind == null ? closure(passed).why() : kind.why();
  }

  private Text source(Passed passed) {
    HazardKind kind = kind(passed);
    return kind == null ? closure(passed).name() : kind.source();
  }

  RouteAnswer.HazardPassed passed(Passed passed) {
    HazardTable.Thing thing = table.thing(passed.thing());
    Text why = why(passed);
    boolean exposes = passed.persons() > 0;
    return new RouteAnswer.HazardPassed(
        rule(passed),
        title(passed),
        thing.layer(),
        thing.code(),
        thing.name(),
        passed.fromM(),
        passed.toM(),
        passed.persons(),
        passed.risk(),
        new Text(
            why.zh()
                + "："
                + thing.name()
                + (exposes ? "，%.0f 人".formatted(passed.persons()) : "")
                + "，%.1f km".formatted(passed.lengthM() / 1000),
            why.en()
                + ": "
                + thing.name()
                + (exposes ? ", %.0f persons".formatted(passed.persons()) : "")
                + ", %.1f km".formatted(passed.lengthM() / 1000)));
  }

  RouteAnswer.Avoidance avoidance(Avoided avoided) {
    boolean ban = !avoided.closures().isEmpty();
    List<Passed> reasons = ban ? avoided.closures() : avoided.risks();
    return new RouteAnswer.Avoidance(
        avoided.longest().routeNo(),
        avoided.longest().name(),
        avoided.longest().fromStake(),
        avoided.longest().toStake(),
        new double[] {avoided.at().x, avoided.at().y},
        avoided.stretch().lengthM(),
        reasons.isEmpty()
            ? new Text("绕行路线顺带避开", "left on the way round another stretch")
            : ban ? closures(reasons) : risks(reasons, avoided),
        reasons.isEmpty() ? "along" : rule(reasons.get(0)),
        ban,
        avoided.extraS(),
        avoided.riskSaved(),
        reasons.isEmpty() ? null : source(reasons.get(0)));
  }

  private Text closures(List<Passed> closures) {
    Text why = why(closures.get(0));
    String names =
        closures.stream()
            .map(c -> table.thing(c.thing()).name())
            .distinct()
            .limit(3)
            .collect(Collectors.joining("、"));
    String more = closures.size() > 3 ? " … %d".formatted(closures.size()) : "";
    return new Text(why.zh() + "：" + names + more, why.en() + ": " + names + more);
  }

  /** The kinds that weigh most, each with how many things and persons. */
  private Text risks(List<Passed> risks, Avoided avoided) {
    Map<String, double[]> byKind = new LinkedHashMap<>(); // risk, things, persons
    Map<String, Text> titles = new LinkedHashMap<>();
    for (Passed p : risks) {
      titles.putIfAbsent(rule(p), title(p));
      double[] sums = byKind.computeIfAbsent(rule(p), any -> new double[3]);
      sums[0] += p.risk();
      sums[1]++;
      sums[2] += p.persons();
    }
    List<String> worst =
        byKind.keySet().stream()
            .sorted((a, b) -> Double.compare(byKind.get(b)[0], byKind.get(a)[0]))
            .limit(3)
            .toList();
    String zh =
        worst.stream()
            .map(
                k ->
                    "%s %.0f 处、%.0f 人"
                        .formatted(titles.get(k).zh(), byKind.get(k)[1], byKind.get(k)[2]))
            .collect(Collectors.joining("，"));
    String en =
        worst.stream()
            .map(
                k ->
                    "%s ×%.0f, %.0f persons"
                        .formatted(titles.get(k).en(), byKind.get(k)[1], byKind.get(k)[2]))
            .collect(Collectors.joining("; "));
    double each = avoided.stretch().risk();
    return new Text(
        "风险 %s：%s".formatted(RouteSheet.plain(each), zh),
        "a risk of %s: %s".formatted(RouteSheet.plain(each), en));
  }
}
