package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.check.FormCells.Cell;
import cn.anlan.data.ingest.check.FormCells.Column;
import cn.anlan.data.ingest.check.ReportForms.AtMost;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.value.ValueReader;
import cn.anlan.data.source.file.DeliveredFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The check {@code dispatch_forms} across rows: cells of the campaign forms are cumulative, so none
 * falls from one period to the next of its year, and parts do not exceed their wholes. Compared are
 * the cells of the file and, where the file has none, those stored before. The layer has the fields
 * {@code form, period, item_no, measure, value, county_code}.
 *
 * <p>Memory: some 200 bytes a cell; a province's year has 120,000.
 */
final class FormCheck {
  static final String ID = "dispatch_forms";
  private static final String YES_NO = "yes_no";
  private static final String SQL =
      "SELECT code, form, period, item_no, measure, value, county_code FROM layer.dispatch_report"
          + " WHERE value IS NOT NULL";

  private final ReportForms forms = ReportForms.shipped();
  private final FormCells cells = new FormCells();

  private FormCheck() {}

  /** Null where the layer has no such check. */
  static FormCheck forLayer(
      Connection connection, Layer layer, DeliveredFile file, RowChecker checker)
      throws SQLException {
    if (!ID.equals(layer.acrossRows())) {
      return null;
    }
    Set<String> codes = new HashSet<>();
    List<Delivered> delivered = new ArrayList<>();
    file.forEach(
        row -> {
          CheckedRow checked = checker.check(row, new RowIssues(row.number()));
          if (checked != null) {
            String code = (String) checked.values().get(ColumnMapping.CODE);
            codes.add(code);
            Delivered.of(checked.values(), code).ifPresent(delivered::add);
          }
        });
    FormCheck check = new FormCheck();
    check.addStored(connection, codes);
    delivered.forEach(d -> check.cells.add(d.column(), d.period(), d.cell()));
    return check;
  }

  private record Delivered(Column column, YearMonth period, Cell cell) {
    static Optional<Delivered> of(Map<String, Object> values, String code) {
      Double value = (Double) values.get("value");
      YearMonth month = FormCheck.period(values);
      return value == null || month == null
          ? Optional.empty()
          : Optional.of(
              new Delivered(FormCheck.column(values), month, new Cell(value, true, code)));
    }
  }

