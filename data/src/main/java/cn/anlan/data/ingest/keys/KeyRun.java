package cn.anlan.data.ingest.keys;

import cn.anlan.data.ingest.report.DiskFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Digests of keys with their rows, sorted, in a temporary file that has no name and vanishes with
 * the program. What is not in it is known, but for one in a hundred, without looking into the file
 * (a Bloom filter of ten bits a key and seven functions; Bloom 1970).
 */
final class KeyRun {
  private static final int ENTRY = 8 + 8 + 4;
  private static final int BLOCK_ENTRIES = 200;
  private static final int BITS_A_KEY = 10;
  private static final int FUNCTIONS = 7;

  private final FileChannel file;
  private final int size;
  private final long[] firsts;
  private final long[] bloom;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK_ENTRIES * ENTRY);

  private KeyRun(FileChannel file, int size) {
    this.file = file;
    this.size = size;
    this.firsts = new long[(size + BLOCK_ENTRIES - 1) / BLOCK_ENTRIES];
    this.bloom = new long[size * BITS_A_KEY / Long.SIZE + 1];
  }

  /**
   * @param rows 0 where the slot is empty
   * @param size how many slots are not
   */
  static KeyRun write(long[] high, long[] low, int[] rows, int size) {
    Integer[] order = new Integer[size];
    int n = 0;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != 0) {
        order[n++] = i;
      }
    }
    Arrays.sort(
        order,
        (a, b) ->
            high[a] != high[b]
                ? Long.compareUnsigned(high[a], high[b])
                : Long.compareUnsigned(low[a], low[b]));
    try {
      Path path = Files.createTempFile("anlan-keys-", ".run");
      FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Files.delete(path);
      KeyRun run = new KeyRun(file, size);
      run.fill(order, high, low, rows);
      return run;
    } catch (IOException e) {
      throw DiskFault.of("keeping the keys of a file", e);
    }
  }

  private void fill(Integer[] order, long[] high, long[] low, int[] rows) throws IOException {
    for (int i = 0; i < order.length; i++) {
      int slot = order[i];
      if (i % BLOCK_ENTRIES == 0) {
        firsts[i / BLOCK_ENTRIES] = high[slot];
      }
      block.putLong(high[slot]).putLong(low[slot]).putInt(rows[slot]);
      for (int k = 0; k < FUNCTIONS; k++) {
        int bit = bit(high[slot], low[slot], k);
        bloom[bit >>> 6] |= 1L << bit;
      }
      if (!block.hasRemaining() || i == order.length - 1) {
        block.flip();
        while (block.hasRemaining()) {
          file.write(block);
        }
        block.clear();
      }
    }
  }

  /** The row of a digest, or 0. */
  int find(long high, long low) {
    for (int k = 0; k < FUNCTIONS; k++) {
      int bit = bit(high, low, k);
      if ((bloom[bit >>> 6] & 1L << bit) == 0) {
        return 0;
      }
    }
    try {
      // Blocks may begin in the middle of digests with the same first half.
      for (int at = blockOf(high); at >= 0; at--) {
        int row = inBlock(at, high, low);
        if (row != 0 || Long.compareUnsigned(firsts[at], high) < 0) {
          return row;
        }
      }
      return 0;
    } catch (IOException e) {
      throw DiskFault.of("looking up a key", e);
    }
  }

  /** The last block that does not begin after it; -1 where all do. */
  private int blockOf(long high) {
    int from = 0;
    int to = firsts.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Long.compareUnsigned(firsts[middle], high) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }

  private int inBlock(int at, long high, long low) throws IOException {
    int entries = Math.min(BLOCK_ENTRIES, size - at * BLOCK_ENTRIES);
    block.clear().limit(entries * ENTRY);
    long position = (long) at * BLOCK_ENTRIES * ENTRY;
    while (block.hasRemaining() && file.read(block, position + block.position()) >= 0) {
      continue;
    }
    for (int i = 0; i < entries; i++) {
      if (block.getLong(i * ENTRY) == high && block.getLong(i * ENTRY + 8) == low) {
        return block.getInt(i * ENTRY + 16);
      }
    }
    return 0;
  }

  /** The digest is evenly spread as it is; its halves give as many functions as are wanted. */
  private int bit(long high, long low, int function) {
    long mixed = (high >>> 1) + function * (low | 1);
    return (int) Math.floorMod(mixed, (long) bloom.length * Long.SIZE);
  }
}
