package cn.anlan.data.catalog;

import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * One value of a code list.
 *
 * @param color {@code #rrggbb} on maps and legends, or null
 * @param aliases other words by which files deliver it
 * @param validFrom first day on which the list had it, null for always
 * @param validTo first day on which the list no longer has it, null today
 * @param successor the code that takes what is delivered under it after its end; null where nobody
 *     has decided that, and then it is refused
 */
public record Code(
    String value,
    Text title,
    String color,
    List<String> aliases,
    LocalDate validFrom,
    LocalDate validTo,
    String successor) {
  public Code {
    if (value == null || value.isBlank() || title == null) {
      throw new IllegalArgumentException("a code needs 'value' and 'title'");
    }
    if (successor != null && validTo == null) {
      throw new IllegalArgumentException(
          "code '" + value + "' has a successor and so needs 'valid_to'");
    }
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
  }

  /** Whether the list has it on the day. */
  public boolean isValid(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || day.isBefore(validTo));
  }
}
