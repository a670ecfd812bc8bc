package cn.anlan.geo.filter;

import cn.anlan.geo.snapshot.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How two spans of days stand to each other: OGC 21-065r2 (7.8), after OWL-Time and Allen's
 * interval algebra. A day by itself is a span of that day alone. Each relation is a comparison of
 * the ends, so what is unknown of an end makes the whole unknown unless the other end decides.
 */
enum TemporalRelation {
  T_AFTER,
  T_BEFORE,
  T_CONTAINS,
  T_DISJOINT,
  T_DURING,
  T_EQUALS,
  T_FINISHEDBY,
  T_FINISHES,
  T_INTERSECTS,
  T_MEETS,
  T_METBY,
  T_OVERLAPPEDBY,
  T_OVERLAPS,
  T_STARTEDBY,
  T_STARTS;

  /** A span of days, both ends included. */
  record Span(Scalar start, Scalar end) {}

  private record Step(Scalar left, Comparison comparison, Scalar right) {}

  static TemporalRelation of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  Expression of(Span a, Span b, Spot at) {
    return switch (this) {
      case T_AFTER -> all(at, greater(a.start, b.end));
      case T_BEFORE -> all(at, less(a.end, b.start));
      case T_DISJOINT -> new Expression.Or(List.of(T_BEFORE.of(a, b, at), T_AFTER.of(a, b, at)));
      case T_INTERSECTS -> new Expression.Not(T_DISJOINT.of(a, b, at));
      case T_EQUALS -> all(at, equal(a.start, b.start), equal(a.end, b.end));
      case T_CONTAINS -> all(at, less(a.start, b.start), greater(a.end, b.end));
      case T_FINISHEDBY -> all(at, less(a.start, b.start), equal(a.end, b.end));
      case T_STARTEDBY -> all(at, equal(a.start, b.start), greater(a.end, b.end));
      case T_MEETS -> all(at, equal(a.end, b.start));
      case T_OVERLAPS ->
          all(at, less(a.start, b.start), greater(a.end, b.start), less(a.end, b.end));
      case T_DURING -> T_CONTAINS.of(b, a, at);
      case T_FINISHES -> T_FINISHEDBY.of(b, a, at);
      case T_STARTS -> T_STARTEDBY.of(b, a, at);
      case T_METBY -> T_MEETS.of(b, a, at);
      case T_OVERLAPPEDBY -> T_OVERLAPS.of(b, a, at);
    };
  }

  private static Expression all(Spot at, Step... steps) {
    List<Expression> parts = new ArrayList<>();
    for (Step step : steps) {
      parts.add(Comparisons.compare(step.left, step.comparison, step.right, at));
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
  }

  private static Step less(Scalar a, Scalar b) {
    return new Step(a, Comparison.LESS, b);
  }

  private static Step greater(Scalar a, Scalar b) {
    return new Step(a, Comparison.GREATER, b);
  }

  private static Step equal(Scalar a, Scalar b) {
    return new Step(a, Comparison.EQUAL, b);
  }
}
