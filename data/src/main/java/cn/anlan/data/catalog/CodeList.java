package cn.anlan.data.catalog;

import cn.anlan.geo.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values a coded field may take, in the order of legends.
 *
 * @param source document or standard the list comes from; "ours" is said so
 */
public record CodeList(String id, Text title, String source, List<Code> codes) {
  public CodeList {
    if (id == null || title == null || source == null || codes == null || codes.isEmpty()) {
      throw new IllegalArgumentException("a code list needs id, title, source and codes");
    }
    codes = List.copyOf(codes);
    Set<String> seen = new HashSet<>();
    for (Code code : codes) {
      if (!seen.add(code.value())) {
        throw new IllegalArgumentException("code '" + code.value() + "' stands twice");
      }
    }
  }

  public Optional<Code> find(String value) {
    return codes.stream().filter(c -> c.value().equals(value)).findFirst();
  }

  /** Finds a code by its value or by its Chinese or English title, as files deliver it. */
  public Optional<Code> match(String text) {
    String wanted = text.strip();
    return codes.stream()
        .filter(
            c ->
                c.value().equalsIgnoreCase(wanted)
                    || c.title().zh().equals(wanted)
                    || c.title().en().equalsIgnoreCase(wanted))
        .findFirst();
  }
}
