package cn.anlan.web.serve;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.ServeLock;
import cn.anlan.data.store.Settings;
import cn.anlan.web.conf.OfficeConfig;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The HTTP service on an opened database. */
@SpringBootApplication(scanBasePackages = "cn.anlan.web")
public class Server {

  /**
   * Serves on 127.0.0.1 until the process is told to end; then everything is closed in the order in
   * which it depends on one another, whatever signal came. The database is closed by whoever opened
   * it.
   */
  public static void runUntilStopped(Settings settings, Database database, ServeLock lock, int port)
      throws InterruptedException {
    ConfigurableApplicationContext context = start(settings, database, port);
    Thread ending =
        new Thread(
            () -> {
              context.close();
              lock.close();
            },
            "ending");
    Runtime.getRuntime().addShutdownHook(ending);
    lock.announce(port);
    String address = "http://127.0.0.1:" + port + "/";
    System.out.println("安澜已启动，正在装入图层 (serving, the layers are being loaded): " + address);
    LiveSnapshots snapshots = context.getBean(LiveSnapshots.class);
    while (!snapshots.isComplete()) {
      Thread.sleep(100);
    }
    System.out.println("安澜已就绪 (ready): " + address);
    new CountDownLatch(1).await();
  }

  /** Starts the service and returns at once; port 0 takes any free port. */
  public static ConfigurableApplicationContext start(
      Settings settings, Database database, int port) {
    OfficeConfig config = OfficeConfig.load(settings.confDir());
    return new SpringApplicationBuilder(Server.class)
        .properties(Map.of("server.port", port))
        .initializers(
            context -> {
              GenericApplicationContext beans = (GenericApplicationContext) context;
              beans.registerBean(Settings.class, () -> settings);
              // Closed by whoever opened it, after the service has ended.
              beans.registerBean(
                  Database.class, () -> database, bean -> bean.setDestroyMethodName(""));
              beans.registerBean(OfficeConfig.class, () -> config);
            })
        .registerShutdownHook(false)
        .run();
  }
}
