package cn.anlan.web.cli;

import cn.anlan.data.store.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./anlan doctor}: what is there, what is missing, which database, what is loaded. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "检查环境、数据库和已装入的图层 (what is there, what is missing, what is loaded)")
public final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "输出格式 (format)")
  private ReportFormat format;

  @Override
  public Integer call() {
    Examination examination = Examination.of(Settings.fromEnvironment());
    System.out.print(format == ReportFormat.JSON ? Json.pretty(examination) : examination.text());
    return examination.healthy() ? 0 : 1;
  }
}
