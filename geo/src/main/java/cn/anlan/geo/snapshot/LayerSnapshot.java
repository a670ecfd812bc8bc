package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * All queryable columns of one layer at one data version: immutable, safe for any number of
 * threads.
 *
 * <p>A row is a number from 0 to size − 1, valid in this snapshot only. Rows stand along a Hilbert
 * curve over their representative points, those without geometry last. Row numbers come from a
 * {@link Query}, which keeps its holder's {@link Scope}; the methods here that take a row trust
 * that.
 *
 * <p>Coordinates are (lon, lat) in degrees, CGCS2000, exactly as they were given. A representative
 * point is the point itself, a point inside a polygon, or a vertex of a line.
 */
public final class LayerSnapshot {
  /** The name by which conditions call the row's geometry. */
  public static final String GEOMETRY = "geom";

  /** The name of the key that every layer has of itself. */
  public static final String ID = "id";

  /** The name of the business key's column. */
  public static final String CODE = "code";

  private static final AtomicLong MADE = new AtomicLong();

  private final long number = MADE.incrementAndGet();
  private final String layer;
  private final long dataVersion;
  private final Disclosure disclosure;
  private final String regionColumn;
  private final int size;
  private final LongChunks ids;
  private final IdIndex rowOfId;
  private final Geometries geometries;
  private final Map<String, Column> columns;

  LayerSnapshot(
      String layer,
      long dataVersion,
      Disclosure disclosure,
      String regionColumn,
      LongChunks ids,
      IdIndex rowOfId,
      Geometries geometries,
      Map<String, Column> columns) {
    this.layer = layer;
    this.dataVersion = dataVersion;
    this.disclosure = disclosure;
    this.regionColumn = regionColumn;
    this.size = ids.size();
    this.ids = ids;
    this.rowOfId = rowOfId;
    this.geometries = geometries;
    this.columns = columns;
  }

  public String layer() {
    return layer;
  }

  public long dataVersion() {
    return dataVersion;
  }

  /**
   * The snapshot's own number: later ones of this run of the program have greater ones. What is
   * remembered of a snapshot is kept under it, for a database that was put back to an earlier state
   * may reach the same data version with other rows.
   */
  public long number() {
    return number;
  }

  public Disclosure disclosure() {
    return disclosure;
  }

  /** All rows, whatever a scope lets be seen: not for showing, use {@link Query#count()}. */
  public int size() {
    return size;
  }

  /** The columns in the order given to the builder, without {@code id}. */
  public List<ColumnSpec> columns() {
    List<ColumnSpec> specs = new ArrayList<>();
    columns.forEach(
        (name, column) -> {
          if (!name.equals(ID)) {
            specs.add(column.spec());
          }
        });
    return specs;
  }

  /** How many geometries could not be used (unreadable, empty shape or not finite). */
  public int geometryFaults() {
    return geometries.faults();
  }

  /** The ids of the first 20 rows counted by {@link #geometryFaults()}. */
  public List<Long> faultyGeometryIds() {
    return geometries.faultyIds();
  }

  public long id(int row) {
    return ids.get(row);
  }

  /** Longitude of the representative point in degrees; NaN where there is no geometry. */
  public double lonDeg(int row) {
    return geometries.lonDeg(row);
  }

  /** Latitude of the representative point in degrees; NaN where there is no geometry. */
  public double latDeg(int row) {
    return geometries.latDeg(row);
  }

  /** Whether the geometry is one point (or none), so that {@link #lonDeg} says all. */
  public boolean isPoint(int row) {
    return geometries.isPoint(row);
  }

  /** The geometry with SRID 4490, made anew at each call; empty where there is none. */
  public Optional<Geometry> findGeometry(int row) {
    return Optional.ofNullable(geometries.geometry(row));
  }

  /** The geometry's envelope in degrees; a null envelope where there is no geometry. */
  public Envelope envelope(int row) {
    return geometries.envelope(row);
  }

  /**
   * The value, of the class that {@link ColumnKind} names, or null.
   *
   * @throws UserFault where there is no such column
   */
  public Object value(String column, int row) {
    return column(column).value(row);
  }

  /** The text of a TEXT or CODE column, or null. */
  public String text(String column, int row) {
    return (String) value(column, row);
  }

  /** A NUMBER or INTEGER column without boxing; NaN where null. */
  public double number(String column, int row) {
    Column c = column(column);
    if (c.nulls().contains(row)) {
      return Double.NaN;
    }
    return c instanceof NumberColumn numbers
        ? numbers.doubleAt(row)
        : ((IntegerColumn) c).longAt(row);
  }

  /** A DATE column's day counted from 1970-01-01; {@link Integer#MIN_VALUE} where null. */
  public int epochDay(String column, int row) {
    Column c = column(column);
    return c.nulls().contains(row) ? Integer.MIN_VALUE : (int) ((IntegerColumn) c).longAt(row);
  }

  /** A DATE column's day, or null. */
  public LocalDate date(String column, int row) {
    return (LocalDate) value(column, row);
  }

  /**
   * Tells values apart without making objects: of each row the place of its value, written as text,
   * among {@code values}; the number of {@code values} where it is none of them or there is none.
   *
   * @throws UserFault where there is no such column
   */
  public IntUnaryOperator ranks(String column, List<String> values) {
    return column(column).ranks(List.copyOf(values));
  }

  /** All columns of a row, in the builder's order; null values are kept, {@code id} is left out. */
  public Map<String, Object> attributes(int row) {
    Map<String, Object> values = new LinkedHashMap<>();
    columns.forEach(
        (name, column) -> {
          if (!name.equals(ID)) {
            values.put(name, column.value(row));
          }
        });
    return values;
  }

  /** An estimate of the memory that it holds, in bytes; within about a tenth. */
  public long memoryBytes() {
    long total = ids.memoryBytes() + rowOfId.memoryBytes() + geometries.memoryBytes();
    for (Column column : columns.values()) {
      total += column.spec().name().equals(ID) ? 0 : column.memoryBytes();
    }
    return total;
  }

  Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw Faults.unknownColumn(layer, name, columns.keySet());
    }
    return column;
  }

  Optional<TextColumn> findRegionColumn() {
    return Optional.ofNullable(regionColumn).map(name -> (TextColumn) columns.get(name));
  }

  Geometries geometries() {
    return geometries;
  }

  /** The smallest id of any row; 0 where there is none. */
  long leastId() {
    return ids.min();
  }

  int rowOfId(long id) {
    return rowOfId.find(id);
  }

  int rowOfCode(String code) {
    return columns.get(CODE) instanceof TextColumn key ? key.find(code) : -1;
  }
}
