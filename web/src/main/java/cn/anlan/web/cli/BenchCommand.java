package cn.anlan.web.cli;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.store.Progress;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan bench NAME}: measures, prints a table and keeps the figures. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "测量速度与内存 (measure speed and memory)")
public final class BenchCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = {
        "scale：装入示例省和内存快照 (loading the demonstration province and its snapshots)",
        "screening：在现有数据上核查拟选场址 (screening sites on the data at hand)"
      })
  private String name;

  @Option(
      names = "--scale",
      paramLabel = "S",
      defaultValue = "1",
      description = "台账规模，1 为全省 (share of the full province, 0 < S <= 1), 默认 ${DEFAULT-VALUE}")
  private double scale;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "bench/results",
      description = "结果目录 (where the figures are kept), 默认 ${DEFAULT-VALUE}")
  private Path output;

  @Override
  public Integer call() throws Exception {
    switch (name) {
      case "scale" -> {
        if (!(scale > 0 && scale <= 1)) {
          throw new UserFault(
              "--scale " + scale + " 超出范围 (out of range)", "取大于 0、不超过 1 的数 (take 0 < S <= 1)");
        }
        DemoPlan plan = new DemoPlan(DemoPlan.DEFAULT_SEED, scale);
        ScaleResult result = new ScaleBench(plan, Progress.toStderr()).run();
        keep(result.date(), result.text(), result);
      }
      case "screening" -> {
        ScreeningResult result = new ScreeningBench(Progress.toStderr()).run();
        keep(result.date(), result.text(), result);
      }
      default ->
          throw new UserFault(
              "没有这项测量 (no such measurement): " + name, "可用 (known): scale, screening");
    }
    return 0;
  }

  private void keep(String date, String text, Object result) throws IOException {
    System.out.print(text);
    Files.createDirectories(output);
    Path file = output.resolve(name + "-" + date + ".json");
    Files.writeString(file, Json.pretty(result));
    Files.writeString(output.resolve(name + "-" + date + ".txt"), text);
    System.out.println(file);
  }
}
