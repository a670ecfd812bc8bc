package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * All queryable columns of one layer at one data version: immutable, safe for any number of
 * threads.
 *
 * <p>A row is a number from 0 to size − 1, valid in this snapshot only. The first {@link
 * #orderedRows} stand along a Hilbert curve over their representative points ({@link Squares}),
 * those without geometry last. What was written after these were packed stands behind them, along
 * the curve among itself; a former form of such a row, or of one that is gone, is still in its
 * place but dead ({@link #isLive}). Row numbers come from a {@link Query}, which keeps its holder's
 * {@link Scope} and gives no dead row; the methods here that take a row trust that.
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
  private final long orderedVersion;
  private final Disclosure disclosure;
  private final String regionColumn;
  private final Parts parts;

  /**
   * @param orderedVersion at which the ordered rows were packed
   */
  LayerSnapshot(
      String layer,
      long dataVersion,
      long orderedVersion,
      Disclosure disclosure,
      String regionColumn,
      Parts parts) {
    this.layer = layer;
    this.dataVersion = dataVersion;
    this.orderedVersion = orderedVersion;
    this.disclosure = disclosure;
    this.regionColumn = regionColumn;
    this.parts = parts;
  }

  /** The same ordered rows with others behind them. */
  LayerSnapshot with(long version, Parts changed) {
    return new LayerSnapshot(layer, version, orderedVersion, disclosure, regionColumn, changed);
  }

  public String layer() {
    return layer;
  }

  public long dataVersion() {
    return dataVersion;
  }

  /** The data version of the ordered rows: what was written later stands behind them. */
  public long orderedVersion() {
    return orderedVersion;
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

  /**
   * The places of rows, whatever a scope lets be seen and the dead ones included: to walk through
   * all of them with {@link #isLive}. How many features there are is {@link #liveRows} or, for
   * showing, {@link Query#count()}.
   */
  public int size() {
    return parts.size();
  }

  /** The rows from 0 to before this number stand along the curve; see the class. */
  public int orderedRows() {
    return parts.orderedRows();
  }

  /** Whether the row is one of the layer's features now, not a former form of one. */
  public boolean isLive(int row) {
    return parts.isLive(row);
  }

  /** The ordered rows that are not live; for one who keeps sums over the ordered rows. */
  public IntStream deadRows() {
    return parts.deadRowNumbers();
  }

  /**
   * Whether the ordered rows of both are the same, so that only what stands behind them differs.
   */
  public boolean sharesOrderedRows(LayerSnapshot other) {
    return parts.ordered() == other.parts.ordered();
  }

  /** The rows that are features now, whatever a scope lets be seen. */
  public IntStream rows() {
    return IntStream.range(0, size()).filter(this::isLive);
  }

  /** How many features the layer has, whatever a scope lets be seen. */
  public int liveRows() {
    return size() - parts.deadRows();
  }

  /** How far it is from its ordered form: dead rows, and rows behind the ordered ones. */
  public int unorderedRows() {
    return size() - orderedRows() + parts.deadRows();
  }

  /** The columns in the order given to the builder, without {@code id}. */
  public List<ColumnSpec> columns() {
    return parts.ordered().columns().values().stream()
        .map(Column::spec)
        .filter(spec -> !spec.name().equals(ID))
        .toList();
  }

  /** How many geometries could not be used (unreadable, empty shape or not finite). */
  public int geometryFaults() {
    return parts.geometryFaults();
  }

  /** The ids of the first 20 rows counted by {@link #geometryFaults()}. */
  public List<Long> faultyGeometryIds() {
    return parts.faultyGeometryIds();
  }

  public long id(int row) {
    return parts.of(row).id(parts.within(row));
  }

  /** Longitude of the representative point in degrees; NaN where there is no geometry. */
  public double lonDeg(int row) {
    return parts.of(row).geometries().lonDeg(parts.within(row));
  }

  /** Latitude of the representative point in degrees; NaN where there is no geometry. */
  public double latDeg(int row) {
    return parts.of(row).geometries().latDeg(parts.within(row));
  }

  /** Whether the geometry is one point (or none), so that {@link #lonDeg} says all. */
  public boolean isPoint(int row) {
    return parts.of(row).geometries().isPoint(parts.within(row));
  }

  /** Whether no row has a line or polygon. */
  public boolean allPoints() {
    return parts.allPoints();
  }

  /**
   * Goes from large squares of the web map to small ones, as far as the visitor wants; each knows
   * its run of rows. Lines and polygons lie where their points do. What a scope lets be seen of the
   * rows only a {@link Query} tells.
   */
  public void walkSquares(SquareVisitor visitor) {
    parts.walkSquares(visitor);
  }

  /** The geometry with SRID 4490, made anew at each call; empty where there is none. */
  public Optional<Geometry> findGeometry(int row) {
    return Optional.ofNullable(parts.of(row).geometries().geometry(parts.within(row)));
  }

  /** The geometry's envelope in degrees; a null envelope where there is no geometry. */
  public Envelope envelope(int row) {
    return parts.of(row).geometries().envelope(parts.within(row));
  }

  /**
   * The value, of the class that {@link ColumnKind} names, or null.
   *
   * @throws UserFault where there is no such column
   */
  public Object value(String column, int row) {
    return parts.of(row).column(column).value(parts.within(row));
  }

  /** The text of a TEXT or CODE column, or null. */
  public String text(String column, int row) {
    return (String) value(column, row);
  }

  /** A NUMBER or INTEGER column without boxing; NaN where null. */
  public double number(String column, int row) {
    Column c = parts.of(row).column(column);
    int at = parts.within(row);
    if (c.nulls().contains(at)) {
      return Double.NaN;
    }
    return c instanceof NumberColumn numbers
        ? numbers.doubleAt(at)
        : ((IntegerColumn) c).longAt(at);
  }

  /** A DATE column's day counted from 1970-01-01; {@link Integer#MIN_VALUE} where null. */
  public int epochDay(String column, int row) {
    Column c = parts.of(row).column(column);
    int at = parts.within(row);
    return c.nulls().contains(at) ? Integer.MIN_VALUE : (int) ((IntegerColumn) c).longAt(at);
  }

  /**
   * A whole DATE column at once, for passes over all rows: the days of every place, as {@link
   * #epochDay} gives them, those of dead rows included.
   *
   * @throws UserFault where there is no such column
   */
  public int[] epochDays(String column) {
    int[] days = new int[size()];
    parts.copyWholes(column, days, Integer.MIN_VALUE);
    return days;
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
    List<String> wanted = List.copyOf(values);
    return parts.each(part -> part.column(column).ranks(wanted));
  }

  /** All columns of a row, in the builder's order; null values are kept, {@code id} is left out. */
  public Map<String, Object> attributes(int row) {
    Map<String, Object> values = new LinkedHashMap<>();
    int at = parts.within(row);
    parts
        .of(row)
        .columns()
        .forEach(
            (name, column) -> {
              if (!name.equals(ID)) {
                values.put(name, column.value(at));
              }
            });
    return values;
  }

  /** An estimate of the memory that it holds, in bytes; within about a tenth. */
  public long memoryBytes() {
    return parts.memoryBytes();
  }

  Parts parts() {
    return parts;
  }

  /** A number that no row's id is below; 0 where there is none. */
  long leastId() {
    return parts.leastId();
  }

  /** The row of a feature, or -1. */
  int rowOfId(long id) {
    return parts.find(part -> part.rowOfId(id));
  }

  /** The row with a business key, or -1. */
  int rowOfCode(String code) {
    return parts.find(part -> part.rowOfCode(code));
  }

  /** The name of the column that scopes look at, or null. */
  String regionColumn() {
    return regionColumn;
  }
}
