package cn.anlan.geo.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Different texts that are a beginning and a number of fixed width (DEMO-HZ-0000001), in the order
 * of rows. A text is its place in the sequence of all numbers of all beginnings: two to four bytes;
 * the way back, from a place to the row, is an array of four bytes each.
 */
final class SerialTexts extends TextTable {
  /**
   * One beginning and how its numbers lie in the sequence.
   *
   * @param width digits of the number, leading zeros included
   * @param least the smallest number, which stands at place {@code offset}
   * @param count places it takes
   */
  record Series(byte[] prefix, int width, int least, int offset, int count) {
    boolean holds(int place) {
      return place >= offset && place - offset < count;
    }

    String text(int place) {
      byte[] utf8 = Arrays.copyOf(prefix, prefix.length + width);
      int rest = place - offset + least;
      for (int at = utf8.length - 1; at >= prefix.length; at--) {
        utf8[at] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The place of a text, or -1. */
    int place(byte[] utf8) {
      int start = prefix.length;
      if (utf8.length != start + width || !Arrays.equals(prefix, 0, start, utf8, 0, start)) {
        return -1;
      }
      int number = SerialStage.number(utf8, start, utf8.length);
      return number < least || number - least >= count ? -1 : offset + number - least;
    }
  }

  private final Series[] series;
  private final LongChunks places;
  private final int[] rowOfPlace;

  /**
   * @param places by row
   * @param rowOfPlace -1 where no row has the text
   */
  SerialTexts(Series[] series, LongChunks places, int[] rowOfPlace) {
    this.series = series;
    this.places = places;
    this.rowOfPlace = rowOfPlace;
  }

  @Override
  int size() {
    return places.size();
  }

  @Override
  int find(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (Series each : series) {
      int place = each.place(utf8);
      if (place >= 0) {
        return rowOfPlace[place];
      }
    }
    return -1;
  }

  @Override
  String get(int number) {
    int place = (int) places.get(number);
    for (Series each : series) {
      if (each.holds(place)) {
        return each.text(place);
      }
    }
    throw new IllegalStateException("no series holds place " + place);
  }

  @Override
  long memoryBytes() {
    return places.memoryBytes() + 4L * rowOfPlace.length + 96L * series.length;
  }
}
