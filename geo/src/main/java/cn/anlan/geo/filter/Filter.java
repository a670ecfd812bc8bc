package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Predicates;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.geo.snapshot.Truth;
import java.util.Set;
import java.util.function.Function;

/**
 * A condition in CQL2 Text (OGC 21-065r2), parsed. It is applied with {@link
 * cn.anlan.geo.snapshot.Query#filter} to the rows of a snapshot, or with {@link #test} to one row.
 *
 * <p>Nulls follow SQL: a comparison with null is neither true nor false, nor is its negation, so
 * neither {@code level = 1} nor {@code NOT level = 1} finds a row without a level. Text is compared
 * by code points; LIKE knows {@code %}, {@code _} and {@code \}. The geometry is called {@code
 * geom} (or {@code geometry}); S_INTERSECTS compares on the plane of longitude and latitude.
 *
 * <p>At most 8,192 characters, 64 levels of parentheses and 1,000 values after IN.
 */
public final class Filter implements RowPredicate {
  private final String text;
  private final Expression expression;

  private Filter(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * Reads a filter.
   *
   * @throws UserFault where the text is no filter, naming the column and what could stand there
   */
  public static Filter parse(String text) {
    return new Filter(text, FilterParser.parse(text));
  }

  /** The text it was read from: what a cache key needs. */
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
    return other instanceof Filter that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
