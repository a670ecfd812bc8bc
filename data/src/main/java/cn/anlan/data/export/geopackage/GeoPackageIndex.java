package cn.anlan.data.export.geopackage;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * Fills SQLite's R*Tree of a GeoPackage from below, several times faster than row by row: lots of
 * rows are put in Hilbert order and packed into full nodes, and these into nodes of the next level.
 * What is written are the module's own tables ({@code _node}, {@code _rowid}, {@code _parent}; "The
 * SQLite R*Tree Module", section "Shadow tables"); {@code rtreecheck()} finds them in order.
 *
 * <p>Memory: one lot, and 24 bytes for every 51 rows.
 */
final class GeoPackageIndex implements AutoCloseable {
  /** The module's greatest number of cells of a node, and the bytes of one in two dimensions. */
  private static final int CELLS = 51;

  private static final int CELL_BYTES = 8 + 4 * Float.BYTES;
  private static final int NODE_BYTES = 4 + CELLS * CELL_BYTES;
  private static final int LOT = CELLS * 1_000;
  private static final int HILBERT_LEVEL = 16;
  private static final long ROOT = 1;

  private final PreparedStatement nodes;
  private final PreparedStatement rowids;
  private final PreparedStatement parents;
  private final Boxes lot = new Boxes(LOT);
  private final Boxes leaves = new Boxes(CELLS);
  private long lastNode = ROOT;

