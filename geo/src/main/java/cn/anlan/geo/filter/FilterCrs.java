package cn.anlan.geo.filter;

import cn.anlan.geo.datum.AxisOrder;
import cn.anlan.geo.datum.CoordinateSystem;
import java.util.Objects;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;

/**
 * What the coordinates that a filter writes are (the parameter {@code filter-crs}).
 *
 * <p>WGS 84 and CGCS2000 are one datum here (better than a metre). Edges of projected geometry are
 * cut every kilometre (or into 500 pieces) before they are moved, so that what is straight on the
 * projection stays within a centimetre of it.
 *
 * @param northFirst whether a latitude or northing stands first, as in EPSG:4326 by its register
 */
public record FilterCrs(CoordinateSystem system, boolean northFirst) {
  /** CGCS2000 (or WGS 84) longitude, latitude: what holds where nothing is said. */
  public static final FilterCrs LON_LAT = new FilterCrs(CoordinateSystem.CGCS2000, false);

  private static final double PIECE_M = 1000;
  private static final int MAX_PIECES = 500;

  public FilterCrs {
    Objects.requireNonNull(system, "system");
  }

  /** Whether coordinates need no more than their order put right. */
  boolean isDegrees() {
    return system == CoordinateSystem.CGCS2000 || system == CoordinateSystem.WGS84;
  }

  /**
   * A copy in CGCS2000 longitude and latitude.
   *
   * @throws cn.anlan.geo.fault.UserFault where the coordinates cannot be of this system
   */
  Geometry toLonLat(Geometry written) {
    Geometry moved = written.copy();
    if (northFirst) {
      AxisOrder.swap(moved);
    }
    if (isDegrees()) {
      return moved;
    }
    if (!system.isDegrees() && moved.getDimension() > 0) {
      double piece = Math.max(PIECE_M, moved.getLength() / MAX_PIECES);
      moved = Densifier.densify(moved, piece);
    }
    return system.toCgcs2000(moved);
  }
}
