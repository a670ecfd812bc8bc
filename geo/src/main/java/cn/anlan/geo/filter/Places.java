package cn.anlan.geo.filter;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.SpatialRelation;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What conditions on places mean, in whichever language they were written. */
final class Places {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Box WORLD = new Box(-180, -90, 180, 90);
  private static final Map<String, Double> METRES = Map.of("m", 1.0, "km", 1000.0);

  /** One argument of a spatial function. */
  sealed interface Place {}

  /** The row's own geometry. */
  record Here() implements Place {}

  /**
   * A geometry that stands in the filter.
   *
   * @param box the same as a box, where it is one; else null
   */
  record There(Geometry geometry, Box box) implements Place {}

  private Places() {}

  /** A property as an argument; only the geometry can be one. */
  static Place property(String name, Spot at) {
    if (!FilterNames.isGeometry(name)) {
      throw at.fault(
          "'" + name + "' 不是几何属性", "'" + name + "' is not the geometry", "请用 geom / write geom");
    }
    return new Here();
  }

  /** Four or six numbers: least east, north (and height), then greatest. */
  static Place box(double[] edges, FilterCrs crs) {
    int half = edges.length / 2;
    double[] e = {edges[0], edges[1], edges[half], edges[half + 1]};
    if (crs.isDegrees()) {
      Box box =
          crs.northFirst() ? new Box(e[1], e[0], e[3], e[2]) : new Box(e[0], e[1], e[2], e[3]);
      return new There(polygon(box), box);
    }
    new Box(e[0], e[1], e[2], e[3]); // refuses what is none
    Geometry area = FACTORY.toGeometry(new Envelope(e[0], e[2], e[1], e[3]));
    return new There(crs.toLonLat(area), null);
  }

  /**
   * A geometry as it was written.
   *
   * @throws cn.anlan.geo.fault.UserFault where it is empty, invalid, too large or not of the system
   */
  static Place geometry(Geometry written, FilterCrs crs, Spot at) {
    if (written.getNumPoints() > FilterLimits.MAX_VERTICES) {
      throw FilterFaults.tooMuch("几何顶点数", "vertices of a geometry", FilterLimits.MAX_VERTICES);
    }
    for (Coordinate c : written.getCoordinates()) {
      if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
        throw at.fault("坐标不是有限的数", "a coordinate is no finite number", "请改正坐标 / mend it");
      }
    }
    IsValidOp validity = new IsValidOp(written);
    if (written.isEmpty() || !validity.isValid()) {
      String why = written.isEmpty() ? "it is empty" : validity.getValidationError().getMessage();
      throw at.fault("几何无效", "invalid geometry: " + why, "请修正几何 / mend the geometry");
    }
    return new There(crs.toLonLat(written), null);
  }

  static Expression relates(SpatialRelation relation, Place a, Place b) {
    if (a instanceof There there && b instanceof There other) {
      return new Expression.Constant(relation.holds(there.geometry, other.geometry));
    } else if (a instanceof There there) {
      return relates(relation.flipped(), there);
    } else if (b instanceof There there) {
      return relates(relation, there);
    }
    // A geometry against itself; of a row without one it stays unknown.
    Expression somewhere = new Expression.InBox(WORLD);
    return switch (relation) {
      case INTERSECTS, EQUALS, WITHIN, CONTAINS -> somewhere;
      case DISJOINT, TOUCHES, CROSSES, OVERLAPS -> new Expression.Not(somewhere);
    };
  }

  private static Expression relates(SpatialRelation relation, There there) {
    return relation == SpatialRelation.INTERSECTS && there.box != null
        ? new Expression.InBox(there.box)
        : new Expression.Relates(relation, there.geometry);
  }

  /** S_DWITHIN. */
  static Expression near(Place a, Place b, double distance, String unit, Spot at) {
    Double metres = METRES.get(unit.toLowerCase(Locale.ROOT));
    if (metres == null) {
      throw at.fault(
          "不认识的长度单位 '" + unit + "'", "unknown unit '" + unit + "'", "可用 / use: 'm', 'km'");
    }
    double distanceM = distance * metres;
    if (!(distanceM >= 0 && distanceM <= FilterLimits.MAX_DISTANCE_M)) {
      throw at.fault(
          "距离 %s %s 超出 0 至 %,.0f 米".formatted(distance, unit, FilterLimits.MAX_DISTANCE_M),
          "the distance is not within 0 to %,.0f m".formatted(FilterLimits.MAX_DISTANCE_M),
          "请改用较小的距离 / give another distance");
    }
    There there = a instanceof There t ? t : b instanceof There t ? t : null;
    if (there == null || a instanceof There && b instanceof There) {
      throw at.fault(
          "S_DWITHIN 须有 geom 和一个几何",
          "S_DWITHIN takes geom and one geometry",
          "例如 / S_DWITHIN(geom, POINT(115.9 28.7), 1000, 'm')");
    }
    GeodesicTarget.of(there.geometry); // refuses what cannot be measured
    return new Expression.Near(there.geometry, distanceM);
  }

  private static Geometry polygon(Box box) {
    return FACTORY.toGeometry(new Envelope(box.west(), box.east(), box.south(), box.north()));
  }
}
