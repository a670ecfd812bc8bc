package cn.anlan.geo.filter;

import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.Comparison;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A filter's meaning as a tree. NOT IN, NOT LIKE, IS NOT NULL … are a {@link Not} around the rest.
 */
public sealed interface Expression {
  /** A property; {@code folded} where CASEI makes it the same in capitals and small letters. */
  record Operand(String property, boolean folded) {}

  record Constant(boolean value) implements Expression {}

  /** At least two parts. */
  record And(List<Expression> parts) implements Expression {}

  /** At least two parts. */
  record Or(List<Expression> parts) implements Expression {}

  record Not(Expression part) implements Expression {}

  record Compare(Operand operand, Comparison comparison, Literal literal) implements Expression {}

  /** Both ends included; of no row where they stand the wrong way round. */
  record Between(Operand operand, Literal low, Literal high) implements Expression {}

  record In(Operand operand, List<Literal> literals) implements Expression {}

  record Like(Operand operand, LikePattern pattern) implements Expression {}

  record IsNull(String property) implements Expression {}

  /** A_CONTAINS (all of them) or A_OVERLAPS (any of them). */
  record ListTest(String property, boolean all, List<String> texts) implements Expression {}

  record InBox(Box box) implements Expression {}

  record Intersects(Geometry geometry) implements Expression {}
}
