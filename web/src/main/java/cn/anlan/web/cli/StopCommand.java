package cn.anlan.web.cli;

import cn.anlan.data.store.PrivateCluster;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.ServeLock;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** {@code ./anlan stop}: ends the service of this var directory, and its private PostGIS. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "停止服务和私有数据库 (stop the service and the private database)")
public final class StopCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public Integer call() throws Exception {
    Settings settings = Settings.fromEnvironment();
    Optional<ServeLock.Holder> holder = ServeLock.findHolder(settings.varDir());
    if (holder.isPresent()) {
      end(holder.get().pid());
      System.out.println("服务已停止 (stopped): pid " + holder.get().pid());
    } else {
      System.out.println("没有正在运行的服务 (no service was running)");
    }
    if (settings.dbUrl().isEmpty()) {
      PrivateCluster.stopIfUnused(settings.varDir(), Progress.toStderr());
    }
    return 0;
  }

  private static void end(long pid) throws Exception {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return;
    }
    if (!process.get().destroy()) {
      throw new UserFault("无权停止进程 (may not stop process) " + pid, "以启动它的用户执行 (run as its user)");
    }
    try {
      process.get().onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      process.get().destroyForcibly();
    }
  }
}
