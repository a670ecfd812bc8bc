package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.sql.SQLException;

/**
 * The database refused or failed. The message says what was attempted; the cause carries the
 * server's words, which may hold data and must not leave over HTTP.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DISK_FULL = "53100";
  private static final String CONNECTION = "08";

  /** The server ended the connection, or itself. */
  private static final String ENDED = "57P0";

  private final String sqlState;

  /**
   * @param attempted what was attempted, in the gerund: "reading the data version"
   */
  public StoreException(String attempted, SQLException cause) {
    super(attempted + " failed: " + firstLine(cause), cause);
    this.sqlState = cause.getSQLState();
  }

  /**
   * What is to be thrown for a refusal: a fault that the user can help is said so that he can.
   *
   * @param attempted as for the constructor
   */
  public static RuntimeException of(String attempted, SQLException cause) {
    String state = String.valueOf(cause.getSQLState());
    if (state.equals(LOCK_NOT_AVAILABLE)) {
      return new UserFault(
          "另一处修改超过一分钟未提交 (another change has been open for over a minute)",
          "等它提交（例如 QGIS 的编辑会话）再试 (let it commit, e.g. a QGIS edit session, and try again)");
    }
    if (state.equals(DISK_FULL)) {
      return new UserFault(
          "数据库所在磁盘已满，未作任何改动 (the database's disk is full; nothing was changed)",
          "腾出空间后再试 (make room and try again)");
    }
    if (state.startsWith(CONNECTION) || state.startsWith(ENDED)) {
      return new UserFault(
          "与数据库的连接中断 (the connection to the database was lost)",
          "先查看是否已写入 (./anlan deliveries list)，没有则再试 (see whether it was written, else try again)");
    }
    return new StoreException(attempted, cause);
  }

  /** The five-character SQLSTATE of the server, or null; class 23 is a broken constraint. */
  public String sqlState() {
    return sqlState;
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
