package cn.anlan.data.ingest.quarantine;

import cn.anlan.geo.datum.SourceSystem;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The geometries of rejected rows for a map, in CGCS2000 (lon, lat): the first 2,000 that have a
 * place on it at all. They may be invalid; they are for looking only.
 */
public final class RejectedShapes {
  private static final int KEPT = 2_000;
  private static final int LARGEST = 20_000;

  /** A rejected row's geometry. */
  public record Shape(long row, Geometry lonLat) {}

  private final SourceSystem crs;
  private final List<Shape> shapes = new ArrayList<>();
  private long placeless;
  private long more;

  /**
   * @param crs of the geometries; null where the rows have none
   */
  public RejectedShapes(SourceSystem crs) {
    this.crs = crs;
  }

  /** Adds a rejected row's geometry as delivered; null for none. */
  public void add(long row, Geometry delivered) {
    if (crs == null || delivered == null || delivered.isEmpty()) {
      placeless++;
    } else if (shapes.size() >= KEPT || delivered.getNumPoints() > LARGEST) {
      more++;
    } else {
      try {
        shapes.add(new Shape(row, crs.toCgcs2000(delivered)));
      } catch (UserFault nowhere) {
        placeless++; // the issue of the row says so
      }
    }
  }

  public List<Shape> shapes() {
    return List.copyOf(shapes);
  }

  /** Rejected rows without a geometry, or with coordinates that lie nowhere near. */
  public long placeless() {
    return placeless;
  }

  /** Rejected geometries beyond those that are kept. */
  public long more() {
    return more;
  }
}
