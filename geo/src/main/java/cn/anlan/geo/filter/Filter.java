package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Predicates;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.geo.snapshot.Truth;
import java.util.Set;
import java.util.function.Function;

/**
 * A condition in CQL2 (OGC 21-065r2), text or JSON, parsed. It is applied with {@link
 * cn.anlan.geo.snapshot.Query#filter} to the rows of a snapshot, or with {@link #test} to one row.
 *
 * <p><b>What is known.</b> Basic CQL2, the advanced comparisons (LIKE, BETWEEN, IN), CASEI,
 * ACCENTI, properties and values on either side, all spatial and temporal functions, A_CONTAINS and
 * A_OVERLAPS on lists of texts. Not arithmetic, and no functions of others.
 *
 * <p><b>S_DWITHIN(geom, geometry, distance, 'm')</b> is ours (JSON: {@code s_dwithin} with the same
 * four arguments; {@code 'km'} as well): whether the geodesic between the two on the CGCS2000
 * ellipsoid is at most so long, within 0.1 mm up to 10 km and 10⁻⁶ beyond; inside a polygon is 0.
 * At most 1,000 km.
 *
 * <p>Nulls follow SQL: a comparison with null is neither true nor false, nor is its negation, so
 * neither {@code level = 1} nor {@code NOT level = 1} finds a row without a level. Text is compared
 * by code points; LIKE knows {@code %}, {@code _} and {@code \}. FALSE comes before TRUE. The
 * geometry is called {@code geom} (or {@code geometry}); all but S_DWITHIN compare on the plane of
 * longitude and latitude. Layers hold days: of a TIMESTAMP its day in UTC is taken, and a day is a
 * span of that day alone; {@code '..'} is an open end of an INTERVAL, and a missing value is
 * unknown, not open.
 *
 * <p>At most 32,768 characters, 64 levels, 1,000 values after IN, 2,000 vertices of a geometry, and
 * 10 s for one snapshot.
 *
 * <p>Two filters are equal where they mean the same by the same steps, whatever language, spaces or
 * coordinate system they were written in: a filter itself is what a cache's key needs.
 */
public final class Filter implements RowPredicate {
  private final String text;
  private final Expression expression;

  private Filter(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * Reads a filter, in JSON where it begins with a brace, else in text; coordinates are longitude
   * and latitude.
   *
   * @throws UserFault where it is no filter, naming the column or path and what could stand there
   */
  public static Filter parse(String filter) {
    return parse(filter, FilterLanguage.of(filter), FilterCrs.LON_LAT);
  }

  /**
   * Reads a filter of a language, with coordinates of a system.
   *
   * @throws UserFault where it is no filter, naming the column or path and what could stand there
   */
  public static Filter parse(String filter, FilterLanguage language, FilterCrs crs) {
    return new Filter(filter, FilterParser.parse(filter, language, crs));
  }

  /** What it was read from. */
  public String text() {
    return text;
  }

  public Expression expression() {
    return expression;
  }

  /**
   * @throws UserFault for a property that the layer does not have and a literal of the wrong type
   */
  @Override
  public Truth evaluate(Predicates columns) {
    return new Evaluation<>(new SnapshotAnswers(columns)).of(expression);
  }

  /**
   * What the filter says of one row.
   *
   * @param values the row's values by name, of the classes that {@link
   *     cn.anlan.geo.snapshot.ColumnKind} names and null where there is none; {@code geom} is the
   *     geometry
   * @throws UserFault for a literal of another type than the value
   */
  public Logic test(Function<String, Object> values) {
    return new Evaluation<>(new RowAnswers(values)).of(expression);
  }

  /** The names of the properties that it asks for, in the order in which they stand. */
  public Set<String> properties() {
    return Properties.of(expression);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Filter that && expression.equals(that.expression);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
