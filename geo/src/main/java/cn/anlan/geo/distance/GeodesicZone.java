package cn.anlan.geo.distance;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * All points within a distance of a shape, as polygons to draw. <b>For looking at, not for
 * judging</b>: a site is judged by {@link GeodesicTarget}, never by whether it touches the zone.
 *
 * <p><b>Accuracy.</b> The zone's outer edge stands within 1 m of where it should, and within 1 % of
 * D where D is below 100 m (tested against the exact engine). Its own edges are at most 2 km long,
 * so drawn straight in degrees they are within 5 cm of their geodesics at 30° of latitude.
 *
 * <p><b>How.</b> The outline is cut into chunks of a few kilometres; each is brought into an
 * azimuthal equidistant plane about its own middle, where lengths are true to 10⁻⁶, buffered there,
 * brought back and united with its neighbours.
 *
 * <p>Coordinates are CGCS2000 longitude and latitude; the refusals are those of {@link
 * GeodesicTarget}.
 */
public final class GeodesicZone {
  /** Beyond this the plane's distortion is no longer negligible. */
  public static final double MAX_DISTANCE_M = 20_000;

  private GeodesicZone() {}

  /** All points within {@code distanceM} of the shape, areas with their inside. */
  public static Geometry around(Geometry shape, double distanceM) {
    Geometry strip = alongEdges(shape, distanceM);
    Geometry area = areaOf(shape);
    return area == null ? strip : OverlayNGRobust.overlay(strip, area, OverlayNG.UNION);
  }

  /**
   * The strip within {@code distanceM} outside the shape's areas: the land along a lake and on its
   * islands, without the water. For a line or point the same as {@link #around}.
   */
  public static Geometry strip(Geometry shape, double distanceM) {
    Geometry strip = alongEdges(shape, distanceM);
    Geometry area = areaOf(shape);
    return area == null ? strip : OverlayNGRobust.overlay(strip, area, OverlayNG.DIFFERENCE);
  }

  private static Geometry alongEdges(Geometry shape, double distanceM) {
    if (!(distanceM > 0 && distanceM <= MAX_DISTANCE_M)) {
      throw new UserFault(
          "缓冲距离 " + distanceM + " m 不可用 / zone distance not usable",
          "取 0 至 20000 m 之间 / choose more than 0 and at most 20000 m");
    }
    List<ZoneChunk> chunks = ZoneChunk.cut(shape);
    List<Geometry> buffers =
        chunks.parallelStream().map(c -> c.buffer(distanceM)).filter(g -> !g.isEmpty()).toList();
    return OverlayNGRobust.union(buffers, shape.getFactory());
  }

  /** The polygons of the shape with edges cut along their geodesics, or null if it has none. */
  private static Geometry areaOf(Geometry shape) {
    GeometryFactory factory = shape.getFactory();
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part.getNumGeometries() > 1) {
        areas.add(areaOf(part));
      } else if (part.getDimension() == 2 && !part.isEmpty()) {
        areas.add(GeodesicCuts.along(part));
      }
    }
    areas.removeIf(Objects::isNull);
    return areas.isEmpty() ? null : OverlayNGRobust.union(areas, factory);
  }
}
