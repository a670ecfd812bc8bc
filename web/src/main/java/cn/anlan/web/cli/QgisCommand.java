package cn.anlan.web.cli;

import cn.anlan.data.store.ConnectionInfo;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.qgis.LayerSource;
import cn.anlan.web.qgis.QgisProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./anlan qgis}: a QGIS project of all layers, on the database or on a running service. */
@Command(
    name = "qgis",
    mixinStandardHelpOptions = true,
    description = "生成 QGIS 工程：全部图层、中文名称与样式 (a QGIS project of all layers)",
    footer = {
      "",
      "工程里没有数据也没有密码。postgis：用只读登录直接读数据库，密码见 ./anlan doctor；",
      "service：经 OGC API 读正在运行的服务，也可从 /ogc/qgis-project 下载。",
      "(no rows and no password in it; postgis reads by the login that doctor shows, service by OGC API)"
    })
public final class QgisCommand implements Callable<Integer> {
  /** What the project's layers are read from. */
  enum From {
    POSTGIS,
    SERVICE
  }

  @Option(
      names = "--from",
      paramLabel = "postgis|service",
      defaultValue = "postgis",
      description = "图层来源 (where layers are read from)，默认 ${DEFAULT-VALUE}")
  private From from;

  @Option(
      names = "--service",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "服务地址 (address of the service)，默认 ${DEFAULT-VALUE}")
  private String service;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = QgisProject.FILE,
      description = "输出文件 (file)，默认 ${DEFAULT-VALUE}")
  private Path output;

  @Option(names = "--force", description = "覆盖已有文件 (replace a file that is there)")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(output) && !force) {
      throw new UserFault(
          "文件已存在 (the file is there already): " + output, "换名或加 --force (or --force)");
    }
    try (Database database = Database.open(Settings.fromEnvironment(), Progress.silent())) {
      Scope scope = Scope.wholeProvince("cli");
      Files.write(output, new QgisProject(database.catalog(), scope, source(database)).zipped());
    }
    System.out.println(output);
    return 0;
  }

  private LayerSource source(Database database) {
    if (from == From.SERVICE) {
      return new LayerSource.Service(service.replaceAll("/+$", ""));
    }
    if (!database.hasReaderLogin()) {
      throw new UserFault(
          "服务器没有给出只读登录 (there is no read-only login)",
          "请管理员建立，或用 --from service (ask for one, or use --from service)");
    }
    ConnectionInfo login = database.readerLogin();
    return new LayerSource.Postgis(login);
  }
}
