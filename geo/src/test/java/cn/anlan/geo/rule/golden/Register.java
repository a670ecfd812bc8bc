package cn.anlan.geo.rule.golden;

import cn.anlan.geo.rule.Distance;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.file.RuleBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The page that lists all rules, as it follows from the rule files: what stands in {@code
 * docs/rules-register.md}. Run {@link #main} from the module's directory after a rule has changed.
 */
public final class Register {
  static final Path PAGE = Path.of("../docs/rules-register.md");

  private Register() {}

  public static void main(String[] arguments) throws IOException {
    Files.createDirectories(PAGE.getParent());
    Files.write(PAGE, text(RuleBook.load(null)).getBytes(StandardCharsets.UTF_8));
  }

  static String text(RuleBook rules) {
    StringBuilder page =
        new StringBuilder(
            """
            # 规则登记表 Register of rules

            本页由规则文件（`geo/src/main/resources/rules`）生成，测试保证与之一致；改了规则，在 `geo` 目录运行测试类
            `Register` 的 `main` 重写本页。规则语言见 [rules.md](rules.md)。

            - **状态**：*可算* = 数值和图层齐备；*部分* = 有的表值未录入；*引用* = 表值未录入，附近有目标的只能判 NOT_ASSESSABLE。
            - **出处**：T 读过官方文本存本，P 读自第三方网页，S 见于来文，D 行业知识或本产品设计。
            - 全部规则均未经单位签认（`sign_off: unsigned`）；`[verify]` 须核实，`[design]` 为本产品所定，没有法律依据。

            | 编号 id | 规则 title | 类别 kind | 对象 subject | 距离 D | 依据 basis | 施行 in force | 状态 status | 待核 open points |
            |---|---|---|---|---|---|---|---|---|
            """);
    Map<String, List<Rule>> byFile = new LinkedHashMap<>();
    for (Rule rule : rules.rules()) {
      byFile.computeIfAbsent(rule.id() + " " + rule.version(), k -> new ArrayList<>()).add(rule);
    }
    byFile.values().stream().map(Register::row).forEach(page::append);
    return page.toString();
  }

  /** One row for a rule with all its subjects. */
  private static String row(List<Rule> subjects) {
    Rule rule = subjects.get(0);
    List<String> cells =
        List.of(
            rule.id() + (rule.version().equals("1") ? "" : "（" + rule.version() + "）"),
            rule.title().zh() + "<br>" + rule.title().en(),
            rule.kind().name().code(),
            subjects.stream().map(r -> r.subject().layer()).collect(Collectors.joining("<br>")),
            distances(subjects),
            rule.basis().law().zh()
                + " "
                + rule.basis().article()
                + "〔"
                + rule.basis().basisOrigin()
                + "〕",
            rule.valid().from() + (rule.valid().to() == null ? " 起" : " 至 " + rule.valid().to()),
            status(subjects),
            rule.signOff().openPoints().stream()
                .map(point -> point.split(" / ")[0])
                .collect(Collectors.joining("<br>")));
    return cells.stream()
        .map(cell -> cell.replace("|", "\\\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String distances(List<Rule> subjects) {
    Set<String> figures = new LinkedHashSet<>();
    for (Rule rule : subjects) {
      rule.targets().forEach(target -> figures.add(target.layer() + " " + figure(rule, target)));
    }
    return figures.isEmpty() ? "–" : String.join("<br>", figures);
  }

  private static String figure(Rule rule, Target target) {
    if (rule.kind() instanceof RuleKind.Count count) {
      return metres(count.withinM()) + " 内";
    }
    if (target.reach() != null) {
      return "上游 "
          + metres(target.reach().upstreamM())
          + "、下游 "
          + metres(target.reach().downstreamM());
    }
    if (target.distance() == null) {
      return "区内";
    }
    return target.distance().rows().stream()
        .map(Distance.Row::length)
        .map(
            length ->
                length instanceof Distance.Length.Fixed fixed
                    ? metres(fixed.metres())
                    : length instanceof Distance.Length.Unknown ? "表值未录入" : "按字段")
        .distinct()
        .collect(Collectors.joining("、"));
  }

  private static String metres(double metres) {
    return String.format(Locale.ROOT, metres == Math.rint(metres) ? "%.0f m" : "%.1f m", metres);
  }

  /** How much of a rule can be computed. */
  private static String status(List<Rule> subjects) {
    List<Distance.Length> lengths =
        subjects.stream()
            .flatMap(rule -> rule.targets().stream())
            .filter(target -> target.distance() != null)
            .flatMap(target -> target.distance().rows().stream())
            .map(Distance.Row::length)
            .toList();
    long open = lengths.stream().filter(Distance.Length.Unknown.class::isInstance).count();
    return open == 0 ? "可算" : open == lengths.size() ? "引用" : "部分";
  }
}
