package cn.anlan.web.cli;

import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that print a result as a table or as JSON. */
final class ReportOutput {
  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "输出格式 (format), 默认 ${DEFAULT-VALUE}")
  private ReportFormat format;

  @Mixin private final OutputOption output = new OutputOption();

  <T> void print(T report, Function<T, String> table) {
    output.print(format == ReportFormat.JSON ? Json.pretty(report) : table.apply(report));
  }
}
