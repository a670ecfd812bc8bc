package cn.anlan.web.cli;

import cn.anlan.data.store.ConnectionInfo;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan psql ARGS…}: psql on the current database, with the program's own login. */
@Command(name = "psql", description = "在当前数据库上运行 psql，参数原样传递 (run psql on the current database)")
public final class PsqlCommand implements Callable<Integer> {
  @Option(names = "--help", usageHelp = true, description = "显示帮助 (show this help)")
  private boolean help;

  @Parameters(paramLabel = "ARGS", description = "psql 的参数 (arguments of psql)")
  private List<String> words = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      ConnectionInfo login = database.ownerLogin();
      List<String> command = new ArrayList<>(List.of("psql"));
      command.addAll(words);
      ProcessBuilder psql = new ProcessBuilder(command).inheritIO();
      psql.environment().put("PGHOST", login.host());
      psql.environment().put("PGPORT", Integer.toString(login.port()));
      psql.environment().put("PGDATABASE", login.database());
      psql.environment().put("PGUSER", login.user());
      if (login.password() != null) {
        psql.environment().put("PGPASSWORD", login.password());
      }
      psql.environment().putIfAbsent("PGCLIENTENCODING", "UTF8");
      return psql.start().waitFor();
    }
  }
}
