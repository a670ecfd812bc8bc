package cn.anlan.data.ingest.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers in which row each key stood, however many there are, in some 45 MB of memory: 128 bits
 * of a digest stand for a key (two different keys share them less often than a disk lies), a
 * million of them at a time; the others are kept sorted on disk. Not for several threads.
 */
public final class SeenKeys {
  private final int most;
  private final MessageDigest sha256 = sha256();
  private final List<KeyRun> runs = new ArrayList<>();
  private long[] high = new long[1 << 12];
  private long[] low = new long[1 << 12];
  private int[] rows = new int[1 << 12];
  private int size;
  private long digestHigh;
  private long digestLow;

  /** Holds a million keys in memory, and the others on disk. */
  public SeenKeys() {
    this(1 << 20);
  }

  /**
   * @param most how many keys are held in memory
   */
  SeenKeys(int most) {
    this.most = most;
  }

  /** The row where the key stood before, or 0 if it is new; then it is remembered. */
  public int firstRow(String key, int row) {
    int first = find(key);
    if (first == 0) {
      set(slot(digestHigh, digestLow), digestHigh, digestLow, row);
      size++;
      if (size >= most) {
        spill();
      } else if (size > rows.length / 2) {
        grow();
      }
    }
    return first;
  }

  /** Whether the key is remembered. */
  boolean isSeen(String key) {
    return find(key) != 0;
  }

  private int find(String key) {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
    digestHigh = digest.getLong();
    digestLow = digest.getLong();
    int slot = slot(digestHigh, digestLow);
    if (rows[slot] != 0) {
      return rows[slot];
    }
    for (KeyRun run : runs) {
      int row = run.find(digestHigh, digestLow);
      if (row != 0) {
        return row;
      }
    }
    return 0;
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
    empty(oldRows.length * 2);
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        set(slot(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldRows[i]);
      }
    }
  }

  private void spill() {
    runs.add(KeyRun.write(high, low, rows, size));
    empty(rows.length);
    size = 0;
  }

  private void empty(int slots) {
    high = new long[slots];
    low = new long[slots];
    rows = new int[slots];
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
