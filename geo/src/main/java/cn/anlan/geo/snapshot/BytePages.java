package cn.anlan.geo.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Byte strings one after the other in pages of 256 KiB: grows without copying and beyond 2 GiB.
 * Each string is preceded by its length (seven bits a byte, least first); its address is where that
 * begins.
 */
final class BytePages {
  private static final int BITS = 18;
  private static final int SIZE = 1 << BITS;
  private static final int MASK = SIZE - 1;

  private final List<byte[]> pages = new ArrayList<>();
  private long end;

  /** Appends {@code bytes} and returns its address. */
  long add(byte[] bytes) {
    return add(bytes, 0, bytes.length);
  }

  /** Appends {@code length} of {@code bytes} and returns their address. */
  long add(byte[] bytes, int first, int length) {
    long address = end;
    int rest = length;
    while (rest > 0x7F) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    int from = first;
    while (from < first + length) {
      byte[] page = pageForWriting();
      int at = (int) (end & MASK);
      int count = Math.min(first + length - from, SIZE - at);
      System.arraycopy(bytes, from, page, at, count);
      from += count;
      end += count;
    }
    return address;
  }

  /** A copy of the string at {@code address}. */
  byte[] get(long address) {
    long at = address;
    int length = 0;
    int shift = 0;
    byte head;
    do {
      head = at(at++);
      length |= (head & 0x7F) << shift;
      shift += 7;
    } while (head < 0);
    byte[] result = new byte[length];
    int to = 0;
    while (to < length) {
      int offset = (int) (at & MASK);
      int count = Math.min(length - to, SIZE - offset);
      System.arraycopy(pages.get((int) (at >>> BITS)), offset, result, to, count);
      to += count;
      at += count;
    }
    return result;
  }

  /** Whether the string at {@code address} is that part of {@code bytes}, without copying it. */
  boolean matches(long address, byte[] bytes, int from, int count) {
    long at = address;
    int length = 0;
    int shift = 0;
    byte head;
    do {
      head = at(at++);
      length |= (head & 0x7F) << shift;
      shift += 7;
    } while (head < 0);
    if (length != count) {
      return false;
    }
    int offset = (int) (at & MASK);
    if (offset + length <= SIZE) {
      return length == 0
          || Arrays.equals(
              pages.get((int) (at >>> BITS)), offset, offset + length, bytes, from, from + length);
    }
    for (int i = 0; i < length; i++) {
      if (at(at + i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Shortens the last page to what is in it. Nothing may be added afterwards. */
  BytePages seal() {
    int used = (int) (end & MASK);
    if (used > 0) {
      int last = pages.size() - 1;
      pages.set(last, Arrays.copyOf(pages.get(last), used));
    }
    return this;
  }

  long memoryBytes() {
    long total = 0;
    for (byte[] page : pages) {
      total += 24 + page.length;
    }
    return total;
  }

  private byte at(long address) {
    return pages.get((int) (address >>> BITS))[(int) (address & MASK)];
  }

  private void put(byte value) {
    pageForWriting()[(int) (end & MASK)] = value;
    end++;
  }

  private byte[] pageForWriting() {
    int page = (int) (end >>> BITS);
    if (page == pages.size()) {
      pages.add(new byte[SIZE]);
    }
    return pages.get(page);
  }
}
