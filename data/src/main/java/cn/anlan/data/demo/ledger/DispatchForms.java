package cn.anlan.data.demo.ledger;

import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    String file = "demo/dispatch.yaml";
    try (InputStream in = DispatchForms.class.getClassLoader().getResourceAsStream(file)) {
      return StrictYaml.read(
          file, new String(in.readAllBytes(), StandardCharsets.UTF_8), DispatchForms.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
