package cn.anlan.geo.snapshot;

import cn.anlan.geo.snapshot.SerialTexts.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys while rows are being read, as beginnings and numbers, for as long as they are of that form.
 * Where they turn out not to be, they can be had back one by one.
 */
final class SerialStage {
  private static final int MOST_SERIES = 64;
  private static final int MOST_DIGITS = 9;

  /** So many more places than rows may there be, for numbers that are not in use. */
  private static final int SPARE = 1024;

  private final List<byte[]> prefixes = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private final LongChunks rows = new LongChunks(); // series << 32 | number
  private int last;

  /** Takes a key of the rows to come; false where it is not of the form, and then not taken. */
  boolean add(byte[] bytes, int from, int length) {
    int end = from + length;
    int digits = end;
    while (digits > from && end - digits < MOST_DIGITS && isDigit(bytes[digits - 1])) {
      digits--;
    }
    if (digits == end) {
      return false;
    }
    int series = series(bytes, from, digits, end - digits);
    if (series < 0) {
      return false;
    }
    rows.add((long) series << 32 | number(bytes, digits, end));
    return true;
  }

  int size() {
    return rows.size();
  }

  /** The number that the digits from {@code from} to before {@code end} write; -1 if others. */
  static int number(byte[] bytes, int from, int end) {
    int number = 0;
    for (int at = from; at < end; at++) {
      if (!isDigit(bytes[at])) {
        return -1;
      }
      number = number * 10 + bytes[at] - '0';
    }
    return number;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private int series(byte[] bytes, int from, int end, int width) {
    if (!prefixes.isEmpty() && is(last, bytes, from, end, width)) {
      return last;
    }
    for (int i = 0; i < prefixes.size(); i++) {
      if (is(i, bytes, from, end, width)) {
        last = i;
        return i;
      }
    }
    if (prefixes.size() == MOST_SERIES) {
      return -1;
    }
    prefixes.add(Arrays.copyOfRange(bytes, from, end));
    widths.add(width);
    last = prefixes.size() - 1;
    return last;
  }

  private boolean is(int series, byte[] bytes, int from, int end, int width) {
    byte[] prefix = prefixes.get(series);
    return widths.get(series) == width && Arrays.equals(prefix, 0, prefix.length, bytes, from, end);
  }

  /** The text of a row in the order they came. */
  String text(int row) {
    long staged = rows.get(row);
    int series = (int) (staged >> 32);
    return new Series(prefixes.get(series), widths.get(series), 0, 0, 0).text((int) staged);
  }

  /**
   * All keys with row {@code i} from {@code order[i]}, or null where their numbers have so many
   * gaps that it would not pay.
   *
   * @throws IllegalArgumentException where a key comes twice
   */
  SerialTexts finish(int[] order) {
    rows.seal();
    Series[] series = layOut();
    if (series == null) {
      return null;
    }
    Series end = series.length == 0 ? null : series[series.length - 1];
    int[] rowOfPlace = new int[end == null ? 0 : end.offset() + end.count()];
    Arrays.fill(rowOfPlace, -1);
    LongChunks places = new LongChunks();
    for (int row = 0; row < order.length; row++) {
      long staged = rows.get(order[row]);
      Series its = series[(int) (staged >> 32)];
      int place = its.offset() + (int) staged - its.least();
      if (rowOfPlace[place] >= 0) {
        throw new IllegalArgumentException(
            "column code is the key, but " + its.text(place) + " comes twice");
      }
      rowOfPlace[place] = row;
      places.add(place);
    }
    return new SerialTexts(series, places.seal(), rowOfPlace);
  }

  private Series[] layOut() {
    int[] least = new int[prefixes.size()];
    int[] greatest = new int[prefixes.size()];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int row = 0; row < rows.size(); row++) {
      long staged = rows.get(row);
      int series = (int) (staged >> 32);
      least[series] = Math.min(least[series], (int) staged);
      greatest[series] = Math.max(greatest[series], (int) staged);
    }
    Series[] series = new Series[prefixes.size()];
    long places = 0;
    for (int i = 0; i < series.length; i++) {
      int count = greatest[i] - least[i] + 1;
      if (places + count > 2L * rows.size() + SPARE) {
        return null;
      }
      series[i] = new Series(prefixes.get(i), widths.get(i), least[i], (int) places, count);
      places += count;
    }
    return series;
  }
}
