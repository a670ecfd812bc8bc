package cn.anlan.data.snapshots;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of a query in PostgreSQL's binary COPY format (manual, COPY, "Binary Format"), one after the
 * other, without an object for each value: the quickest way out of the server. Fields must be asked
 * for in their order.
 */
public final class CopyRows implements AutoCloseable {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int SIGNATURE = 11;
  private static final long EPOCH_2000 = 10_957; // days from 1970-01-01 to 2000-01-01

  private final CopyOut copy;
  private final int fields;
  private byte[] row;
  private int at;
  private boolean first = true;

  /**
   * @param query what stands behind COPY: a table with its columns, or a query in brackets
   * @param fields how many fields a row has
   */
  public CopyRows(Connection connection, String query, int fields) throws SQLException {
    this.fields = fields;
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY " + query + " TO STDOUT WITH (FORMAT binary)");
  }

  /** Goes to the next row; false where there is none. The server sends each as one message. */
  public boolean next() throws SQLException {
    row = copy.readFromCopy();
    if (row == null) {
      return false;
    }
    at = 0;
    if (first) {
      first = false;
      at = SIGNATURE + 8 + (int) INT.get(row, SIGNATURE + 4); // flags, length of the extension
      if (at == row.length) {
        return next();
      }
    }
    int count = (short) (row[at] << 8 | row[at + 1] & 0xFF);
    at += 2;
    if (count == -1) { // the trailer
      return next();
    }
    if (count != fields) {
      throw new IllegalStateException("a row of " + count + " fields, not " + fields);
    }
    return true;
  }

  /** The length of the next field in bytes, -1 where it is null. To be called before its value. */
  public int length() {
    int length = (int) INT.get(row, at);
    at += 4;
    return length;
  }

  /** The row's bytes; the value of the field begins at {@link #skip}'s answer. */
  public byte[] bytes() {
    return row;
  }

  /** Passes over the value and answers where it began. */
  public int skip(int length) {
    int begin = at;
    at += length;
    return begin;
  }

  /** A bigint. */
  public long whole() {
    return (long) LONG.get(row, skip(8));
  }

  /** A double precision. */
  public double number() {
    return Double.longBitsToDouble(whole());
  }

  /** A boolean. */
  public boolean truth() {
    return row[at++] != 0;
  }

  /** A date as days from 1970-01-01. */
  public long epochDay() {
    return (int) INT.get(row, skip(4)) + EPOCH_2000;
  }

  /** The value's bytes, as the caller's own. */
  public byte[] copyOf(int length) {
    int begin = skip(length);
    return Arrays.copyOfRange(row, begin, at);
  }

  /**
   * A {@code text[]}; null elements are left out. The elements of an array of more dimensions,
   * which the server keeps out of no column, come one after the other.
   */
  public List<String> texts() {
    int dimensions = (int) INT.get(row, at);
    at += 12; // dimensions, whether there are nulls, type
    List<String> texts = new ArrayList<>();
    int elements = dimensions == 0 ? 0 : 1;
    for (int i = 0; i < dimensions; i++) {
      elements *= (int) INT.get(row, at);
      at += 8; // extent, first index
    }
    for (int i = 0; i < elements; i++) {
      int length = length();
      if (length >= 0) {
        texts.add(new String(row, skip(length), length, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
