package cn.anlan.data.export;

import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What left the database, when, for whom and why: table {@code anlan.export_log}. */
final class ExportLog {
  private static final String INSERT =
      """
      INSERT INTO anlan.export_log
        (exported_by, layer, format, crs, selection, data_version, row_count, audience, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
      """;

  private ExportLog() {}

  /**
   * @throws StoreException where it cannot be written: then nothing may be handed over either
   */
  static void write(Database database, ExportPlan plan, long dataVersion, long rows) {
    ExportRequest request = plan.request();
    try (Connection connection = database.owner().getConnection()) {
      Sql.list(
          connection,
          INSERT,
          row -> row.getLong(1),
          request.release().by(),
          plan.layer().id(),
          plan.format().word(),
          plan.crs().code(),
          request.selection().words(),
          dataVersion,
          rows,
          request.release().audience().name().toLowerCase(Locale.ROOT),
          request.release().reason().orElse(null));
    } catch (SQLException e) {
      throw new StoreException("记录导出 (recording the export)", e);
    }
  }
}
