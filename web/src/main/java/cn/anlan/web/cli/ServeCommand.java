package cn.anlan.web.cli;

import cn.anlan.data.initial.InitialData;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.ServeLock;
import cn.anlan.data.store.Settings;
import cn.anlan.web.serve.Server;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./anlan serve}: the service on what the database holds. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "启动服务，仅本机可访问 (serve on 127.0.0.1)")
public final class ServeCommand implements Callable<Integer> {
  @Mixin private PortOption port;

  @Override
  public Integer call() throws Exception {
    Settings settings = Settings.fromEnvironment();
    port.requireFree();
    try (ServeLock lock = ServeLock.acquire(settings.varDir());
        Database database = Database.open(settings, Progress.toStderr()).closeAtExit()) {
      InitialData.ensureBaseMap(database, Progress.toStderr());
      Server.runUntilStopped(settings, database, lock, port.number());
    }
    return 0;
  }
}
