package cn.anlan.web.cli;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** The last day of the crashes that count. */
final class LastDayOption {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "计入事故的最后一日 (last day that counts), 默认最近一起事故之日 (the newest accident's)")
  private LocalDate asOf;

  /** Null: that of the newest crash. */
  LocalDate asOf() {
    return asOf;
  }
}
