package cn.anlan.web.ogc;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.LayerTime;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.Predicates;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.geo.snapshot.Truth;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The parameter {@code datetime} (Part 1, 7.15.4): a day, an instant, or an interval of two, of
 * which either may be open ({@code ..} or nothing). Layers know days without time zone, so an
 * instant stands for the day that it names, in whatever zone it is written.
 *
 * @param first null where open
 * @param last null where open
 */
public record Datetime(LocalDate first, LocalDate last) {

  /**
   * @throws UserFault where the text is no time, or ends before it begins
   */
  public static Datetime parse(String text) {
    String[] ends = text.strip().split("/", -1);
    if (ends.length > 2 || ends.length == 1 && ends[0].equals("..")) {
      throw fault(text);
    }
    LocalDate first = end(ends[0], text);
    LocalDate last = ends.length == 1 ? first : end(ends[1], text);
    if (first != null && last != null && last.isBefore(first)) {
      throw new UserFault(
          "datetime=" + text + " 结束早于开始 (ends before it begins)",
          "把较早的日期写在前面 (put the earlier day first)");
    }
    return new Datetime(first, last);
  }

  private static LocalDate end(String word, String text) {
    if (word.isEmpty() || word.equals("..")) {
      return null;
    }
    try {
      return word.length() == 10
          ? LocalDate.parse(word)
          : OffsetDateTime.parse(word.replace(' ', '+')).toLocalDate(); // a + may arrive decoded
    } catch (DateTimeException e) {
      throw fault(text);
    }
  }

  private static UserFault fault(String text) {
    return new UserFault(
        "datetime=" + text + " 无法理解 (not understood)",
        "写作 (write) 2021-03-01, 2021-03-01T08:00:00Z, 2021-01-01/2021-03-31, 2021-01-01/.. 或 (or) ../2021-03-31");
  }

  /**
   * The rows whose time (see {@link LayerTime}) has a day in common with this; empty where the
   * layer's rows have no time, so that none is left out for it.
   */
  public Optional<RowPredicate> rowsOf(Layer layer) {
    return LayerTime.of(layer).map(time -> columns -> meeting(time, columns));
  }

  private Truth meeting(LayerTime time, Predicates columns) {
    if (!time.isInterval()) {
      Truth after = bounded(columns, time.begin(), Comparison.GREATER_OR_EQUAL, first);
      return after
          .and(bounded(columns, time.begin(), Comparison.LESS_OR_EQUAL, last))
          .and(columns.isNull(time.begin()).not());
    }
    Comparison holds = time.endIncluded() ? Comparison.GREATER_OR_EQUAL : Comparison.GREATER;
    Truth begun = bounded(columns, time.begin(), Comparison.LESS_OR_EQUAL, last);
    Truth notEnded = bounded(columns, time.end(), holds, first);
    return begun.or(columns.isNull(time.begin())).and(notEnded.or(columns.isNull(time.end())));
  }

  private static Truth bounded(
      Predicates columns, String field, Comparison comparison, LocalDate day) {
    return day == null ? columns.always(true) : columns.compare(field, comparison, day);
  }
}
