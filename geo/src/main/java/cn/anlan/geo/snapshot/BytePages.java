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
    long address = end;
    int rest = bytes.length;
    while (rest > 0x7F) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    int from = 0;
    while (from < bytes.length) {
      byte[] page = pageForWriting();
      int at = (int) (end & MASK);
      int count = Math.min(bytes.length - from, SIZE - at);
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

  /** Whether the string at {@code address} is {@code bytes}, without copying it. */
  boolean matches(long address, byte[] bytes) {
    long at = address;
    int length = 0;
    int shift = 0;
    byte head;
    do {
      head = at(at++);
      length |= (head & 0x7F) << shift;
      shift += 7;
    } while (head < 0);
    if (length != bytes.length) {
      return false;
    }
    int offset = (int) (at & MASK);
    if (offset + length <= SIZE) {
      return length == 0
          || Arrays.equals(
              pages.get((int) (at >>> BITS)), offset, offset + length, bytes, 0, length);
    }
    for (int i = 0; i < length; i++) {
      if (at(at + i) != bytes[i]) {
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
