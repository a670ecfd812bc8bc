package cn.anlan.geo.distance;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Where in a frame one stands far enough from everything. <b>For looking at</b>: whether a site is
 * allowed is said by {@link TargetIndex}, never by this polygon.
 *
 * <p><b>Accuracy.</b> With E the lesser of 1 m and 1 % of D, and at least 1 cm: each point of the
 * answer is at least D − E from every shape, and each point of the frame that is left out is at
 * most D + E from one (tested against the exact engine). Distances are geodesics on CGCS2000: all
 * is drawn in an azimuthal equidistant plane about the middle of the frame, whose error (r²/6R² of
 * D, {@code LocalPlane}) is below 0.1 mm per metre for the greatest frame.
 *
 * <p><b>Cost.</b> About that of uniting the zones of the shapes within D of the frame.
 */
public final class PermissibleArea {
  /** The greatest distance that can be kept. */
  public static final double MAX_DISTANCE_M = 10_000;

  /** From the middle of the frame to its furthest corner. */
  public static final double MAX_RADIUS_M = 120_000;

  private static final double METRES_PER_DEGREE = 110_000; // of latitude, not more than the true

  /**
   * What to stay away from.
   *
   * @param shape point, line or polygon; of a polygon the inside is forbidden too
   * @param distanceM 0 (only its inside is forbidden) to {@link #MAX_DISTANCE_M}
   */
  public record KeepAway(Geometry shape, double distanceM) {}

  private final LocalPlane plane;
  private final Envelope frame;

  private PermissibleArea(Envelope frame) {
    this.frame = frame;
    this.plane = new LocalPlane(frame.centre().x, frame.centre().y);
  }

  /**
   * The frame without all that is too near, as polygons in longitude and latitude, no edge longer
   * than 2 km; empty where nothing is allowed.
   *
   * @param frame polygons; edges are geodesics
   * @throws UserFault for a frame that is no polygon or too large, for distances out of range, and
   *     for geometry that cannot be measured (see {@link GeodesicTarget})
   */
  public static Geometry within(Geometry frame, List<KeepAway> all) {
    EdgeReader.read(frame);
    if (frame.getDimension() != 2) {
      throw new UserFault("范围不是面 / the frame is no polygon", "请画面 / draw a polygon");
    }
    return new PermissibleArea(frame.getEnvelopeInternal()).of(frame, all);
  }

  private Geometry of(Geometry frameShape, List<KeepAway> all) {
    Geometry free = inPlane(frameShape);
    double radiusM = 0;
    for (Coordinate corner : free.getCoordinates()) {
      radiusM = Math.max(radiusM, Math.hypot(corner.x, corner.y));
    }
    if (radiusM > MAX_RADIUS_M) {
      throw new UserFault(
          String.format(
              Locale.ROOT,
              "范围太大，中心到角点 %.0f km / the frame is too large: %.0f km from its middle",
              radiusM / 1000,
              radiusM / 1000),
          "不超过 120 km / take at most 120 km");
    }
    List<Geometry> forbidden = all.parallelStream().flatMap(each -> zones(each).stream()).toList();
    if (!forbidden.isEmpty()) {
      Geometry union = OverlayNGRobust.union(forbidden, free.getFactory());
      free = OverlayNGRobust.overlay(free, union, OverlayNG.DIFFERENCE);
    }
    return plane.fromPlane(Densifier.densify(free, EdgeReader.MAX_PIECE_M));
  }

  /** Polygons in the plane that together are all that is too near to a shape. */
  private List<Geometry> zones(KeepAway each) {
    if (!(each.distanceM >= 0 && each.distanceM <= MAX_DISTANCE_M)) {
      throw new UserFault(
          "距离 " + each.distanceM + " m 不可用 / distance not usable",
          "取 0 至 10000 m / choose from 0 to 10000 m");
    }
    if (each.shape == null || each.shape.isEmpty()) {
      return List.of();
    }
    EdgeReader.read(each.shape);
    Envelope reach = reach(each.distanceM);
    List<Geometry> zones = new ArrayList<>();
    if (reach.intersects(each.shape.getEnvelopeInternal())) {
      addZones(clipped(each.shape, reach), each.distanceM, zones);
    }
    return zones;
  }

  private void addZones(Geometry shape, double distanceM, List<Geometry> zones) {
    if (shape.getNumGeometries() > 1) {
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        addZones(shape.getGeometryN(i), distanceM, zones);
      }
    } else if (shape.getNumGeometries() == 1 && !shape.isEmpty()) {
      Geometry drawn = plane.toPlane(shape.getGeometryN(0));
      if (drawn instanceof Polygon area && distanceM == 0) {
        zones.add(area);
      } else if (drawn instanceof Polygon area) {
        new PlaneBuffer(distanceM).addAround(area, zones);
      } else if (distanceM > 0) {
        new PlaneBuffer(distanceM).addAlong(drawn.getCoordinates(), zones);
      }
    }
  }

  /** What of a shape, its edges cut along their geodesics, can matter to the frame. */
  private static Geometry clipped(Geometry shape, Envelope reach) {
    Geometry cut = valid(GeodesicCuts.along(shape));
    if (reach.contains(cut.getEnvelopeInternal())) {
      return cut;
    }
    GeometryFactory factory = cut.getFactory();
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < cut.getNumGeometries(); i++) {
      Geometry part = cut.getGeometryN(i);
      if (reach.intersects(part.getEnvelopeInternal())) {
        boolean mixed = part.getNumGeometries() > 1;
        parts.add(
            mixed
                ? clipped(part, reach)
                : OverlayNGRobust.overlay(part, factory.toGeometry(reach), OverlayNG.INTERSECTION));
      }
    }
    return factory.buildGeometry(parts);
  }

  private static Geometry valid(Geometry shape) {
    return shape instanceof LineString || shape.getDimension() < 2 || shape.isValid()
        ? shape
        : GeometryFixer.fix(shape);
  }

  private Geometry inPlane(Geometry shape) {
    return valid(plane.toPlane(GeodesicCuts.along(shape)));
  }

  /** The frame's envelope, grown by more than the distance. */
  private Envelope reach(double distanceM) {
    Envelope reach = new Envelope(frame);
    double latDeg = (1.1 * distanceM + 200) / METRES_PER_DEGREE;
    double lat = Math.max(Math.abs(frame.getMinY()), Math.abs(frame.getMaxY())) + 0.2;
    reach.expandBy(latDeg / Math.cos(Math.toRadians(lat)), latDeg);
    return reach;
  }
}
