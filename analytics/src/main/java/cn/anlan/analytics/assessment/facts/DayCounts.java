package cn.anlan.analytics.assessment.facts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Changes of counts by series and day, in chunks of 64 days that exist only where something
 * changed. The state of a series at the end of a day is the sum of its changes up to that day. What
 * happened before the first day is put on it.
 *
 * <p>Immutable once built; a {@link Builder} over an earlier one copies only the chunks that it
 * writes to.
 */
final class DayCounts {
  private static final int BITS = 6;
  private static final int CHUNK = 1 << BITS;

  /** Nothing that is later by so many days is ever asked for: a date mistyped by centuries. */
  private static final int MAX_DAYS = 366 * 100;

  private final int firstDay;
  private final int[][][] chunks;

  private DayCounts(int firstDay, int[][][] chunks) {
    this.firstDay = firstDay;
    this.chunks = chunks;
  }

  static Builder builder(LocalDate firstDay, int series) {
    return new Builder((int) firstDay.toEpochDay(), new int[series][][]);
  }

  /** For counts that differ a little from these, which stay as they are. */
  Builder edit() {
    return new Builder(firstDay, chunks.clone());
  }

  int series() {
    return chunks.length;
  }

  boolean isEmpty(int series) {
    return chunks[series] == null;
  }

  /**
   * Adds the states of a series at the ends of days.
   *
   * @param epochDays ascending
   * @param to in the same order
   */
  void addStates(int series, int[] epochDays, int[] to) {
    int[][] own = chunks[series];
    if (own == null) {
      return;
    }
    int sum = 0;
    int next = 0; // day not yet added, counted from the first
    for (int i = 0; i < epochDays.length; i++) {
      int until = epochDays[i] - firstDay;
      while (next <= until) {
        int chunk = next >> BITS;
        if (chunk >= own.length) {
          next = until + 1;
          break;
        }
        int end = Math.min(until, (chunk << BITS) + CHUNK - 1);
        int[] days = own[chunk];
        if (days != null) {
          for (int day = next; day <= end; day++) {
            sum += days[day & (CHUNK - 1)];
          }
        }
        next = end + 1;
      }
      to[i] += sum;
    }
  }

  /** The last day, not after {@code limit}, on which a series changed; MIN_VALUE for none. */
  int lastChange(int series, int limit) {
    int[][] own = chunks[series];
    if (own == null) {
      return Integer.MIN_VALUE;
    }
    for (int day = Math.min(limit - firstDay, own.length * CHUNK - 1); day >= 0; day--) {
      int[] days = own[day >> BITS];
      if (days == null) {
        day = day & ~(CHUNK - 1);
      } else if (days[day & (CHUNK - 1)] != 0) {
        return firstDay + day;
      }
    }
    return Integer.MIN_VALUE;
  }

  /** Takes changes and makes counts of them, once. */
  static final class Builder {
    private final int firstDay;
    private final int[][][] chunks;
    private final BitSet ownSeries = new BitSet();
    private final BitSet ownChunks = new BitSet();

    private Builder(int firstDay, int[][][] chunks) {
      this.firstDay = firstDay;
      this.chunks = chunks;
    }

    /**
     * Changes a series from a day on.
     *
     * @param epochDay a day before the first, also MIN_VALUE for none, counts as the first
     */
    void add(int series, int epochDay, int change) {
      int day = epochDay <= firstDay ? 0 : epochDay - firstDay;
      if (day >= MAX_DAYS) {
        return;
      }
      chunk(series, day >> BITS)[day & (CHUNK - 1)] += change;
    }

    private int[] chunk(int series, int chunk) {
      int[][] own = chunks[series];
      if (own == null) {
        own = new int[Math.max(chunk + 1, CHUNK)][];
        chunks[series] = own;
        ownSeries.set(series);
      } else if (!ownSeries.get(series) || chunk >= own.length) {
        own = Arrays.copyOf(own, Math.max(own.length, chunk + 1));
        chunks[series] = own;
        ownSeries.set(series);
      }
      int number = series * (MAX_DAYS >> BITS) + chunk;
      if (own[chunk] == null) {
        own[chunk] = new int[CHUNK];
        ownChunks.set(number);
      } else if (!ownChunks.get(number)) {
        own[chunk] = own[chunk].clone();
        ownChunks.set(number);
      }
      return own[chunk];
    }

    /** The series that this builder has written to. */
    BitSet touched() {
      return (BitSet) ownSeries.clone();
    }

    DayCounts build() {
      return new DayCounts(firstDay, chunks);
    }
  }
}
