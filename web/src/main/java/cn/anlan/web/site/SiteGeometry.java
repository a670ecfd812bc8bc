package cn.anlan.web.site;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.web.problem.TooLarge;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/**
 * The geometry of a request: as it was sent and in CGCS2000. What comes out is finite, not empty,
 * valid (no ring crosses itself or another) and within {@value #MAX_VERTICES} vertices.
 *
 * @param sent as it came, in {@code system}
 * @param lonLat CGCS2000 longitude and latitude
 * @param system what {@code sent} is in
 * @param declared whether the sender named the system; WGS 84 is taken where not (RFC 7946)
 */
public record SiteGeometry(
    Geometry sent, Geometry lonLat, CoordinateSystem system, boolean declared) {
  /** More than any plant's boundary has; a province has about this many. */
  public static final int MAX_VERTICES = 20_000;

  private static final Set<String> TYPES =
      Set.of("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon");

  /**
   * Reads {@code geometry} and {@code crs} of a body.
   *
   * @throws UserFault saying what is wrong, and where
   * @throws TooLarge for more than {@link #MAX_VERTICES} vertices
   */
  public static SiteGeometry read(SiteBody body, String member) {
    JsonNode node = body.node(member);
    String type = node.path("type").asString("");
    if (!TYPES.contains(type)) {
      throw new UserFault(
          member
              + " 不是点、线、面 (not a point, line or polygon): "
              + SiteBody.shortened(node.toString()),
          "提供 GeoJSON 图形，类型可为 (give a GeoJSON geometry of type) "
              + TYPES.stream().sorted().toList());
    }
    Geometry sent = GeoJsonGeometry.read(node);
    check(sent);
    String words = body.text("crs");
    CoordinateSystem system =
        words == null ? CoordinateSystem.WGS84 : CoordinateSystem.parse(words);
    return new SiteGeometry(sent, DatumShift.toCgcs2000(sent, system), system, words != null);
  }

  /** The same vertices taken for another system, or null where they cannot be that. */
  public Geometry readAs(CoordinateSystem other) {
    try {
      return DatumShift.toCgcs2000(sent, other);
    } catch (UserFault impossible) {
      return null;
    }
  }

  private static void check(Geometry sent) {
    if (sent.isEmpty()) {
      throw new UserFault("图形是空的 (the geometry is empty)", "给出坐标 (give coordinates)");
    }
    if (sent.getNumPoints() > MAX_VERTICES) {
      throw new TooLarge(
          "图形有 " + sent.getNumPoints() + " 个顶点，多于 " + MAX_VERTICES + " (too many vertices)",
          "概化后再提交 (simplify it)");
    }
    int number = 0;
    for (Coordinate c : sent.getCoordinates()) {
      number++;
      if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
        throw new UserFault(
            "第 " + number + " 个顶点的坐标不是有限数 (vertex " + number + " is not finite)",
            "检查该顶点 (check that vertex)");
      }
    }
    TopologyValidationError fault = new IsValidOp(sent).getValidationError();
    if (fault != null) {
      throw new UserFault(
          "图形不成立 (not a valid shape)：" + words(fault) + "，在 (at) " + place(fault.getCoordinate()),
          "改正边界使其不自相交 (mend the boundary there)");
    }
    if (sent.getDimension() == 2 && !(sent.getArea() > 0)) {
      throw new UserFault("多边形没有面积 (the polygon has no area)", "检查各顶点 (check the vertices)");
    }
  }

  private static String words(TopologyValidationError fault) {
    return switch (fault.getErrorType()) {
      case TopologyValidationError.SELF_INTERSECTION,
          TopologyValidationError.RING_SELF_INTERSECTION ->
          "边界自相交 (self-intersection)";
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "内环在外环之外 (hole outside shell)";
      case TopologyValidationError.NESTED_HOLES -> "内环相套 (nested holes)";
      case TopologyValidationError.NESTED_SHELLS -> "面相互重叠 (nested shells)";
      case TopologyValidationError.DISCONNECTED_INTERIOR -> "内部不连通 (interior not connected)";
      case TopologyValidationError.TOO_FEW_POINTS -> "顶点太少 (too few points)";
      default -> fault.getMessage();
    };
  }

  private static String place(Coordinate c) {
    return c == null ? "–" : String.format(Locale.ROOT, "%.7f, %.7f", c.x, c.y);
  }

  /** A point of the site that lies in it: what its county is found by. */
  public static Coordinate inside(Geometry geometry) {
    return geometry.getDimension() == 0
        ? geometry.getCoordinate()
        : geometry.getInteriorPoint().getCoordinate();
  }

  /** A point as a geometry. */
  public static Geometry point(double lonDeg, double latDeg) {
    return new GeometryFactory().createPoint(new Coordinate(lonDeg, latDeg));
  }
}
