package cn.anlan.data.ingest.check;

import cn.anlan.geo.yaml.OfficeYaml;
import java.util.List;
import java.util.Optional;

/** The campaign forms F1 to F3 and what must hold between their cells, from {@code forms/}. */
record ReportForms(List<Form> forms) {
  private static final String FILE = "forms/dispatch_forms.yaml";

  /**
   * @param items the numbers of its columns
   */
  record Form(String form, List<String> items, List<String> measures, List<AtMost> atMost) {}

  /**
   * The sum of {@code items} may not exceed the sum of {@code of}.
   *
   * @param each the limit holds for each item by itself; then neither list is given
   * @param doubt why a breach may be right; null where it is a fault
   */
  record AtMost(
      boolean each,
      List<String> items,
      String measure,
      List<String> of,
      String ofMeasure,
      String doubt) {

    /** Whether a cell takes part on the smaller side. */
    boolean isAbout(String item, String cellMeasure) {
      return measure.equals(cellMeasure) && (each || items.contains(item));
    }
  }

  Optional<Form> find(String form) {
    return forms.stream().filter(f -> f.form().equals(form)).findFirst();
  }

  static ReportForms shipped() {
    return OfficeYaml.shipped(FILE, ReportForms.class);
  }
}
