package cn.anlan.data.export.plan;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.export.request.HeadingLanguage;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The attribute columns of an export, in their order. The delivered geometry is never among them;
 * the code and the mark of invented rows always are.
 */
public final class ExportColumns {
  static final String CODE = StandardColumn.CODE.column();

  /** Accuracy of the row's place, in metres. */
  public static final String SIGMA = StandardColumn.SIGMA_M.column();

  /** Where the row comes from. */
  public static final String SOURCE = StandardColumn.SOURCE.column();

  /** Marks invented rows. */
  public static final String DEMO = StandardColumn.IS_DEMO.column();

  /**
   * One column.
   *
   * @param type says how its values come from the database and how they are written
   * @param unit as in the catalogue, or null
   * @param heading what stands above it in the file; different for every column
   */
  public record Column(String name, FieldType type, Text title, String unit, String heading) {}

  private ExportColumns() {}

  /**
   * @param wanted names of the fields to be written; empty for all
   * @throws UserFault where there is no such field
   */
  public static List<Column> of(Layer layer, List<String> wanted, HeadingLanguage language) {
    List<Column> all = all(layer, language);
    List<String> names = all.stream().map(Column::name).toList();
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw new UserFault(
            "图层 " + layer.id() + " 没有字段 " + name + " (no such field)",
            Spelling.hint(name, names) + "可用字段 (fields): " + String.join(", ", names));
      }
    }
    Set<String> kept = new HashSet<>(wanted.isEmpty() ? names : wanted);
    kept.add(CODE);
    kept.add(DEMO);
    return all.stream().filter(c -> kept.contains(c.name())).toList();
  }

  private static List<Column> all(Layer layer, HeadingLanguage language) {
    Set<String> taken = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    columns.add(standard(StandardColumn.CODE, FieldType.TEXT, language, taken));
    for (Field f : layer.fields()) {
      String heading = heading(f.name(), f.title(), language, taken);
      columns.add(new Column(f.name(), f.type(), f.title(), f.unit(), heading));
    }
    columns.add(standard(StandardColumn.SIGMA_M, FieldType.NUMBER, language, taken));
    columns.add(standard(StandardColumn.SOURCE, FieldType.TEXT, language, taken));
    columns.add(standard(StandardColumn.IS_DEMO, FieldType.BOOLEAN, language, taken));
    return columns;
  }

  private static Column standard(
      StandardColumn column, FieldType type, HeadingLanguage language, Set<String> taken) {
    String heading = heading(column.column(), column.title(), language, taken);
    return new Column(column.column(), type, column.title(), null, heading);
  }

  /** The heading; with the field's name behind it where another column has the same one. */
  private static String heading(
      String name, Text title, HeadingLanguage language, Set<String> taken) {
    String heading = language.heading(name, title);
    return taken.add(heading) ? heading : heading + " (" + name + ")";
  }
}
