package cn.anlan.web.cli;

import cn.anlan.geo.text.Text;
import cn.anlan.web.assessment.AssessmentAnswer;
import cn.anlan.web.assessment.AssessmentAnswer.Contribution;
import cn.anlan.web.assessment.AssessmentAnswer.Manifest;
import cn.anlan.web.assessment.AssessmentAnswer.Region;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Grades as plain text for the command line. */
final class AssessmentText {
  private AssessmentText() {}

  /** All regions, worst first. */
  static String table(AssessmentAnswer answer) {
    Table table =
        new Table(
            "编码 code",
            "名称 name",
            "等级 grade",
            "得分 score",
            "稳定 holds %",
            "否决 vetoes",
            "主要原因 main reason");
    answer.regions().stream()
        .sorted(
            Comparator.comparing((Region r) -> r.level() == null ? 5 : r.level())
                .thenComparing(r -> r.score() == null ? 0 : -r.score()))
        .forEach(
            r ->
                table.row(
                    r.code(),
                    r.name(),
                    colour(r.level()),
                    r.score() == null ? "" : r.score(),
                    r.sensitivity().weights() == null
                        ? ""
                        : Math.round(100 * r.sensitivity().weights())
                            + "/"
                            + Math.round(100 * r.sensitivity().counts()),
                    r.vetoes().stream()
                        .map(AssessmentAnswer.Veto::id)
                        .collect(Collectors.joining(", ")),
                    r.explanation().size() < 2 ? "" : r.explanation().get(1).zh()));
    return table.text() + "\n" + provenance(answer.manifest());
  }

  /** One region in full, Chinese with English below each sentence. */
  static String explanation(AssessmentAnswer.One answer) {
    Region region = answer.region();
    StringBuilder text = new StringBuilder();
    sentences(text, region.explanation());
    section(text, "怎样才能好转 what would have to change", region.toNextBetter());
    Table table = new Table("指标 indicator", "数值 figure", "平滑 smoothed", "权重 weight", "得分 points");
    for (Contribution c : region.contributions()) {
      table.row(c.title().zh(), c.raw() + " " + c.unit(), c.smoothed(), c.weight(), c.points());
    }
    text.append('\n').append(table.text());
    if (region.sensitivity().weights() != null) {
      text.append(
          "\n颜色不变的占比 (the colour holds): 权重±20%% %.0f%%, 计数重抽 (counts) %.0f%%\n"
              .formatted(
                  100 * region.sensitivity().weights(), 100 * region.sensitivity().counts()));
    }
    text.append("固有风险，不计入得分 (inherent, not in the score): ")
        .append(
            region.overlay().stream()
                .map(o -> o.title().zh() + " " + o.value() + o.unit())
                .collect(Collectors.joining("，")))
        .append('\n');
    section(text, "说明 notes", region.notes());
    text.append("\n近12个月 (months): ")
        .append(
            answer.history().stream()
                .map(p -> p.asOf() + " " + colour(p.level()) + " " + p.score())
                .collect(Collectors.joining("; ")))
        .append("\n\n");
    return text + provenance(answer.manifest());
  }

  private static void section(StringBuilder text, String title, List<Text> sentences) {
    if (!sentences.isEmpty()) {
      text.append('\n').append(title).append('\n');
      sentences(text, sentences);
    }
  }

  private static void sentences(StringBuilder text, List<Text> sentences) {
    sentences.forEach(s -> text.append(s.zh()).append("\n  ").append(s.en()).append('\n'));
  }

  private static String provenance(Manifest m) {
    StringBuilder text = new StringBuilder();
    m.notes().forEach(n -> text.append(n.zh()).append(" (").append(n.en()).append(")\n"));
    text.append(
        "%s模型 model %s v%d，基线 baseline %s，评估日期 as of %s，数据截止 data cut-off %s，数据版本 data version %d，sha256 %s\n"
            .formatted(
                m.isDemo() ? "示例数据 (invented data)；" : "",
                m.model(),
                m.modelVersion(),
                m.baseline(),
                m.asOf(),
                m.dataCutOff(),
                m.dataVersion(),
                m.sha256()));
    return text.toString();
  }

  private static String colour(Integer level) {
    if (level == null) {
      return "未评 none";
    }
    return switch (level) {
      case 1 -> "红 red";
      case 2 -> "橙 orange";
      case 3 -> "黄 yellow";
      default -> "绿 green";
    };
  }
}
