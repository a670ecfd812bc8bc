package cn.anlan.data.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The two connection pools. Small: two cores gain nothing from many statements at once. */
final class Pools {
  private static final int OWNER_CONNECTIONS = 4;
  private static final int READER_CONNECTIONS = 8;
  private static final long CONNECT_WAIT_MS = 15_000;

  private Pools() {}

  /** Reads and writes. Waits at most a minute for another writer to finish. */
  static HikariDataSource owner(Logins logins, String postgisSchema) {
    HikariConfig config = config("anlan-owner", logins.owner(), postgisSchema);
    config.setMaximumPoolSize(OWNER_CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionInitSql("SET lock_timeout = '60s'");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  /** Reads only, whatever the login; no statement takes longer than a minute. */
  static HikariDataSource reader(Logins logins, String postgisSchema) {
    HikariConfig config = config("anlan-reader", logins.reader(), postgisSchema);
    config.setMaximumPoolSize(READER_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setReadOnly(true);
    config.setConnectionInitSql(
        "SET statement_timeout = '60s'; SET default_transaction_read_only = on");
    return new HikariDataSource(config);
  }

  private static HikariConfig config(String name, ConnectionInfo login, String postgisSchema) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(login.jdbcUrl());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setConnectionTimeout(CONNECT_WAIT_MS);
    config.setIdleTimeout(120_000);
    config.addDataSourceProperty("ApplicationName", "anlan");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty(
        "currentSchema",
        postgisSchema.equals("public") ? "public" : "public," + Sql.ident(postgisSchema));
    return config;
  }
}
