package cn.anlan.data.export;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The attribute columns of every export, in their order. The delivered geometry is never among
 * them.
 */
final class ExportColumns {

  /** One column; the type says how its values come from the database and how they are written. */
  record Column(String name, FieldType type, Text title) {}

  private ExportColumns() {}

  static List<Column> of(Layer layer) {
    List<Column> columns = new ArrayList<>();
    columns.add(standard(StandardColumn.CODE, FieldType.TEXT));
    for (Field field : layer.fields()) {
      columns.add(new Column(field.name(), field.type(), field.title()));
    }
    columns.add(standard(StandardColumn.SIGMA_M, FieldType.NUMBER));
    columns.add(standard(StandardColumn.SOURCE, FieldType.TEXT));
    columns.add(standard(StandardColumn.IS_DEMO, FieldType.BOOLEAN));
    return columns;
  }

  private static Column standard(StandardColumn column, FieldType type) {
    return new Column(column.column(), type, column.title());
  }
}
