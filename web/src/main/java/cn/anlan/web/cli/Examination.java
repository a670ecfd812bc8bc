package cn.anlan.web.cli;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.delivery.Quarantine;
import cn.anlan.data.store.ConnectionInfo;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.ServeLock;
import cn.anlan.data.store.Settings;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.Anlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the doctor found. The names of the components are the names in JSON.
 *
 * @param tools program → its version line, or "missing"
 * @param database null where it cannot be opened; {@code problem} then says why
 */
record Examination(
    String version,
    String java,
    Map<String, String> tools,
    ServeLock.Holder service,
    DatabaseState database,
    String problem) {

  /**
   * @param kind {@code private} or {@code server}
   * @param qgis what to type into QGIS to read the layers; the password stands in the named file
   */
  record DatabaseState(
      String kind,
      String place,
      String postgres,
      String postgis,
      long dataVersion,
      ReadOnlyLogin qgis,
      List<LayerState> layers) {}

  record ReadOnlyLogin(
      boolean available,
      String host,
      int port,
      String database,
      String user,
      String passwordFile) {}

  record LayerState(String id, String title, long rows, long demoRows, long awaitingCorrection) {}

  private static final Map<String, List<String>> TOOLS =
      Map.of(
          "ogr2ogr", List.of("ogr2ogr", "--version"),
          "psql", List.of("psql", "--version"),
          "chromium（仅测试 tests only）", List.of("chromium", "--version"));

  static Examination of(Settings settings) {
    Map<String, String> tools = new LinkedHashMap<>();
    TOOLS.keySet().stream().sorted().forEach(t -> tools.put(t, version(TOOLS.get(t))));
    ServeLock.Holder service = ServeLock.findHolder(settings.varDir()).orElse(null);
    DatabaseState state = null;
    String problem = null;
    try (Database database = Database.open(settings, Progress.silent())) {
      state = state(settings, database);
    } catch (UserFault e) {
      problem = e.line();
    }
    return new Examination(
        Anlan.VERSION, Runtime.version().toString(), tools, service, state, problem);
  }

  boolean healthy() {
    return database != null && !"missing".equals(tools.get("ogr2ogr"));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    Table parts = new Table("部件 part", "状态 state");
    parts.row("安澜 anlan", version);
    parts.row("Java", java);
    tools.forEach(parts::row);
    parts.row(
        "服务 service",
        service == null
            ? "未运行 not running"
            : "http://127.0.0.1:" + service.port() + "/ (pid " + service.pid() + ")");
    if (database == null) {
      parts.row("数据库 database", problem);
      return text.append(parts.text()).toString();
    }
    parts.row(
        "数据库 database",
        (database.kind().equals("private") ? "私有 private " : "服务器 server ") + database.place());
    parts.row("PostgreSQL", database.postgres());
    parts.row("PostGIS", database.postgis());
    parts.row("数据版本 data version", database.dataVersion());
    ReadOnlyLogin qgis = database.qgis();
    parts.row(
        "QGIS 只读登录 read-only login",
        qgis.available()
            ? qgis.user()
                + "@"
                + qgis.host()
                + ":"
                + qgis.port()
                + "/"
                + qgis.database()
                + (qgis.passwordFile() == null ? "" : "，密码见 password in " + qgis.passwordFile())
            : "无 none");
    Table layers = new Table("图层 layer", "名称 title", "行数 rows", "其中示例 demo", "待更正 awaiting");
    database
        .layers()
        .forEach(
            l -> layers.row(l.id(), l.title(), l.rows(), l.demoRows(), l.awaitingCorrection()));
    return text.append(parts.text()).append('\n').append(layers.text()).toString();
  }

  private static DatabaseState state(Settings settings, Database database) {
    try (Connection connection = database.reader().getConnection()) {
      List<LayerState> layers = new ArrayList<>();
      Map<String, Long> awaiting = new Quarantine(database).waiting();
      for (Layer layer : database.catalog().layers()) {
        String sql = "SELECT count(*), count(*) FILTER (WHERE is_demo) FROM layer." + layer.id();
        layers.add(
            row(
                connection,
                sql,
                r ->
                    new LayerState(
                        layer.id(),
                        layer.title().zh(),
                        r.getLong(1),
                        r.getLong(2),
                        awaiting.getOrDefault(layer.id(), 0L))));
      }
      ConnectionInfo reader = database.readerLogin();
      return new DatabaseState(
          settings.dbUrl().isPresent() ? "server" : "private",
          reader.place(),
          row(connection, "SHOW server_version", r -> r.getString(1)),
          row(connection, "SELECT postgis_lib_version()", r -> r.getString(1)),
          database.dataVersion(),
          new ReadOnlyLogin(
              database.hasReaderLogin(),
              reader.host(),
              reader.port(),
              reader.database(),
              reader.user(),
              passwordFile(settings, database)),
          layers);
    } catch (SQLException e) {
      throw new StoreException("检查数据库 (examining the database)", e);
    }
  }

  private static String passwordFile(Settings settings, Database database) {
    if (!database.hasReaderLogin()) {
      return null;
    }
    String name =
        settings.dbUrl().isPresent() ? "anlan_reader.server.password" : "anlan_reader.password";
    return settings.varDir().resolve("secrets").resolve(name).toString();
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> T row(Connection connection, String sql, Reading<T> reading)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return reading.read(row);
    }
  }

  private static String version(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "no answer";
      }
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.matches(".*\\d+\\.\\d+.*"))
          .findFirst()
          .orElse("")
          .strip();
    } catch (IOException notThere) {
      return "missing";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "no answer";
    }
  }
}
