package cn.anlan.data.ingest.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Values in PostgreSQL's binary COPY format (manual, COPY, "Binary Format"): each preceded by its
 * length, big-endian. Days are counted from 2000-01-01.
 */
final class CopyBuffer {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int TEXT_OID = 25;
  private static final int POINT_BYTES = 25;
  private static final int WKB_POINT_SRID = 0x2000_0001;

  private byte[] bytes;
  private int end;

  CopyBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] bytes() {
    return bytes;
  }

  int end() {
    return end;
  }

  void clear() {
    end = 0;
  }

  void signature() {
    raw(SIGNATURE);
  }

  void trailer() {
    shortInt(-1);
  }

  void startRow(int columns) {
    shortInt(columns);
  }

  void missing() {
    need(4);
    putInt(-1);
  }

  void text(String value) {
    sized(value.getBytes(StandardCharsets.UTF_8));
  }

  void whole(long value) {
    need(12);
    putInt(8);
    putLong(value);
  }

  void number(double value) {
    whole(Double.doubleToRawLongBits(value));
  }

  void truth(boolean value) {
    need(5);
    putInt(1);
    bytes[end++] = (byte) (value ? 1 : 0);
  }

  void day(LocalDate value) {
    need(8);
    putInt(4);
    putInt(Math.toIntExact(value.toEpochDay() - EPOCH_2000));
  }

  /** A {@code text[]} with indexes from 1. */
  void texts(List<?> values) {
    int start = end;
    need(24);
    putInt(0); // the length, known at the end
    putInt(values.isEmpty() ? 0 : 1);
    putInt(0); // no element is null
    putInt(TEXT_OID);
    if (!values.isEmpty()) {
      putInt(values.size());
      putInt(1);
    }
    for (Object value : values) {
      text(value.toString());
    }
    INT.set(bytes, start, end - start - 4);
  }

  /** A point in PostGIS's EWKB. */
  void point(double lonDeg, double latDeg, int srid) {
    need(4 + POINT_BYTES);
    putInt(POINT_BYTES);
    bytes[end++] = 0; // big-endian
    putInt(WKB_POINT_SRID);
    putInt(srid);
    putLong(Double.doubleToRawLongBits(lonDeg));
    putLong(Double.doubleToRawLongBits(latDeg));
  }

  void sized(byte[] value) {
    need(4);
    putInt(value.length);
    raw(value);
  }

  private void raw(byte[] value) {
    need(value.length);
    System.arraycopy(value, 0, bytes, end, value.length);
    end += value.length;
  }

  private void shortInt(int value) {
    need(2);
    bytes[end++] = (byte) (value >> 8);
    bytes[end++] = (byte) value;
  }

  private void putInt(int value) {
    INT.set(bytes, end, value);
    end += 4;
  }

  private void putLong(long value) {
    LONG.set(bytes, end, value);
    end += 8;
  }

  private void need(int count) {
    if (bytes.length - end < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + count));
    }
  }
}
