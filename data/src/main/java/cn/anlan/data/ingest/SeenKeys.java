package cn.anlan.data.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Remembers in which row each key stood, in about 40 bytes a key whatever its length: 128 bits of a
 * digest stand for the key. Two different keys share them less often than a disk lies.
 */
final class SeenKeys {
  private long[] high = new long[1 << 12];
  private long[] low = new long[1 << 12];
  private int[] rows = new int[1 << 12];
  private int size;

  /** The row where the key stood before, or 0 if it is new; then it is remembered. */
  int firstRow(String key, int row) {
    byte[] digest = digest(key);
    long h = bytesToLong(digest, 0);
    long l = bytesToLong(digest, 8);
    int slot = slot(h, l);
    if (rows[slot] != 0) {
      return rows[slot];
    }
    set(slot, h, l, row);
    if (++size > rows.length / 2) {
      grow();
    }
    return 0;
  }

  /** Whether the key is remembered. */
  boolean isSeen(String key) {
    byte[] digest = digest(key);
    return rows[slot(bytesToLong(digest, 0), bytesToLong(digest, 8))] != 0;
  }

  private int slot(long h, long l) {
    int mask = rows.length - 1;
    int slot = (int) h & mask;
    while (rows[slot] != 0 && (high[slot] != h || low[slot] != l)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void set(int slot, long h, long l, int row) {
    high[slot] = h;
    low[slot] = l;
    rows[slot] = row;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldRows = rows;
    high = new long[oldRows.length * 2];
    low = new long[oldRows.length * 2];
    rows = new int[oldRows.length * 2];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        set(slot(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldRows[i]);
      }
    }
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long bytesToLong(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + 8; i++) {
      value = value << 8 | bytes[i] & 0xFF;
    }
    return value;
  }
}
