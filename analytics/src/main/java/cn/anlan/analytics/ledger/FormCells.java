package cn.anlan.analytics.ledger;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cells of the layer {@code dispatch_report}: form → county → period → cell → value. */
public final class FormCells {
  private final Map<String, Map<String, SortedMap<YearMonth, SortedMap<String, Double>>>> forms =
      new TreeMap<>();

  /** Periods up to the month of {@code asOf}; blanks are left out, for a blank is not a zero. */
  public FormCells(LayerSnapshot reports, Scope scope, LocalDate asOf) {
    YearMonth last = YearMonth.from(asOf);
    Query.on(reports, scope)
        .rows()
        .forEach(
            (int row) -> {
              YearMonth period = YearMonth.parse(reports.text("period", row));
              double value = reports.number("value", row);
              if (period.isAfter(last) || Double.isNaN(value)) {
                return;
              }
              String cell =
                  reports.text("item_no", row)
                      + "/"
                      + reports.text("item", row)
                      + "/"
                      + reports.text("measure", row);
              forms
                  .computeIfAbsent(reports.text("form", row), any -> new TreeMap<>())
                  .computeIfAbsent(reports.text("county_code", row), any -> new TreeMap<>())
                  .computeIfAbsent(period, any -> new TreeMap<>())
                  .put(cell, value);
            });
  }

  Map<String, Map<String, SortedMap<YearMonth, SortedMap<String, Double>>>> forms() {
    return forms;
  }
}
