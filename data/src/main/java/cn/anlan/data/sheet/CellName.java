package cn.anlan.data.sheet;

import java.util.regex.Pattern;

/** Names of cells, such as {@code AB12}. */
final class CellName {
  private static final Pattern NAME = Pattern.compile("\\$?[A-Z]{1,3}\\$?[0-9]{1,7}");

  private CellName() {}

  static boolean isValid(String name) {
    return name != null && NAME.matcher(name).matches();
  }

  /** From 1. */
  static long row(String name) {
    return Long.parseLong(name.replaceAll("[^0-9]", ""));
  }

  /** From 0. */
  static int column(String name) {
    int column = 0;
    for (char c : name.toCharArray()) {
      column = c >= 'A' && c <= 'Z' ? column * 26 + c - 'A' + 1 : column;
    }
    return column - 1;
  }

  /** The letters of a column counted from 0. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int c = column + 1; c > 0; c = (c - 1) / 26) {
      letters.insert(0, (char) ('A' + (c - 1) % 26));
    }
    return letters.toString();
  }
}