  private void addStored(Connection connection, Set<String> delivered) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      while (row.next()) {
        if (!delivered.contains(row.getString("code"))) {
          cells.add(
              new Column(
                  row.getString("form"),
                  row.getString("county_code"),
                  row.getString("item_no"),
                  row.getString("measure")),
              YearMonth.parse(row.getString("period")),
              new Cell(row.getDouble("value"), false, row.getString("code")));
        }
      }
    }
  }

  /** Says what is wrong with a cell by itself and beside the others. */
  void check(Map<String, Object> values, RowIssues issues) {
    Optional<ReportForms.Form> form = forms.find((String) values.get("form"));
    if (form.isEmpty()) {
      return;
    }
    requireColumn(form.get(), values, issues);
    YearMonth period = period(values);
    if (values.get("period") != null && period == null) {
      issues.reject("period", values.get("period"), "期次不是年月 (not a year and month)", "写成 2019-03");
    }
    Double value = (Double) values.get("value");
    if (value == null || period == null) {
      return;
    }
    requireOnce(values, period, issues);
    if (!YES_NO.equals(values.get("measure"))) {
      requireNoFall(column(values), period, value, issues);
    }
    for (AtMost rule : form.get().atMost()) {
      requireAtMost(rule, column(values), period, issues);
    }
  }

  private static void requireColumn(
      ReportForms.Form form, Map<String, Object> values, RowIssues issues) {
    Object item = values.get("item_no");
    if (item != null && !form.items().contains(item)) {
      issues.reject(
          "item_no",
          item,
          "表 " + form.form().toUpperCase() + " 没有这一栏 (no such column of the form)",
          "可用: " + form.items().get(0) + " 至 " + form.items().get(form.items().size() - 1));
    }
    Object measure = values.get("measure");
    if (measure != null && !form.measures().contains(measure)) {
      issues.reject(
          "measure",
          measure,
          "表 " + form.form().toUpperCase() + " 没有这一调度量 (not a measure of the form)",
          "可用: " + String.join(", ", form.measures()));
    }
    Object value = values.get("value");
    if (YES_NO.equals(measure) && value != null && !List.of(0.0, 1.0).contains(value)) {
      issues.reject("value", value, "有无只能填 1 或 0 (yes or no is 1 or 0)", "有填 1,无填 0");
    }
  }

  private void requireOnce(Map<String, Object> values, YearMonth period, RowIssues issues) {
    Object code = values.get(ColumnMapping.CODE);
    cells
        .find(column(values), period)
        .filter(other -> !other.code().equals(code))
        .ifPresent(
            other ->
                issues.reject(
                    "value",
                    values.get("value"),
                    "同县同期同一格已有编码 " + other.code() + " (this cell was reported under another key)",
                    "一格只报一行;更正请沿用原编码"));
  }

  private void requireNoFall(Column column, YearMonth period, double value, RowIssues issues) {
    cells
        .findBefore(column, period)
        .filter(before -> before.getValue().value() > value)
        .ifPresent(
            before ->
                issues.reject(
                    "value",
                    value,
                    "累计数比 "
                        + before.getKey()
                        + " 的 "
                        + ValueReader.text(before.getValue().value())
                        + " 少 (a cumulative figure fell)",
                    "填自专项开始以来的累计数;前期报多了的,先更正前期"));
    cells
        .findAfter(column, period)
        .filter(after -> !after.getValue().delivered() && after.getValue().value() < value)
        .ifPresent(
            after ->
                issues.reject(
                    "value",
                    value,
                    "累计数比已入库的 "
                        + after.getKey()
                        + " 的 "
                        + ValueReader.text(after.getValue().value())
                        + " 多 (more than a later figure that is stored)",
                    "核对两期;后期有误的一并更正"));
  }

  /** Said at each row of the smaller side: any of them may be the wrong one. */
  private void requireAtMost(AtMost rule, Column cell, YearMonth period, RowIssues issues) {
    if (!rule.isAbout(cell.item(), cell.measure())) {
      return;
    }
    List<String> parts = rule.each() ? List.of(cell.item()) : rule.items();
    List<String> wholes = rule.each() ? List.of(cell.item()) : rule.of();
    OptionalDouble part = sum(cell, parts, rule.measure(), period);
    OptionalDouble whole = sum(cell, wholes, rule.ofMeasure(), period);
    if (part.isEmpty() || whole.isEmpty() || part.getAsDouble() <= whole.getAsDouble()) {
      return;
    }
    String reason =
        "第 %s 栏 %s 大于第 %s 栏 %s (a part exceeds its whole)"
            .formatted(
                named(parts, rule.measure(), rule.each()),
                ValueReader.text(part.getAsDouble()),
                named(wholes, rule.ofMeasure(), rule.each()),
                ValueReader.text(whole.getAsDouble()));
    if (rule.doubt() == null) {
      issues.reject("value", part.getAsDouble(), reason, "核对同期各栏的累计数");
    } else {
      issues.warn("value", part.getAsDouble(), reason, "请核对;" + rule.doubt());
    }
  }

  private static String named(List<String> items, String measure, boolean each) {
    return String.join("+", items) + (each ? " " + measure : "");
  }

  private OptionalDouble sum(Column cell, List<String> items, String measure, YearMonth period) {
    double sum = 0;
    for (String item : items) {
      Optional<Cell> found = cells.find(cell.of(item, measure), period);
      if (found.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += found.get().value();
    }
    return OptionalDouble.of(sum);
  }

  private static Column column(Map<String, Object> values) {
    return new Column(
        (String) values.get("form"),
        (String) values.get("county_code"),
        (String) values.get("item_no"),
        (String) values.get("measure"));
  }

  private static YearMonth period(Map<String, Object> values) {
    try {
      return values.get("period") == null ? null : YearMonth.parse((String) values.get("period"));
    } catch (DateTimeException notAMonth) {
      return null;
    }
  }
}
