package cn.anlan.data.catalog;

import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values a coded field may take, in the order of legends.
 *
 * @param source document or standard the list comes from; "ours" is said so
 * @param scale name of a scale that several lists colour differently (红橙黄蓝, 红橙黄绿), or null: two
 *     lists of one scale may not stand on one legend
 */
public record CodeList(String id, Text title, String source, String scale, List<Code> codes) {
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
    for (Code code : codes) {
      if (code.successor() != null && !seen.contains(code.successor())) {
        throw new IllegalArgumentException(
            "code '" + code.value() + "': there is no successor '" + code.successor() + "'");
      }
    }
  }

  public Optional<Code> find(String value) {
    return codes.stream().filter(c -> c.value().equals(value)).findFirst();
  }

  /** The list as it was on a day. */
  public List<Code> valid(LocalDate day) {
    return codes.stream().filter(c -> c.isValid(day)).toList();
  }

  /**
   * The code of the day that a code of any time leads to; empty where its succession ends before.
   */
  public Optional<Code> current(Code code, LocalDate day) {
    Code at = code;
    for (int i = 0; i < codes.size() && !at.isValid(day); i++) {
      Optional<Code> next = at.successor() == null ? Optional.empty() : find(at.successor());
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return at.isValid(day) ? Optional.of(at) : Optional.empty();
  }

  /**
   * Finds a code by its value, its Chinese or English title or an alias, as files deliver it; also
   * one that the list no longer has.
   */
  public Optional<Code> match(String text) {
    String wanted = text.strip();
    return codes.stream()
        .filter(
            c ->
                c.value().equalsIgnoreCase(wanted)
                    || c.title().zh().equals(wanted)
                    || c.title().en().equalsIgnoreCase(wanted)
                    || c.aliases().contains(wanted))
        .findFirst();
  }
}
