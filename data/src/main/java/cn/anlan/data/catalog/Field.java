package cn.anlan.data.catalog;

import cn.anlan.geo.text.Text;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One field of a layer.
 *
 * @param name column name, snake_case
 * @param codes id of the code list: always for {@link FieldType#CODE}; for {@link
 *     FieldType#INTEGER} where the numbers have names, like level 1..4; else null
 * @param unit unit shown behind the value, e.g. {@code m}, or null
 * @param min smallest allowed number, or null
 * @param max largest allowed number, or null
 * @param maxLength greatest length of a text, or null for 1,000
 * @param aliases other headings under which files deliver the field
 * @param references {@code layer.field} that must hold the value, or null
 * @param check what the value must satisfy beyond its type, or null
 * @param popup whether the map's pop-up shows the field
 * @param queryable whether snapshots hold the field, so that filters may name it; false for long
 *     free text that nobody filters by
 */
public record Field(
    String name,
    FieldType type,
    Text title,
    boolean required,
    String codes,
    String unit,
    Double min,
    Double max,
    Integer maxLength,
    List<String> aliases,
    String references,
    FieldCheck check,
    boolean popup,
    Boolean queryable) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");
  private static final Pattern REFERENCE = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

  public Field {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("field name '" + name + "' is not snake_case");
    }
    if (StandardColumn.isStandard(name)) {
      throw new IllegalArgumentException("'" + name + "' is a column every layer has already");
    }
    if (type == null || title == null) {
      throw new IllegalArgumentException("field '" + name + "' needs 'type' and 'title'");
    }
    if (type == FieldType.CODE && codes == null) {
      throw new IllegalArgumentException("field '" + name + "': type 'code' needs 'codes'");
    }
    if (codes != null && type != FieldType.CODE && type != FieldType.INTEGER) {
      throw new IllegalArgumentException(
          "field '" + name + "': 'codes' belongs to the types 'code' and 'integer'");
    }
    boolean numeric = type == FieldType.INTEGER || type == FieldType.NUMBER;
    if (!numeric && (min != null || max != null)) {
      throw new IllegalArgumentException("field '" + name + "': only numbers have min and max");
    }
    if (references != null && !REFERENCE.matcher(references).matches()) {
      throw new IllegalArgumentException(
          "field '" + name + "': references must read layer.field, not '" + references + "'");
    }
    if (check != null && type != FieldType.TEXT) {
      throw new IllegalArgumentException("field '" + name + "': 'check' belongs to texts");
    }
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
    queryable = queryable == null || queryable;
  }
}
