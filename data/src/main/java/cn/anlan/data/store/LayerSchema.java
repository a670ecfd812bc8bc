package cn.anlan.data.store;

import cn.anlan.data.catalog.Accuracy;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a layer's table must look like, as its catalogue file says.
 *
 * @param comment the table's Chinese comment
 * @param columns in the order of the table, without {@code id}
 * @param indexed columns with an index of their own; {@code geom} takes a GiST index
 */
record LayerSchema(
    String layer,
    String comment,
    List<Column> columns,
    List<Constraint> constraints,
    List<String> indexed) {

  /**
   * @param extra what follows the type when the column is added, e.g. a default
   */
  record Column(String name, String type, boolean notNull, String extra, String comment) {}

  /**
   * @param column the column it speaks of
   * @param definition what follows {@code ADD CONSTRAINT name}
   * @param broken condition under which an existing row breaks it
   */
  record Constraint(String name, String column, String definition, String broken) {}

  private static final int LONGEST_TEXT = 1_000;

  /**
   * @param postgis schema of the PostGIS extension
   */
  static LayerSchema of(Layer layer, Catalog catalog, String postgis) {
    return new LayerSchema(
        layer.id(),
        layer.title().zh() + "：" + layer.description().zh(),
        columns(layer, catalog, postgis),
        constraints(layer, catalog, postgis),
        indexed(layer));
  }

  private static List<Column> columns(Layer layer, Catalog catalog, String postgis) {
    List<Column> columns = new ArrayList<>();
    columns.add(standard(StandardColumn.CODE, "text", true, "UNIQUE"));
    for (Field field : layer.fields()) {
      String type = field.type().sqlType();
      columns.add(new Column(field.name(), type, field.required(), "", comment(field, catalog)));
    }
    String geometry = Sql.ident(postgis) + ".geometry";
    if (layer.hasGeometry()) {
      String type = geometry + "(" + layer.geometry().sqlType() + "," + Postgis.SRID + ")";
      columns.add(standard(StandardColumn.GEOM, type, layer.geometryRequired(), ""));
    }
    columns.add(standard(StandardColumn.SOURCE_GEOM, geometry, false, ""));
    columns.add(standard(StandardColumn.SOURCE_CRS, "text", false, ""));
    columns.add(
        standard(
            StandardColumn.SIGMA_M, "double precision", layer.accuracy() == Accuracy.REQUIRED, ""));
    columns.add(standard(StandardColumn.SOURCE, "text", false, ""));
    columns.add(standard(StandardColumn.IS_DEMO, "boolean", true, "DEFAULT false"));
    columns.add(standard(StandardColumn.DELIVERY_ID, "bigint", false, ""));
    columns.add(standard(StandardColumn.DATA_VERSION, "bigint", true, ""));
    return columns;
  }

  private static Column standard(
      StandardColumn column, String type, boolean notNull, String extra) {
    return new Column(column.column(), type, notNull, extra, column.title().zh());
  }

  private static String comment(Field field, Catalog catalog) {
    StringBuilder comment = new StringBuilder(field.title().zh());
    if (field.unit() != null) {
      comment.append("（").append(field.unit()).append("）");
    }
    if (field.codes() != null) {
      comment.append("；取值：");
      comment.append(
          catalog.getCodes(field.codes()).codes().stream()
              .map(code -> code.value() + "=" + code.title().zh())
              .collect(Collectors.joining("，")));
    }
    if (field.references() != null) {
      comment.append("；引用 ").append(field.references());
    }
    return comment.toString();
  }

  private static List<Constraint> constraints(Layer layer, Catalog catalog, String postgis) {
    List<Constraint> all = new ArrayList<>();
    all.add(check("code", "present", "code <> '' AND code = btrim(code)"));
    all.add(check("sigma_m", "range", "sigma_m >= 0 AND sigma_m < 'Infinity'"));
    if (layer.hasGeometry()) {
      all.addAll(geometryChecks(Sql.ident(postgis) + "."));
    }
    if (!layer.atLeastOne().isEmpty()) {
      String filled =
          layer.atLeastOne().stream()
              .map(f -> Sql.ident(f) + " IS NOT NULL")
              .collect(Collectors.joining(" OR "));
      all.add(check(layer.atLeastOne().get(0), "or_another", filled));
    }
    for (Field field : layer.fields()) {
      all.addAll(checks(field, catalog));
      if (field.references() != null) {
        all.add(reference(field));
      }
    }
    return all;
  }

  private static List<Constraint> geometryChecks(String p) {
    String world = p + "st_makeenvelope(-180, -90, 180, 90, " + Postgis.SRID + ")";
    return List.of(
        check("geom", "valid", p + "st_isvalid(geom)"),
        check("geom", "present", "NOT " + p + "st_isempty(geom)"),
        check("geom", "within_degrees", "geom OPERATOR(" + p + "@) " + world));
  }

  private static List<Constraint> checks(Field field, Catalog catalog) {
    String name = field.name();
    String column = Sql.ident(name);
    List<Constraint> checks = new ArrayList<>();
    if (field.codes() != null) {
      String values =
          catalog.getCodes(field.codes()).codes().stream()
              .map(Code::value)
              .map(Sql::literal)
              .collect(Collectors.joining(", "));
      checks.add(check(name, "codes", column + "::text IN (" + values + ")"));
    }
    if (field.type() == FieldType.NUMBER) {
      checks.add(check(name, "finite", column + " > '-Infinity' AND " + column + " < 'Infinity'"));
    }
    if (field.min() != null) {
      checks.add(check(name, "min", column + " >= " + number(field.min())));
    }
    if (field.max() != null) {
      checks.add(check(name, "max", column + " <= " + number(field.max())));
    }
    int longest = field.maxLength() == null ? LONGEST_TEXT : field.maxLength();
    if (field.type() == FieldType.TEXT) {
      checks.add(check(name, "length", "char_length(" + column + ") <= " + longest));
    }
    if (field.type() == FieldType.TEXT_LIST) {
      String joined = "char_length(array_to_string(" + column + ", ','))";
      checks.add(check(name, "length", joined + " <= " + longest));
    }
    return checks;
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).toPlainString();
  }

  private static Constraint check(String column, String rule, String condition) {
    return new Constraint(
        "ck_" + column + "_" + rule,
        column,
        "CHECK (" + condition + ")",
        "NOT (" + condition + ")");
  }

  private static Constraint reference(Field field) {
    String[] target = field.references().split("\\.");
    String column = Sql.ident(field.name());
    String table = Sql.table("layer", target[0]);
    String key = Sql.ident(target[1]);
    return new Constraint(
        "fk_" + field.name(),
        field.name(),
        "FOREIGN KEY ("
            + column
            + ") REFERENCES "
            + table
            + " ("
            + key
            + ") DEFERRABLE INITIALLY DEFERRED",
        column
            + " IS NOT NULL AND NOT EXISTS (SELECT FROM "
            + table
            + " AS target WHERE target."
            + key
            + " = this."
            + column
            + ")");
  }

  private static List<String> indexed(Layer layer) {
    List<String> columns = new ArrayList<>();
    if (layer.hasGeometry()) {
      columns.add(StandardColumn.GEOM.column());
    }
    columns.add(StandardColumn.DATA_VERSION.column());
    for (Field field : layer.fields()) {
      String name = field.name();
      if (field.references() != null || name.equals(layer.regionField())) {
        columns.add(name);
      }
    }
    return columns;
  }
}
