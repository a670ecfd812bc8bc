package cn.anlan.analytics.ledger;

import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.OfficeYaml;
import java.util.Map;

/**
 * By which day of the month each form is due, as its versioned YAML file states it.
 *
 * @param source the documents that say so
 * @param dueDays by form; a day of the month, 1..31
 */
public record ReportingCalendar(
    String id, int version, Text title, String source, Map<String, Integer> dueDays) {
  public ReportingCalendar {
    if (id == null || title == null || source == null || dueDays == null) {
      throw new IllegalArgumentException("id, title, source and due_days are required");
    }
    dueDays.forEach(
        (form, day) -> {
          if (day == null || day < 1 || day > 31) {
            throw new IllegalArgumentException("due_days of " + form + ": no day " + day);
          }
        });
    dueDays = Map.copyOf(dueDays);
  }

  /** The calendar that ships with the product. */
  public static ReportingCalendar shipped() {
    return OfficeYaml.shipped("ledger/reporting.yaml", ReportingCalendar.class);
  }
}
