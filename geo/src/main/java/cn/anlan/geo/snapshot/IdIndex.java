package cn.anlan.geo.snapshot;

import java.util.Arrays;

/**
 * From a feature's id to its row: an array where the ids have few gaps, as those of a table have,
 * else an open-addressed hash table of row numbers.
 */
final class IdIndex {
  private final LongChunks ids;
  private final boolean dense;
  private final long least;
  private final int[] slots;

  /**
   * @throws IllegalArgumentException where an id comes twice
   */
  IdIndex(String layer, LongChunks ids) {
    this.ids = ids;
    this.least = ids.min();
    long range = ids.max() - least;
    this.dense = range >= 0 && range < 2L * ids.size();
    int capacity = dense ? (int) range + 1 : hashed(ids.size());
    slots = new int[capacity];
    Arrays.fill(slots, -1);
    for (int row = 0; row < ids.size(); row++) {
      long id = ids.get(row);
      int slot = dense ? (int) (id - least) : slotOf(id);
      if (slots[slot] >= 0) {
        throw new IllegalArgumentException("layer " + layer + ": id " + id + " comes twice");
      }
      slots[slot] = row;
    }
  }

  private static int hashed(int size) {
    return Math.max(16, Integer.highestOneBit(Math.max(1, size * 4 / 3)) * 2);
  }

  /** The row of {@code id}, or -1. */
  int find(long id) {
    if (dense) {
      return id < least || id - least >= slots.length ? -1 : slots[(int) (id - least)];
    }
    return slots[slotOf(id)];
  }

  long memoryBytes() {
    return 4L * slots.length;
  }

  private int slotOf(long id) {
    int mask = slots.length - 1;
    int slot = Dictionary.spread(Long.hashCode(id)) & mask;
    while (slots[slot] >= 0 && ids.get(slots[slot]) != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
