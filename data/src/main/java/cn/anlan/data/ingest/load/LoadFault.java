package cn.anlan.data.ingest.load;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.StoreException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in which layer and field, and at which row, the program's own rows broke a constraint. */
final class LoadFault {
  private static final String CONSTRAINT_CLASS = "23";
  private static final Pattern KEY = Pattern.compile("\\((.+?)\\)=\\((.*)\\)");
  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  private LoadFault() {}

  static StoreException of(Layer layer, SQLException e) {
    StringBuilder where = new StringBuilder("装入图层 (loading the layer) ").append(layer.id());
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith(CONSTRAINT_CLASS)
        && e instanceof PSQLException refused
        && refused.getServerErrorMessage() != null) {
      describe(refused.getServerErrorMessage(), where);
    }
    return new StoreException(where.toString(), e);
  }

  private static void describe(ServerErrorMessage message, StringBuilder where) {
    if (message.getConstraint() != null) {
      where.append("，约束 (constraint) ").append(message.getConstraint());
    }
    if (message.getColumn() != null) {
      where.append("，字段 (field) ").append(message.getColumn());
    }
    Matcher key = KEY.matcher(String.valueOf(message.getDetail()));
    if (key.find()) {
      where.append("，字段 (field) ").append(key.group(1));
      where.append("，编码 (code) ").append(key.group(2));
    }
    Matcher line = LINE.matcher(String.valueOf(message.getWhere()));
    if (line.find()) {
      where.append("，第 ").append(line.group(1)).append(" 行 (row)");
    }
  }
}
