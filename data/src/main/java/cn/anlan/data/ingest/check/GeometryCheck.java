package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.value.BadValue;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.SourceSystem;
import cn.anlan.geo.fault.UserFault;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether a delivered geometry can be the layer's, and its CGCS2000 form: a point, or a multi-part
 * line or polygon, with its {@link Heights}. An invalid geometry is refused with the place of the
 * fault; it is never mended unasked, because mending can move an edge by kilometres.
 */
final class GeometryCheck {
  private static final Map<Integer, String> FAULTS =
      Map.of(
          TopologyValidationError.HOLE_OUTSIDE_SHELL, "洞在外环之外 (hole outside the shell)",
          TopologyValidationError.NESTED_HOLES, "洞中有洞 (nested holes)",
          TopologyValidationError.DISCONNECTED_INTERIOR, "内部不连通 (interior is not connected)",
          TopologyValidationError.SELF_INTERSECTION, "自相交 (self-intersection)",
          TopologyValidationError.RING_SELF_INTERSECTION, "环自相交 (ring self-intersection)",
          TopologyValidationError.NESTED_SHELLS, "多边形重叠套叠 (nested shells)",
          TopologyValidationError.DUPLICATE_RINGS, "环重复 (duplicate rings)",
          TopologyValidationError.TOO_FEW_POINTS, "点太少 (too few points)");

  private static final Set<GeometryKind> LINES =
      Set.of(GeometryKind.LINE, GeometryKind.LINE_Z, GeometryKind.ANY);

  private final GeometryKind kind;
  private final Heights heights;
  private final SourceSystem crs;

  GeometryCheck(Layer layer, SourceSystem crs) {
    this.kind = layer.geometry();
    this.heights = new Heights(layer);
    this.crs = crs;
  }

  /**
   * @param delivered in the file's coordinates, east or longitude first
   * @param issues get what is odd but no fault
   * @return a copy in CGCS2000 (lon, lat)
   * @throws BadValue where it cannot be taken
   */
  Geometry check(Geometry delivered, RowIssues issues) throws BadValue {
    if (delivered == null) {
      throw new BadValue("没有图形 (geometry is missing)", "补上坐标");
    }
    if (delivered.isEmpty()) {
      throw new BadValue("图形是空的 (geometry is empty)", "补上坐标");
    }
    requireFinite(delivered);
    Geometry shaped = shaped(delivered);
    TopologyValidationError error = new IsValidOp(shaped).getValidationError();
    if (error != null) {
      String fault = FAULTS.getOrDefault(error.getErrorType(), error.getMessage());
      Optional<Geometry> repaired = repaired(shaped);
      throw new BadValue(
          "图形无效: " + fault + ",位于 (at) " + text(error.getCoordinate()),
          "在源系统中修复该处图形;本软件不自行修补"
              + repaired.map(GeometryCheck::offer).orElse(",也没有可建议的修补 (none to offer)"),
          repaired.orElse(null));
    }
    try {
      Geometry moved = crs.toCgcs2000(shaped);
      heights.settle(moved, issues);
      moved.setSRID(CoordinateSystem.CGCS2000.srid());
      return moved;
    } catch (UserFault fault) {
      throw new BadValue(fault.getMessage(), fault.remedy());
    }
  }

  /** The nearest valid geometry of the same kind, where there is one. */
  private static Optional<Geometry> repaired(Geometry invalid) {
    GeometryFixer fixer = new GeometryFixer(invalid);
    fixer.setKeepMulti(true);
    Geometry fixed = fixer.getResult();
    boolean sameKind = !fixed.isEmpty() && fixed.getDimension() == invalid.getDimension();
    return sameKind && fixed.isValid() ? Optional.of(fixed) : Optional.empty();
  }

  private static String offer(Geometry repaired) {
    return ";可选的修补有 %d 个部分、%d 个顶点,见修补建议文件,核对后自行采用 (a repair is offered, see the file of repairs)"
        .formatted(repaired.getNumGeometries(), repaired.getNumPoints());
  }

  private Geometry shaped(Geometry g) throws BadValue {
    Geometry shaped = null;
    if (g instanceof Point && (kind == GeometryKind.POINT || kind == GeometryKind.ANY)) {
      shaped = g;
    } else if (g instanceof MultiPoint && g.getNumGeometries() == 1 && kind == GeometryKind.POINT) {
      shaped = g.getGeometryN(0);
    } else if (LINES.contains(kind)) {
      shaped = multiLine(g);
    }
    if (shaped == null && (kind == GeometryKind.POLYGON || kind == GeometryKind.ANY)) {
      shaped = multiPolygon(g);
    }
    if (shaped == null) {
      throw new BadValue(
          "图形是 " + g.getGeometryType() + ",图层要 " + wanted() + " (wrong kind of geometry)",
          g instanceof MultiPoint ? "每行只给一个点" : "核对图层和文件");
    }
    return shaped;
  }

  private static Geometry multiLine(Geometry g) {
    if (g instanceof LineString line) {
      return g.getFactory().createMultiLineString(new LineString[] {line});
    }
    return g instanceof MultiLineString ? g : null;
  }

  private static Geometry multiPolygon(Geometry g) {
    if (g instanceof Polygon polygon) {
      return g.getFactory().createMultiPolygon(new Polygon[] {polygon});
    }
    return g instanceof MultiPolygon ? g : null;
  }

  private String wanted() {
    return switch (kind) {
      case POINT -> "点 (a point)";
      case LINE -> "线 (a line)";
      case LINE_Z -> "带高程的线 (a line with heights)";
      case POLYGON -> "面 (a polygon)";
      default -> "点、线或面 (a point, line or polygon)";
    };
  }

  private static void requireFinite(Geometry geometry) throws BadValue {
    boolean[] odd = {false};
    geometry.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence s, int i) {
            odd[0] |= !Double.isFinite(s.getX(i)) || !Double.isFinite(s.getY(i));
          }

          @Override
          public boolean isDone() {
            return odd[0];
          }

          @Override
          public boolean isGeometryChanged() {
            return false;
          }
        });
    if (odd[0]) {
      throw new BadValue("坐标不是有限数 (a coordinate is not a finite number)", "检查源文件的坐标");
    }
  }

  private static String text(Coordinate c) {
    return String.format(Locale.ROOT, "(%.6f, %.6f)", c.x, c.y);
  }
}
