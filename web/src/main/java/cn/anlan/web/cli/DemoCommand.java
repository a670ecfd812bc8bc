package cn.anlan.web.cli;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.ServeLock;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.results.DemoResults;
import cn.anlan.web.serve.Server;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./anlan demo}: everything set up, the invented province loaded once, and the map. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "建库、装入示例省并启动服务 (set up, load the demonstration province, serve)")
public final class DemoCommand implements Callable<Integer> {
  @Mixin private PortOption port;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "20191",
      description = "示例数据的种子 (seed of the invented data), 默认 ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--scale",
      paramLabel = "S",
      defaultValue = "0.1",
      description =
          "台账规模，1 为全省 (share of the full province's ledgers, 0 < S <= 1), 默认 ${DEFAULT-VALUE}")
  private double scale;

  @Option(names = "--load-only", description = "只装入，不启动服务 (load, do not serve)")
  private boolean loadOnly;

  @Override
  public Integer call() throws Exception {
    if (!(scale > 0 && scale <= 1)) {
      throw new UserFault(
          "--scale " + scale + " 超出范围 (out of range)", "取大于 0、不超过 1 的数 (take 0 < S <= 1)");
    }
    DemoPlan plan = new DemoPlan(seed, scale);
    Settings settings = Settings.fromEnvironment();
    if (loadOnly) {
      try (Database database = Database.open(settings, Progress.toStderr()).closeAtExit()) {
        load(database, plan);
      }
      return 0;
    }
    port.requireFree();
    try (ServeLock lock = ServeLock.acquire(settings.varDir());
        Database database = Database.open(settings, Progress.toStderr()).closeAtExit()) {
      load(database, plan);
      Server.runUntilStopped(settings, database, lock, port.number());
    }
    return 0;
  }

  /** What was analysed belongs to a province that has just been loaded; else it stays as it is. */
  private static void load(Database database, DemoPlan plan) {
    if (!InitialData.ensureDemo(database, plan, Progress.toStderr()).isEmpty()) {
      DemoResults.write(database, Progress.toStderr());
    }
  }
}
