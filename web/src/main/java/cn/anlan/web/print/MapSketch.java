package cn.anlan.web.print;

import cn.anlan.geo.distance.Cgcs2000;
import java.util.Locale;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A small map drawn from geometries as SVG, without any base map: north up, in an azimuthal
 * equidistant plane about its centre, so that distances from the centre are true and others are, at
 * the few kilometres it shows, to 10⁻⁶. Geometries are CGCS2000 longitude and latitude; what lies
 * outside the frame is cut off before it is drawn.
 */
public final class MapSketch {
  private static final double METRES_PER_DEGREE = 111_000;
  private static final double[] NICE = {1, 2, 5, 10};

  private final Coordinate centre;
  private final double halfM;
  private final int sizePx;
  private final Geometry frame;
  private final Html shapes = new Html();

  /**
   * @param halfM half the width and height of the ground shown
   * @param sizePx width and height of the drawing
   */
  public MapSketch(Coordinate centre, double halfM, int sizePx) {
    this.centre = centre;
    this.halfM = halfM;
    this.sizePx = sizePx;
    double latDeg = 1.5 * halfM / METRES_PER_DEGREE;
    double lonDeg = latDeg / Math.cos(Math.toRadians(Math.min(85, Math.abs(centre.y) + latDeg)));
    this.frame =
        new GeometryFactory()
            .toGeometry(
                new Envelope(
                    centre.x - lonDeg, centre.x + lonDeg, centre.y - latDeg, centre.y + latDeg));
  }

  /**
   * A map on which a box of longitudes and latitudes can be seen whole, with some ground around it.
   *
   * @param leastHalfM half the ground shown is at least so wide
   */
  public static MapSketch around(Envelope lonLat, double leastHalfM, int sizePx) {
    Coordinate centre = lonLat.centre();
    double widthM = distanceM(lonLat.getMinX(), centre.y, lonLat.getMaxX(), centre.y);
    double heightM = distanceM(centre.x, lonLat.getMinY(), centre.x, lonLat.getMaxY());
    return new MapSketch(centre, Math.max(leastHalfM, 0.58 * Math.max(widthM, heightM)), sizePx);
  }

  private static double distanceM(double lon1Deg, double lat1Deg, double lon2Deg, double lat2Deg) {
    return Cgcs2000.GEODESIC.Inverse(lat1Deg, lon1Deg, lat2Deg, lon2Deg).s12;
  }

  /** Half the width of the ground shown. */
  public double halfM() {
    return halfM;
  }

  /** The ground that may be seen, for choosing what to draw. */
  public Envelope envelope() {
    return frame.getEnvelopeInternal();
  }

