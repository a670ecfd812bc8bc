package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The faults that a question to a snapshot can have, worded once. */
final class Faults {
  private Faults() {}

  static UserFault unknownColumn(String layer, String name, Collection<String> known) {
    Optional<String> near =
        known.stream()
            .filter(k -> remoteness(k, name) <= Math.max(1, Math.min(3, name.length() / 2)))
            .min(Comparator.comparingInt((String k) -> remoteness(k, name)).thenComparing(k -> k));
    String meant =
        near.map(k -> "是否为 '" + k + "'？/ did you mean '" + k + "'? ")
            .orElse("若是文本请加单引号 / if it is a text write '…' in single quotes; ");
    return new UserFault(
        "图层 " + layer + " 没有属性 '" + name + "' / layer " + layer + " has no property '" + name + "'",
        meant + "可用属性 / known: " + String.join(", ", known));
  }

  static UserFault wrongType(ColumnSpec column, String asked, String remedy) {
    return new UserFault(
        "属性 '%s' 是%s，不能%s / property '%s' is of type %s"
            .formatted(column.name(), column.kind().zh(), asked, column.name(), column.kind().en()),
        remedy);
  }

  static UserFault tooManyValues(ColumnSpec column, int limit) {
    return new UserFault(
        "属性 '%s' 的不同取值超过 %,d 个 / property '%s' has more than %,d different values"
            .formatted(column.name(), limit, column.name(), limit),
        "请按代码类属性统计 / count by a property with fewer values, such as a code");
  }

  static UserFault notCountable(ColumnSpec column) {
    return wrongType(
        column, "按值统计", "请按代码、文本、整数、布尔或日期属性统计 / count by a code, text, integer, boolean or date");
  }

  /** How far a known name is from what was written; 1 where that is its beginning or end. */
  private static int remoteness(String known, String written) {
    boolean part = written.length() >= 3 && (known.startsWith(written) || known.endsWith(written));
    return part ? 1 : distance(known.toLowerCase(Locale.ROOT), written.toLowerCase(Locale.ROOT));
  }

  /** Levenshtein's distance, in characters. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] =
            Math.min(previous[j - 1] + change, Math.min(previous[j] + 1, current[j - 1] + 1));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
