package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the fixed tables to the program's state with Flyway. Each migration is one transaction, so
 * a kill leaves it done or not begun; two programs that migrate at once wait for each other.
 */
final class Migrations {
  static final String[] SCHEMAS = {"anlan", "layer", "history"};

  private Migrations() {}

  /**
   * @throws UserFault where a newer program has already migrated the database further
   */
  static void run(ConnectionInfo owner, Progress progress) {
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
            .schemas(SCHEMAS)
            .defaultSchema(SCHEMAS[0])
            .createSchemas(true)
            .table("migration")
            .locations("classpath:db/migration")
            .placeholders(Map.of("postgis", Sql.ident(postgisSchema(owner))))
            .cleanDisabled(true)
            .loggers("slf4j")
            .load();
    for (MigrationInfo info : flyway.info().all()) {
      if (info.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new UserFault(
            "数据库由更新的程序建立 (the database was made by a newer program): " + info.getVersion(),
            "更新本程序 (update this program)");
      }
    }
    int pending = flyway.info().pending().length;
    if (pending > 0) {
      progress.step("更新数据库结构 (migrating the fixed tables): " + pending);
      flyway.migrate();
    }
  }

  /** The fixed tables hold geometries too, and PostGIS may stand in any schema. */
  private static String postgisSchema(ConnectionInfo owner) {
    try (Connection connection = owner.connect()) {
      return Postgis.findSchema(connection)
          .orElseThrow(() -> new IllegalStateException("the database has no PostGIS"));
    } catch (SQLException e) {
      throw new StoreException("looking for PostGIS", e);
    }
  }
}
