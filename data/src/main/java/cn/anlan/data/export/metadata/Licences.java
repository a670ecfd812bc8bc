package cn.anlan.data.export.metadata;

import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.OfficeYaml;
import java.util.List;

/**
 * Under what terms the rows of a source may be passed on: {@code export/licences.yaml} tells it for
 * the sources that come with the program. For all others the rights are with whoever supplied them.
 *
 * @param licences first match counts
 */
record Licences(List<Licence> licences, Text others, Text demo) {
  private static final String FILE = "export/licences.yaml";
  private static final Licences OURS = read();

  /**
   * @param source words that the source of a row contains
   */
  record Licence(String source, Text terms) {}

  /** Of a source; null is a row that names none. */
  static Text of(String source) {
    return OURS.licences.stream()
        .filter(l -> source != null && source.contains(l.source()))
        .map(Licence::terms)
        .findFirst()
        .orElse(OURS.others);
  }

  /** Of invented rows. */
  static Text ofDemo() {
    return OURS.demo;
  }

  private static Licences read() {
    return OfficeYaml.shipped(FILE, Licences.class);
  }
}
