package cn.anlan.geo.datum;

import cn.anlan.geo.shape.VertexMove;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * Brings geometries from any accepted {@link CoordinateSystem} to CGCS2000 longitude and latitude,
 * and back.
 *
 * <p>Accuracy: Gauss-Krüger agrees with PROJ to 0.6 mm up to 4.5° from the central meridian and to
 * 2 mm at 7.5°; WGS 84 and CGCS2000 are taken as one datum, which holds to better than a metre;
 * GCJ-02 and BD-09 invert to 1e-8 m of the formula in general use. Geometry is moved vertex by
 * vertex: an edge that is straight in one system is not exactly straight in another (at 1 km the
 * difference is below a centimetre). Heights and measures pass unchanged.
 *
 * <p>GeoTools is asked to be lenient (a missing datum shift counts as none) only between WGS 84 and
 * CGCS2000; no other pair of different datums gets that far. Thread-safe; the first use loads the
 * EPSG database, about a second.
 */
public final class DatumShift {
  private record Step(CoordinateSystem from, CoordinateSystem to) {}

  /** Moves coordinates in place. */
  interface PointShift {
    /** Moves {x0, y0, x1, y1, …} in place. */
    void move(double[] xy);
  }

  private static final Map<Step, MathTransform> TRANSFORMS = new ConcurrentHashMap<>();

  private DatumShift() {}

  /**
   * A copy of the geometry in CGCS2000 (lon, lat), SRID 4490.
   *
   * @throws cn.anlan.geo.fault.UserFault if the coordinates cannot be what was declared, or fall
   *     outside 70–140 E, 0–60 N; the message names the likely cause
   */
  public static Geometry toCgcs2000(Geometry geometry, CoordinateSystem from) {
    SourceRange.checkDeclared(geometry.getEnvelopeInternal(), from, from.code());
    Geometry moved = move(geometry, from, CoordinateSystem.CGCS2000);
    SourceRange.checkResult(
        moved.getEnvelopeInternal(), geometry.getEnvelopeInternal(), from.code());
    return moved;
  }

  /**
   * A copy of a CGCS2000 (lon, lat) geometry in another system, with that system's SRID (0 for
   * GCJ-02 and BD-09).
   *
   * @throws cn.anlan.geo.fault.UserFault if the geometry is outside 70–140 E, 0–60 N
   */
  public static Geometry fromCgcs2000(Geometry geometry, CoordinateSystem to) {
    SourceRange.checkDeclared(
        geometry.getEnvelopeInternal(),
        CoordinateSystem.CGCS2000,
        CoordinateSystem.CGCS2000.code());
    return move(geometry, CoordinateSystem.CGCS2000, to);
  }

  private static Geometry move(Geometry geometry, CoordinateSystem from, CoordinateSystem to) {
    Geometry copy = geometry.copy();
    if (from != to) {
      copy.apply(new SequenceMover(shift(from, to)));
      copy.geometryChanged();
    }
    copy.setSRID(to.srid());
    return copy;
  }

  private static PointShift shift(CoordinateSystem from, CoordinateSystem to) {
    if (from == CoordinateSystem.GCJ02) {
      return each(Gcj02::toWgs84);
    }
    if (from == CoordinateSystem.BD09) {
      return each(Bd09::toWgs84);
    }
    if (to == CoordinateSystem.GCJ02) {
      return each(Gcj02::fromWgs84);
    }
    if (to == CoordinateSystem.BD09) {
      return each(Bd09::fromWgs84);
    }
    MathTransform transform = TRANSFORMS.computeIfAbsent(new Step(from, to), DatumShift::find);
    return xy -> {
      try {
        transform.transform(xy, 0, xy, 0, xy.length / 2);
      } catch (TransformException e) {
        throw new IllegalStateException(
            "cannot move coordinates from " + from.code() + " to " + to.code(), e);
      }
    };
  }

  private interface LonLatShift {
    double[] move(double lonDeg, double latDeg);
  }

  private static PointShift each(LonLatShift shift) {
    return xy -> {
      for (int i = 0; i < xy.length; i += 2) {
        double[] moved = shift.move(xy[i], xy[i + 1]);
        xy[i] = moved[0];
        xy[i + 1] = moved[1];
      }
    };
  }

  private static MathTransform find(Step step) {
    boolean lenient = isWgs84(step.from()) != isWgs84(step.to());
    try {
      return CRS.findMathTransform(decode(step.from()), decode(step.to()), lenient);
    } catch (FactoryException e) {
      throw new IllegalStateException(
          "no transformation from " + step.from().code() + " to " + step.to().code(), e);
    }
  }

  private static boolean isWgs84(CoordinateSystem system) {
    return system == CoordinateSystem.WGS84 || system == CoordinateSystem.WEB_MERCATOR;
  }

  /** East or longitude first, whatever the register says. */
  private static CoordinateReferenceSystem decode(CoordinateSystem system) throws FactoryException {
    return CRS.decode(system.code(), true);
  }

  /** Moves whole sequences at once; heights and measures stay. */
  record SequenceMover(PointShift shift) implements VertexMove {
    @Override
    public void filter(CoordinateSequence sequence, int i) {
      if (i > 0) {
        return;
      }
      double[] xy = new double[sequence.size() * 2];
      for (int k = 0; k < sequence.size(); k++) {
        xy[2 * k] = sequence.getX(k);
        xy[2 * k + 1] = sequence.getY(k);
      }
      shift.move(xy);
      for (int k = 0; k < sequence.size(); k++) {
        sequence.setOrdinate(k, CoordinateSequence.X, xy[2 * k]);
        sequence.setOrdinate(k, CoordinateSequence.Y, xy[2 * k + 1]);
      }
    }
  }
}
