package cn.anlan.web.ogc.items;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.web.ogc.OgcCrs;
import java.util.Arrays;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The parameter {@code bbox}: rows that have a point in common with a box of any supported system,
 * in that system's order of axes. Heights (six numbers) are passed over. A box of degrees whose
 * west is greater than its east crosses the antimeridian. The edges of a projected box are followed
 * to within a metre; it is cut to the part of its system that can be moved ({@link
 * DatumShift#domain}).
 *
 * <p>A box beyond its system finds nothing, also one of EPSG:4326 or 4490 with an impossible
 * latitude, which the official test suite sends; in CRS84 that is a fault.
 */
final class BoxFilter {
  private static final int PIECES = 128;

  private BoxFilter() {}

  /**
   * @throws UserFault where the text is no box of the system
   */
  static RowPredicate parse(String text, OgcCrs crs) {
    double[] n = numbers(text);
    int second = n.length / 2;
    double[] low = crs.northFirst() ? new double[] {n[1], n[0]} : new double[] {n[0], n[1]};
    double[] high =
        crs.northFirst()
            ? new double[] {n[second + 1], n[second]}
            : new double[] {n[second], n[second + 1]};
    if (low[1] > high[1] || low[0] > high[0] && !crs.isDegrees()) {
      throw fault(text, "较大的坐标在前 (a greater coordinate stands first)", crs);
    }
    return crs.isDegrees()
        ? degrees(low, high, text, crs)
        : metres(new Envelope(low[0], high[0], low[1], high[1]), crs.system());
  }

  private static RowPredicate degrees(double[] low, double[] high, String text, OgcCrs crs) {
    if (Math.abs(low[1]) > 90 || Math.abs(high[1]) > 90) {
      if (crs.northFirst()) {
        return columns -> columns.always(false);
      }
      throw fault(text, "纬度超出 ±90 (a latitude beyond ±90)", crs);
    }
    if (low[0] <= high[0]) {
      Box box = new Box(low[0], low[1], high[0], high[1]);
      return columns -> columns.intersects(box);
    }
    Box east = new Box(low[0], low[1], Math.max(180, low[0]), high[1]);
    Box west = new Box(Math.min(-180, high[0]), low[1], high[0], high[1]);
    return columns -> columns.intersects(east).or(columns.intersects(west));
  }

  private static RowPredicate metres(Envelope wanted, CoordinateSystem system) {
    Envelope box = wanted.intersection(DatumShift.domain(system));
    if (box.isNull()) {
      return columns -> columns.always(false);
    }
    Geometry edge = new GeometryFactory().toGeometry(box);
    double stepM = Math.max(1, Math.max(box.getWidth(), box.getHeight()) / PIECES);
    Geometry area = DatumShift.toCgcs2000(Densifier.densify(edge, stepM), system);
    if (system == CoordinateSystem.WEB_MERCATOR) {
      Envelope same = area.getEnvelopeInternal();
      Box lonLat = new Box(same.getMinX(), same.getMinY(), same.getMaxX(), same.getMaxY());
      return columns -> columns.intersects(lonLat);
    }
    return columns -> columns.intersects(area);
  }

  private static double[] numbers(String text) {
    try {
      double[] numbers =
          Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      boolean finite = Arrays.stream(numbers).allMatch(Double::isFinite);
      if (finite && (numbers.length == 4 || numbers.length == 6)) {
        return numbers;
      }
    } catch (NumberFormatException notNumbers) {
      // said below, with the value
    }
    throw new UserFault(
        "bbox=" + text + " 无法理解 (not understood)",
        "写四个或六个数，以逗号分隔 (write four or six numbers parted by commas)");
  }

  private static UserFault fault(String text, String reason, OgcCrs crs) {
    return new UserFault(
        "bbox=" + text + ": " + reason,
        (crs.northFirst()
                ? "按 南,西,北,东 (south,west,north,east)"
                : "按 西,南,东,北 (west,south,east,north)")
            + " 写 (write): "
            + crs.uri());
  }
}
