package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.Shipped;
import java.time.YearMonth;
import java.util.List;

/** The campaign forms and their columns, from {@code demo/dispatch.yaml}. */
record DispatchForms(List<Form> forms) {
  /**
   * @param first first period, as {@code 2019-02}
   * @param dueDay day of the month by which a period is reported
   */
  record Form(String form, String first, String last, int dueDay, List<Item> items) {
    YearMonth firstMonth() {
      return YearMonth.parse(first);
    }

    YearMonth lastMonth() {
      return YearMonth.parse(last);
    }
  }

  /**
   * @param perMonth what a county of middling size adds in a month; with {@code shareOf} the share
   *     of that item that this one takes
   * @param shareOf number of an earlier item that this one never exceeds, or null
   */
  record Item(
      String no, String item, String measure, String unit, double perMonth, String shareOf) {}

  static DispatchForms shipped() {
    return Shipped.yaml("demo/dispatch.yaml", DispatchForms.class);
  }
}
