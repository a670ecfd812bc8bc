package cn.anlan.geo.snapshot;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * How a row's geometry (said first) may stand to another one, by the nine intersections of OGC
 * Simple Features (06-103r4, 6.1.15), on the plane of longitude and latitude.
 */
public enum SpatialRelation {
  INTERSECTS,
  DISJOINT,
  EQUALS,
  TOUCHES,
  CROSSES,
  OVERLAPS,
  WITHIN,
  CONTAINS;

  /** The relation that says the same with its sides exchanged. */
  public SpatialRelation flipped() {
    return switch (this) {
      case WITHIN -> CONTAINS;
      case CONTAINS -> WITHIN;
      default -> this;
    };
  }

  /** Whether {@code here} stands so to {@code other}. */
  public boolean holds(Geometry here, Geometry other) {
    return RelateNG.relate(here, other, predicate());
  }

  /** The same with a geometry that was made ready for many questions. */
  boolean holds(Geometry here, RelateNG other) {
    return other.evaluate(here, flipped().predicate());
  }

  private TopologyPredicate predicate() {
    return switch (this) {
      case INTERSECTS -> RelatePredicate.intersects();
      case DISJOINT -> RelatePredicate.disjoint();
      case EQUALS -> RelatePredicate.equalsTopo();
      case TOUCHES -> RelatePredicate.touches();
      case CROSSES -> RelatePredicate.crosses();
      case OVERLAPS -> RelatePredicate.overlaps();
      case WITHIN -> RelatePredicate.within();
      case CONTAINS -> RelatePredicate.contains();
    };
  }
}
