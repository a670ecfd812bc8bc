package cn.anlan.geo.filter;

import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.SpatialRelation;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A filter's meaning as a tree, whatever language it was written in. NOT IN, NOT LIKE, IS NOT NULL
 * … are a {@link Not} around the rest; temporal functions are comparisons of the ends. Coordinates
 * are CGCS2000 longitude and latitude in degrees.
 */
public sealed interface Expression {
  /** A property, and what is not told apart in its text (CASEI, ACCENTI). */
  record Operand(String property, Folding folding) implements Scalar {
    Object fold(Object value) {
      return value instanceof String text ? folding.fold(text) : value;
    }
  }

  record Constant(boolean value) implements Expression {}

  /** At least two parts. */
  record And(List<Expression> parts) implements Expression {}

  /** At least two parts. */
  record Or(List<Expression> parts) implements Expression {}

  record Not(Expression part) implements Expression {}

  record Compare(Operand operand, Comparison comparison, Literal literal) implements Expression {}

  /** Two properties of one row, of one type. */
  record ComparePair(Operand left, Comparison comparison, Operand right) implements Expression {}

  /** Both ends included; of no row where they stand the wrong way round. */
  record Between(Operand operand, Literal low, Literal high) implements Expression {}

  record In(Operand operand, List<Literal> literals) implements Expression {}

  record Like(Operand operand, LikePattern pattern) implements Expression {}

  record IsNull(String property) implements Expression {}

  /** A_CONTAINS (all of them) or A_OVERLAPS (any of them). */
  record ListTest(String property, boolean all, List<String> texts) implements Expression {}

  /** The row's geometry has a point in common with the box. */
  record InBox(Box box) implements Expression {}

  /** The row's geometry stands in the relation to the geometry given, on the plane of degrees. */
  record Relates(SpatialRelation relation, Geometry geometry) implements Expression {}

  /** The geodesic between the row's geometry and the one given is at most so long. */
  record Near(Geometry geometry, double distanceM) implements Expression {}
}
