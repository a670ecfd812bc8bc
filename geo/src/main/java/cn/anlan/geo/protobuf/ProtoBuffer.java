package cn.anlan.geo.protobuf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes in the encoding of Protocol Buffers: as much of it as vector tiles and glyphs need. Not for
 * several threads.
 */
public final class ProtoBuffer {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int DELIMITED = 2;

  private byte[] bytes = new byte[256];
  private int length;

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Begins anew. */
  public void clear() {
    length = 0;
  }

  /** An unsigned number, seven bits a byte, least first. */
  public void varint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** A signed number, such that small ones of either sign are short. */
  public void zigzag(int value) {
    varint(Integer.toUnsignedLong(value << 1 ^ value >> 31));
  }

  /** A field of an unsigned number. */
  public void number(int field, long value) {
    varint((long) field << 3 | VARINT);
    varint(value);
  }

  /** A field of a number of either sign ({@code sint32}, {@code sint64}). */
  public void signedNumber(int field, long value) {
    varint((long) field << 3 | VARINT);
    varint(value << 1 ^ value >> 63);
  }

  /** A field of a {@code double}. */
  public void fixed(int field, double value) {
    varint((long) field << 3 | FIXED64);
    reserve(8);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < 8; i++) {
      bytes[length++] = (byte) (bits >>> 8 * i);
    }
  }

  /** A field of text. */
  public void text(int field, String value) {
    bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A field of bytes. */
  public void bytes(int field, byte[] value) {
    head(field, value.length);
    append(value, value.length);
  }

  /** A field that is a message of its own. */
  public void message(int field, ProtoBuffer message) {
    head(field, message.length);
    append(message.bytes, message.length);
  }

  /** What another one has gathered, behind what is here. */
  public void append(ProtoBuffer other) {
    append(other.bytes, other.length);
  }

  private void head(int field, int size) {
    varint((long) field << 3 | DELIMITED);
    varint(size);
  }

  private void append(byte[] source, int count) {
    reserve(count);
    System.arraycopy(source, 0, bytes, length, count);
    length += count;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
