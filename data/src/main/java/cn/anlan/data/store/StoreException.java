package cn.anlan.data.store;

import java.sql.SQLException;

/**
 * The database refused or failed. The message says what was attempted; the cause carries the
 * server's words, which may hold data and must not leave over HTTP.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  /**
   * @param attempted what was attempted, in the gerund: "reading the data version"
   */
  public StoreException(String attempted, SQLException cause) {
    super(attempted + " failed: " + firstLine(cause), cause);
    this.sqlState = cause.getSQLState();
  }

  /** The five-character SQLSTATE of the server, or null; class 23 is a broken constraint. */
  public String sqlState() {
    return sqlState;
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
