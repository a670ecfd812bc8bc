package cn.anlan.geo.filter;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Expression.Operand;
import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SpatialRelation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Every part answered for one row, given as its values by name; values are of the classes that
 * {@link cn.anlan.geo.snapshot.ColumnKind} names. Says the same as {@link SnapshotAnswers} of a
 * snapshot with that row.
 */
record RowAnswers(Function<String, Object> values) implements Answers<Logic> {
  @Override
  public Logic always(boolean value) {
    return Logic.of(value);
  }

  @Override
  public Logic compare(String property, Comparison comparison, Object literal) {
    Object value = values.apply(property);
    if (value == null) {
      return Logic.UNKNOWN;
    }
    return Logic.of(comparison.holds(order(property, value, literal)));
  }

  @Override
  public Logic compare(Operand left, Comparison comparison, Operand right) {
    Object a = values.apply(left.property());
    Object b = values.apply(right.property());
    if (a == null || b == null) {
      return Logic.UNKNOWN;
    }
    return Logic.of(comparison.holds(order(left.property(), left.fold(a), right.fold(b))));
  }

  @Override
  public Logic in(String property, List<Object> literals) {
    return literals.stream()
        .map(literal -> compare(property, Comparison.EQUAL, literal))
        .reduce(Logic::or)
        .orElseThrow();
  }

  private static int order(String property, Object value, Object other) {
    return ValueOrder.find(value, other).orElseThrow(() -> wrongType(property, value, other));
  }

  @Override
  public Logic text(String property, Predicate<String> wanted) {
    Object value = values.apply(property);
    if (value == null) {
      return Logic.UNKNOWN;
    }
    if (value instanceof String text) {
      return Logic.of(wanted.test(text));
    }
    throw wrongType(property, value, "LIKE");
  }

  @Override
  public Logic contains(String property, Set<String> wanted) {
    return list(property, list -> list.containsAll(wanted));
  }

  @Override
  public Logic overlaps(String property, Set<String> wanted) {
    return list(property, list -> list.stream().anyMatch(wanted::contains));
  }

  private Logic list(String property, Predicate<Collection<?>> test) {
    Object value = values.apply(property);
    if (value == null) {
      return Logic.UNKNOWN;
    }
    if (value instanceof Collection<?> list) {
      return Logic.of(test.test(list));
    }
    throw wrongType(property, value, "A_CONTAINS");
  }

  @Override
  public Logic isNull(String property) {
    return Logic.of(values.apply(property) == null);
  }

  @Override
  public Logic intersects(Box box) {
    Envelope area = new Envelope(box.west(), box.east(), box.south(), box.north());
    Geometry here = (Geometry) values.apply(LayerSnapshot.GEOMETRY);
    return here == null
        ? Logic.UNKNOWN
        : Logic.of(here.intersects(here.getFactory().toGeometry(area)));
  }

  @Override
  public Logic relates(SpatialRelation relation, Geometry geometry) {
    Geometry here = (Geometry) values.apply(LayerSnapshot.GEOMETRY);
    return here == null ? Logic.UNKNOWN : Logic.of(relation.holds(here, geometry));
  }

  @Override
  public Logic near(Geometry geometry, double distanceM) {
    Geometry here = (Geometry) values.apply(LayerSnapshot.GEOMETRY);
    return here == null
        ? Logic.UNKNOWN
        : Logic.of(GeodesicTarget.of(geometry).nearestWithin(here, distanceM).isPresent());
  }

  @Override
  public Logic and(Logic a, Logic b) {
    return a.and(b);
  }

  @Override
  public Logic or(Logic a, Logic b) {
    return a.or(b);
  }

  @Override
  public Logic not(Logic a) {
    return a.not();
  }

  private static UserFault wrongType(String property, Object value, Object literal) {
    return new UserFault(
        "属性 '%s' 的值 %s 不能与 %s 比较 / property '%s' has a value of another type"
            .formatted(property, value, literal, property),
        "改正取值或条件 / mend the value or the condition");
  }
}