  /** Draws areas, lines and points in one of the style sheet's classes. */
  public MapSketch draw(Geometry geometry, String cssClass) {
    if (geometry == null || geometry.isEmpty()) {
      return this;
    }
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (!part.getEnvelopeInternal().intersects(envelope())) {
        continue;
      }
      if (part instanceof Point point) {
        double[] at = place(point.getCoordinate());
        shapes.empty(
            "circle", "class", cssClass + " point", "cx", px(at[0]), "cy", px(at[1]), "r", 4);
      } else if (part.getNumGeometries() == 1) {
        Geometry cut = OverlayNGRobust.overlay(part, frame, OverlayNG.INTERSECTION);
        if (!cut.isEmpty()) {
          boolean area = part.getDimension() == 2;
          shapes.empty(
              "path", "class", cssClass + (area ? " area" : " line"), "d", path(cut, area));
        }
      } else {
        draw(part, cssClass);
      }
    }
    return this;
  }

  /** A straight line between two points, with a text at its middle. */
  public MapSketch measured(Coordinate from, Coordinate to, String text) {
    double[] a = place(from);
    double[] b = place(to);
    shapes.empty(
        "line",
        "class",
        "measured",
        "x1",
        px(a[0]),
        "y1",
        px(a[1]),
        "x2",
        px(b[0]),
        "y2",
        px(b[1]));
    shapes.empty("circle", "class", "end", "cx", px(a[0]), "cy", px(a[1]), "r", 3);
    shapes.empty("circle", "class", "end", "cx", px(b[0]), "cy", px(b[1]), "r", 3);
    return label(new Coordinate((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), text);
  }

  /** A text beside a point of the ground. */
  public MapSketch name(Coordinate at, String text) {
    double[] xy = place(at);
    return label(new Coordinate(xy[0], xy[1]), text);
  }

  private MapSketch label(Coordinate xy, String text) {
    boolean left = xy.x > sizePx * 0.6;
    shapes.leaf(
        "text",
        text,
        "class",
        "label",
        "x",
        px(xy.x + (left ? -7 : 7)),
        "y",
        px(xy.y - 7),
        "text-anchor",
        left ? "end" : "start");
    return this;
  }

  /** A circle of a true radius about the centre. */
  public MapSketch ring(double radiusM, String cssClass) {
    shapes.empty(
        "circle",
        "class",
        cssClass,
        "cx",
        px(sizePx / 2.0),
        "cy",
        px(sizePx / 2.0),
        "r",
        px(radiusM * scale()));
    return this;
  }

  /** The drawing with north arrow, scale bar and the line below it. */
  public Html svg(String title, String note) {
    Html svg = new Html();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + sizePx + " " + (sizePx + 22),
        "class",
        "sketch",
        "role",
        "img",
        "aria-label",
        title,
        "data-testid",
        "map-extract");
    svg.open("defs").open("clipPath", "id", "frame");
    svg.empty("rect", "x", 0, "y", 0, "width", sizePx, "height", sizePx).close().close();
    svg.empty("rect", "class", "ground", "x", 0, "y", 0, "width", sizePx, "height", sizePx);
    svg.open("g", "clip-path", "url(#frame)").add(shapes).close();
    north(svg);
    scaleBar(svg);
    svg.empty(
        "rect", "class", "neat", "x", 0.5, "y", 0.5, "width", sizePx - 1, "height", sizePx - 1);
    svg.leaf("text", note, "class", "note", "x", 2, "y", sizePx + 15, "data-testid", "map-note");
    return svg.close();
  }

  private void north(Html svg) {
    double x = sizePx - 24.0;
    svg.open("g", "class", "north", "data-testid", "north-arrow");
    svg.empty(
        "path", "d", path(x, 14) + "L" + px(x + 7) + " 36L" + px(x) + " 30L" + px(x - 7) + " 36Z");
    svg.leaf("text", "N", "x", px(x), "y", 48, "text-anchor", "middle").close();
  }

  private void scaleBar(Html svg) {
    double barM = nice(halfM / 2);
    double width = barM * scale();
    double y = sizePx - 14.0;
    svg.open("g", "class", "scale-bar", "data-testid", "scale-bar", "data-metres", barM);
    svg.empty("path", "d", path(12, y - 5) + "V" + px(y) + "H" + px(12 + width) + "V" + px(y - 5));
    String text =
        barM >= 1_000
            ? String.format(Locale.ROOT, "%.0f km", barM / 1_000)
            : String.format(Locale.ROOT, "%.0f m", barM);
    svg.leaf("text", text, "x", px(16 + width), "y", px(y)).close();
  }

  /** The greatest of 1, 2, 5 × 10ⁿ that is not more. */
  private static double nice(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    double best = power;
    for (double step : NICE) {
      best = step * power <= most ? step * power : best;
    }
    return best;
  }

  private double scale() {
    return sizePx / (2 * halfM);
  }

  private double[] place(Coordinate c) {
    GeodesicData line = Cgcs2000.GEODESIC.Inverse(centre.y, centre.x, c.y, c.x);
    double azimuth = Math.toRadians(line.azi1);
    return new double[] {
      sizePx / 2.0 + line.s12 * Math.sin(azimuth) * scale(),
      sizePx / 2.0 - line.s12 * Math.cos(azimuth) * scale()
    };
  }

  private String path(Geometry geometry, boolean closed) {
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        ring(polygon.getExteriorRing(), d, true);
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          ring(polygon.getInteriorRingN(k), d, true);
        }
      } else if (part instanceof LineString line && !closed) {
        ring(line, d, false);
      }
    }
    return d.toString();
  }

  private void ring(LineString line, StringBuilder d, boolean closed) {
    Coordinate[] c = line.getCoordinates();
    for (int i = 0; i < c.length - (closed ? 1 : 0); i++) {
      double[] xy = place(c[i]);
      d.append(i == 0 ? 'M' : 'L').append(px(xy[0])).append(' ').append(px(xy[1]));
    }
    if (closed) {
      d.append('Z');
    }
  }

  private static String path(double x, double y) {
    return "M" + px(x) + " " + px(y);
  }

  private static String px(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