  /**
   * @param table name of the virtual table, which is there and empty
   */
  GeoPackageIndex(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM \"" + table + "_node\"");
    }
    this.nodes = connection.prepareStatement("INSERT INTO \"" + table + "_node\" VALUES (?, ?)");
    this.rowids = connection.prepareStatement("INSERT INTO \"" + table + "_rowid\" VALUES (?, ?)");
    this.parents =
        connection.prepareStatement("INSERT INTO \"" + table + "_parent\" VALUES (?, ?)");
  }

  /**
   * @param id greater than all before
   */
  void add(long id, Envelope box) throws SQLException {
    lot.add(id, down(box.getMinX()), up(box.getMaxX()), down(box.getMinY()), up(box.getMaxY()));
    if (lot.size == LOT) {
      packLot();
    }
  }

  /** Completes the tree; to be called once after the last row. */
  void finish() throws SQLException {
    if (leaves.size == 0 && lot.size <= CELLS) {
      write(ROOT, 0, lot, identity(lot.size), 0, lot.size);
      for (int i = 0; i < lot.size; i++) {
        pair(rowids, lot.ids[i], ROOT);
      }
    } else {
      packLot();
      packLevels();
    }
    rowids.executeBatch();
    parents.executeBatch();
    nodes.executeBatch();
  }

  private void packLot() throws SQLException {
    int[] order = lot.hilbertOrder();
    long[] leafOf = new long[lot.size];
    for (int from = 0; from < lot.size; from += CELLS) {
      int to = Math.min(lot.size, from + CELLS);
      long node = ++lastNode;
      write(node, 0, lot, order, from, to);
      leaves.addAround(node, lot, order, from, to);
      for (int i = from; i < to; i++) {
        leafOf[order[i]] = node;
      }
    }
    for (int i = 0; i < lot.size; i++) { // by ascending id, as the table wants them
      pair(rowids, lot.ids[i], leafOf[i]);
    }
    rowids.executeBatch();
    nodes.executeBatch();
    lot.size = 0;
  }

  private void packLevels() throws SQLException {
    Boxes level = leaves;
    int depth = 1;
    while (level.size > CELLS) {
      Boxes above = new Boxes(level.size / CELLS + 1);
      for (int from = 0; from < level.size; from += CELLS) {
        int to = Math.min(level.size, from + CELLS);
        long node = ++lastNode;
        putUnder(node, 0, level, from, to);
        above.addAround(node, level, identity(level.size), from, to);
      }
      level = above;
      depth++;
    }
    putUnder(ROOT, depth, level, 0, level.size);
  }

  private void putUnder(long node, int depth, Boxes level, int from, int to) throws SQLException {
    write(node, depth, level, identity(level.size), from, to);
    for (int i = from; i < to; i++) {
      pair(parents, level.ids[i], node);
    }
  }

  private void write(long node, int depth, Boxes boxes, int[] order, int from, int to)
      throws SQLException {
    ByteBuffer bytes = ByteBuffer.allocate(NODE_BYTES); // big-endian, as the module wants it
    bytes.putShort((short) depth).putShort((short) (to - from));
    for (int i = from; i < to; i++) {
      bytes.putLong(boxes.ids[order[i]]);
      for (int k = 0; k < 4; k++) {
        bytes.putFloat(boxes.sides[4 * order[i] + k]);
      }
    }
    nodes.setLong(1, node);
    nodes.setBytes(2, bytes.array());
    nodes.addBatch();
  }

  private static void pair(PreparedStatement statement, long key, long value) throws SQLException {
    statement.setLong(1, key);
    statement.setLong(2, value);
    statement.addBatch();
  }

  private static int[] identity(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  private static float down(double value) {
    float nearest = (float) value;
    return nearest > value ? Math.nextDown(nearest) : nearest;
  }

  private static float up(double value) {
    float nearest = (float) value;
    return nearest < value ? Math.nextUp(nearest) : nearest;
  }

  @Override
  public void close() throws SQLException {
    nodes.close();
    rowids.close();
    parents.close();
  }

  /** Numbered boxes: least and greatest x, least and greatest y. */
  private static final class Boxes {
    private long[] ids;
    private float[] sides;
    private int size;

    Boxes(int room) {
      this.ids = new long[room];
      this.sides = new float[4 * room];
    }

    void add(long id, float minX, float maxX, float minY, float maxY) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, 2 * size);
        sides = Arrays.copyOf(sides, 8 * size);
      }
      ids[size] = id;
      sides[4 * size] = minX;
      sides[4 * size + 1] = maxX;
      sides[4 * size + 2] = minY;
      sides[4 * size + 3] = maxY;
      size++;
    }

    /** Adds a box that holds some of other boxes. */
    void addAround(long id, Boxes others, int[] order, int from, int to) {
      float[] around = others.around(order, from, to);
      add(id, around[0], around[1], around[2], around[3]);
    }

    private float[] around(int[] order, int from, int to) {
      float[] around = {
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY
      };
      for (int i = from; i < to; i++) {
        int at = 4 * order[i];
        around[0] = Math.min(around[0], sides[at]);
        around[1] = Math.max(around[1], sides[at + 1]);
        around[2] = Math.min(around[2], sides[at + 2]);
        around[3] = Math.max(around[3], sides[at + 3]);
      }
      return around;
    }

    int[] hilbertOrder() {
      float[] all = around(identity(size), 0, size);
      double cells = (1 << HILBERT_LEVEL) - 1;
      double scaleX = all[1] > all[0] ? cells / ((double) all[1] - all[0]) : 0;
      double scaleY = all[3] > all[2] ? cells / ((double) all[3] - all[2]) : 0;
      long[] keys = new long[size];
      for (int i = 0; i < size; i++) {
        int x = (int) (((sides[4 * i] + (double) sides[4 * i + 1]) / 2 - all[0]) * scaleX);
        int y = (int) (((sides[4 * i + 2] + (double) sides[4 * i + 3]) / 2 - all[2]) * scaleY);
        long place = HilbertCode.encode(HILBERT_LEVEL, x, y) & 0xffffffffL;
        keys[i] = (place << 32 | i) ^ Long.MIN_VALUE; // signed order is then that of the places
      }
      Arrays.sort(keys);
      int[] order = new int[size];
      Arrays.setAll(order, i -> (int) keys[i]);
      return order;
    }
  }
}
