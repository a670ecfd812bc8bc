package cn.anlan.data.store;

import java.io.IOException;
import java.sql.SQLException;

/** Work on a connection or a result; may fail as databases and COPY streams do. */
@FunctionalInterface
public interface SqlFunction<A, R> {
  R apply(A argument) throws SQLException, IOException;
}
