package cn.anlan.geo.filter;

import cn.anlan.geo.filter.Expression.Operand;
import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.Predicates;
import cn.anlan.geo.snapshot.SpatialRelation;
import cn.anlan.geo.snapshot.Truth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;

/** Every part answered for all rows of a snapshot at once, by its columns. */
record SnapshotAnswers(Predicates columns) implements Answers<Truth> {
  @Override
  public Truth always(boolean value) {
    return columns.always(value);
  }

  @Override
  public Truth compare(String property, Comparison comparison, Object literal) {
    return columns.compare(property, comparison, literal);
  }

  @Override
  public Truth between(String property, Object low, Object high) {
    return columns.between(property, low, high);
  }

  @Override
  public Truth compare(Operand left, Comparison comparison, Operand right) {
    return columns.compare(
        left.property(), comparison, right.property(), ValueOrder.between(left, right));
  }

  @Override
  public Truth in(String property, List<Object> literals) {
    return columns.in(property, literals);
  }

  @Override
  public Truth text(String property, Predicate<String> wanted) {
    return columns.text(property, wanted);
  }

  @Override
  public Truth contains(String property, Set<String> wanted) {
    return columns.contains(property, wanted);
  }

  @Override
  public Truth overlaps(String property, Set<String> wanted) {
    return columns.overlaps(property, wanted);
  }

  @Override
  public Truth isNull(String property) {
    return columns.isNull(property);
  }

  @Override
  public Truth intersects(Box box) {
    return columns.intersects(box);
  }

  @Override
  public Truth relates(SpatialRelation relation, Geometry geometry) {
    return columns.relates(relation, geometry);
  }

  @Override
  public Truth near(Geometry geometry, double distanceM) {
    return columns.near(geometry, distanceM);
  }

  @Override
  public Truth and(Truth a, Truth b) {
    return a.and(b);
  }

  @Override
  public Truth or(Truth a, Truth b) {
    return a.or(b);
  }

  @Override
  public Truth not(Truth a) {
    return a.not();
  }
}
