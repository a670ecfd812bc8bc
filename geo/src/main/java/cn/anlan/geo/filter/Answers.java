package cn.anlan.geo.filter;

import cn.anlan.geo.filter.Expression.Operand;
import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.SpatialRelation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;

/**
 * What the parts of an expression ask, and how their answers are joined: {@code T} is a {@link
 * cn.anlan.geo.snapshot.Truth} over all rows of a snapshot or the {@link Logic} of one row.
 */
interface Answers<T> {
  T always(boolean value);

  /** The literal is of the class that {@link Literal#value()} gives. */
  T compare(String property, Comparison comparison, Object literal);

  /** Both ends included. */
  default T between(String property, Object low, Object high) {
    return and(
        compare(property, Comparison.GREATER_OR_EQUAL, low),
        compare(property, Comparison.LESS_OR_EQUAL, high));
  }

  T compare(Operand left, Comparison comparison, Operand right);

  T in(String property, List<Object> literals);

  T text(String property, Predicate<String> wanted);

  T contains(String property, Set<String> wanted);

  T overlaps(String property, Set<String> wanted);

  T isNull(String property);

  T intersects(Box box);

  T relates(SpatialRelation relation, Geometry geometry);

  T near(Geometry geometry, double distanceM);

  T and(T a, T b);

  T or(T a, T b);

  T not(T a);
}
