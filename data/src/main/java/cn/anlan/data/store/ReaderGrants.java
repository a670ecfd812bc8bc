package cn.anlan.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What the read-only login may see: every table of {@code layer} and {@code history}, and the views
 * of {@code anlan}. Grants only what is missing, so an ordinary start changes nothing.
 */
final class ReaderGrants {
  private static final String MISSING =
      """
      SELECT format('GRANT USAGE ON SCHEMA %I TO %I', n.nspname, r.rolname)
      FROM pg_namespace n, pg_roles r
      WHERE r.rolname = ? AND n.nspname IN ('anlan', 'layer', 'history')
        AND NOT has_schema_privilege(r.oid, n.oid, 'USAGE')
      UNION ALL
      SELECT format('GRANT SELECT ON %I.%I TO %I', n.nspname, c.relname, r.rolname)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_roles r
      WHERE r.rolname = ?
        AND (n.nspname IN ('layer', 'history') AND c.relkind IN ('r', 'v', 'p')
             OR n.nspname = 'anlan' AND c.relkind = 'v')
        AND NOT has_table_privilege(r.oid, c.oid, 'SELECT')
      """;

  private ReaderGrants() {}

  static void ensure(Connection owner) throws SQLException {
    List<String> grants =
        Sql.list(owner, MISSING, row -> row.getString(1), Logins.READER, Logins.READER);
    for (String grant : grants) {
      Sql.run(owner, grant);
    }
  }
}
