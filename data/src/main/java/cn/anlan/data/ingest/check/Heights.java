package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.value.BadValue;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The heights of a delivered geometry. A layer of lines with heights keeps them: every vertex has
 * one, or none has where the layer lets heights be missing. Lines of which every height is exactly
 * 0 come from programs that fill in what they do not know; where heights may be missing they are
 * taken as missing, for a flat road at sea level would be a wrong profile. Other layers drop
 * heights.
 */
final class Heights {
  private static final String UNKNOWN_REMEDY =
      "有测量高程时带 Z 值重新导入;没有时长大下坡可用高程模型 --dem (deliver Z where measured, else use --dem)";

  private final boolean kept;
  private final boolean optional;

  Heights(Layer layer) {
    this.kept = layer.geometry() == GeometryKind.LINE_Z;
    this.optional = layer.heightsOptional();
  }

  /**
   * Makes the geometry's heights the layer's.
   *
   * @param geometry changed in place
   * @param issues get a warning where a line is taken without heights
   * @throws BadValue where vertices lack a height that they must have
   */
  void settle(Geometry geometry, RowIssues issues) throws BadValue {
    if (!kept) {
      drop(geometry);
      return;
    }
    Coordinate without = null;
    boolean any = false;
    boolean allZero = true;
    for (Coordinate c : geometry.getCoordinates()) {
      boolean has = Double.isFinite(c.getZ());
      any |= has;
      allZero &= has && c.getZ() == 0;
      without = has || without != null ? without : c;
    }
    if (without != null && (any || !optional)) {
      throw new BadValue(
          "线的顶点没有高程,位于 (a vertex has no height, at) "
              + text(without)
              + (optional ? ",而其他顶点有 (while others have)" : ""),
          "导出时%s带上 Z 值 (米,1985 国家高程基准)".formatted(optional ? "每个顶点都" : ""));
    }
    if (allZero) {
      warn(
          issues,
          "所有顶点的高程都是 0"
              + (optional
                  ? ",按没有高程处理 (all heights are 0: taken as none)"
                  : " (all heights are 0)"));
    } else if (without != null) {
      warn(issues, "线没有高程 (the line has no heights)");
    }
    if (allZero && optional) {
      drop(geometry);
    }
  }

  private void warn(RowIssues issues, String reason) {
    issues.warn(
        StandardColumn.GEOM.column(),
        null,
        reason,
        optional ? UNKNOWN_REMEDY : "核对高程是否丢失 (check that heights were not lost)");
  }

  private static void drop(Geometry geometry) {
    geometry.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            if (sequence.hasZ()) {
              sequence.setOrdinate(i, CoordinateSequence.Z, Double.NaN);
            }
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return false;
          }
        });
  }

  private static String text(Coordinate c) {
    return String.format(Locale.ROOT, "(%.6f, %.6f)", c.x, c.y);
  }
}
