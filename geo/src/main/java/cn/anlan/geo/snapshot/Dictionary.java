package cn.anlan.geo.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;

/**
 * Distinct texts, numbered from 0 in the order they came, kept as UTF-8 bytes. While it is built a
 * hash table finds a text's number; {@link #seal} drops the table unless it is to be kept.
 */
final class Dictionary extends TextTable {
  /** Up to this many texts are also kept as {@link String}s, so that reading makes no new ones. */
  private static final int DECODED = 4096;

  /** Up to this many texts are looked for one by one where there is no hash table. */
  private static final int FEW = 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final BytePages bytes = new BytePages();
  private final LongChunks addresses = new LongChunks();
  private LongChunks hashes = new LongChunks();
  private int[] slots = new int[64];
  private String[] decoded;

  Dictionary() {
    Arrays.fill(slots, -1);
  }

  @Override
  int size() {
    return addresses.size();
  }

  /** The number of the text in UTF-8, which is added where it is new. */
  int intern(byte[] utf8, int from, int length) {
    int hash = hash(utf8, from, length);
    int slot = slotOf(utf8, from, length, hash);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    int number = size();
    addresses.add(bytes.add(utf8, from, length));
    hashes.add(hash);
    slots[slot] = number;
    if (number * 3L > slots.length * 2L) {
      grow();
    }
    return number;
  }

  @Override
  int find(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (slots != null) {
      return slots[slotOf(utf8, 0, utf8.length, hash(utf8, 0, utf8.length))];
    }
    for (int number = 0; number < size(); number++) {
      if (bytes.matches(addresses.get(number), utf8, 0, utf8.length)) {
        return number;
      }
    }
    return -1;
  }

  /** Where each {@link #find} would walk through all texts, one walk is enough for many. */
  @Override
  BitSet findAll(Collection<String> wanted) {
    return slots != null || wanted.size() <= FEW
        ? super.findAll(wanted)
        : matching(new HashSet<>(wanted)::contains);
  }

  @Override
  String get(int number) {
    return decoded != null ? decoded[number] : decode(number);
  }

  /** Ends building. Without the hash table {@link #find} walks through all texts. */
  Dictionary seal(boolean keepTable) {
    bytes.seal();
    addresses.seal();
    hashes = null;
    if (!keepTable) {
      slots = null;
    }
    if (size() <= DECODED) {
      decoded = new String[size()];
      for (int number = 0; number < decoded.length; number++) {
        decoded[number] = decode(number);
      }
    }
    return this;
  }

  /**
   * A new dictionary, to be sealed, whose text {@code i} is text {@code order[i]} of this one. It
   * takes this one's hash table along, so that this one must not be used again.
   */
  Dictionary reorder(int[] order) {
    Dictionary result = new Dictionary();
    int[] numberNow = new int[order.length];
    for (int number = 0; number < order.length; number++) {
      numberNow[order[number]] = number;
      result.addresses.add(result.bytes.add(bytes.get(addresses.get(order[number]))));
    }
    for (int slot = 0; slot < slots.length; slot++) {
      slots[slot] = slots[slot] < 0 ? -1 : numberNow[slots[slot]];
    }
    result.slots = slots;
    slots = null;
    return result;
  }

  @Override
  long memoryBytes() {
    long strings = 0;
    if (decoded != null) {
      for (String text : decoded) {
        strings += 48 + 2L * text.length();
      }
    }
    return bytes.memoryBytes()
        + addresses.memoryBytes()
        + strings
        + (slots == null ? 0 : 4L * slots.length);
  }

  private String decode(int number) {
    return new String(bytes.get(addresses.get(number)), StandardCharsets.UTF_8);
  }

  /** The slot that holds {@code utf8}, or the empty one where it belongs. */
  private int slotOf(byte[] utf8, int from, int length, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] >= 0 && !holds(slots[slot], utf8, from, length, hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean holds(int number, byte[] utf8, int from, int length, int hash) {
    return (hashes == null || hashes.get(number) == hash)
        && bytes.matches(addresses.get(number), utf8, from, length);
  }

  private void grow() {
    int capacity = slots.length * 2;
    slots = null; // first gives the old one back
    int[] table = new int[capacity];
    Arrays.fill(table, -1);
    int mask = capacity - 1;
    for (int number = 0; number < size(); number++) {
      int slot = (int) hashes.get(number) & mask;
      while (table[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = number;
    }
    slots = table;
  }

  /** Eight bytes at a time; the same in every order of bytes of the machine. */
  private static int hash(byte[] utf8, int from, int length) {
    long mixed = length;
    int at = from;
    int end = from + length;
    for (; at + 8 <= end; at += 8) {
      mixed = (mixed ^ (long) LONG.get(utf8, at)) * MIX;
      mixed ^= mixed >>> 29;
    }
    for (; at < end; at++) {
      mixed = (mixed ^ utf8[at]) * MIX;
      mixed ^= mixed >>> 32;
    }
    return spread(Long.hashCode(mixed));
  }

  /** Spreads neighbouring numbers over a table. */
  static int spread(int hash) {
    int mixed = hash * 0x9E3779B1;
    return mixed ^ (mixed >>> 15);
  }
}
