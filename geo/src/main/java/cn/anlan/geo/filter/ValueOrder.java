package cn.anlan.geo.filter;

import cn.anlan.geo.filter.Expression.Operand;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;

/**
 * Which of two values comes first, as columns say it: texts by code points, false before true, a
 * literal or whole number rounded to a double where the other value is one.
 */
final class ValueOrder {
  private ValueOrder() {}

  /** The order of code points. */
  static int ofTexts(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  /** Of two values of the classes of columns and literals; empty where they are of two types. */
  static OptionalInt find(Object a, Object b) {
    if (a instanceof String x && b instanceof String y) {
      return OptionalInt.of(ofTexts(x, y));
    } else if (a instanceof Double || b instanceof Double) {
      return a instanceof Number x && b instanceof Number y
          ? OptionalInt.of(Double.compare(x.doubleValue() + 0.0, y.doubleValue() + 0.0))
          : OptionalInt.empty();
    } else if (a instanceof Number x && b instanceof Number y) {
      return OptionalInt.of(exact(x).compareTo(exact(y)));
    } else if (a instanceof LocalDate x && b instanceof LocalDate y) {
      return OptionalInt.of(x.compareTo(y));
    } else if (a instanceof Boolean x && b instanceof Boolean y) {
      return OptionalInt.of(x.compareTo(y));
    }
    return OptionalInt.empty();
  }

  /** Of the values of two properties, which are known to be of one type. */
  static Comparator<Object> between(Operand left, Operand right) {
    return (a, b) -> find(left.fold(a), right.fold(b)).orElseThrow();
  }

  private static BigDecimal exact(Number number) {
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
  }
}
