package cn.anlan.web.checks;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The province's area, as far as its boundary is known: a site counts as outside only where it is
 * farther from the province than two standard deviations of the boundary.
 */
final class Province {
  /** As the import takes it, where a boundary does not say how accurate it is. */
  private static final double UNKNOWN_SIGMA_M = 500;

  private final PreparedGeometry area;
  private final GeodesicTarget target;
  private final double toleranceM;
  private final Cells cells;

  private Province(Geometry area, double sigmaM) {
    this.area = PreparedGeometryFactory.prepare(area);
    this.target = GeodesicTarget.of(area);
    this.toleranceM = 2 * sigmaM;
    this.cells = new Cells(area.getEnvelopeInternal());
  }

  /** From the region layer; empty where no province with an outline is loaded. */
  static Optional<Province> find(LayerSnapshot regions) {
    for (int row : regions.rows().toArray()) {
      Optional<Geometry> outline = regions.findGeometry(row);
      boolean today = regions.date("valid_to", row) == null;
      if ("province".equals(regions.text("admin_level", row)) && today && outline.isPresent()) {
        double sigmaM = regions.number("sigma_m", row);
        return Optional.of(
            new Province(outline.get(), Double.isNaN(sigmaM) ? UNKNOWN_SIGMA_M : sigmaM));
      }
    }
    return Optional.empty();
  }

  /**
   * A grid over the province that remembers which of its cells lie wholly inside: most sites stand
   * in such a one, and need no look at the outline.
   */
  private final class Cells {
    private static final double SIZE_DEG = 0.05;
    private static final byte INSIDE = 1;
    private static final byte UNCLEAR = 2;

    private final Envelope box;
    private final int columns;
    private final byte[] known;

    Cells(Envelope box) {
      this.box = box;
      this.columns = (int) (box.getWidth() / SIZE_DEG) + 1;
      this.known = new byte[columns * ((int) (box.getHeight() / SIZE_DEG) + 1)];
    }

    boolean cover(Envelope site) {
      if (!box.contains(site)) {
        return false;
      }
      for (int row = row(site.getMinY()); row <= row(site.getMaxY()); row++) {
        for (int column = column(site.getMinX()); column <= column(site.getMaxX()); column++) {
          if (!isInside(column, row)) {
            return false;
          }
        }
      }
      return true;
    }

    /** Two threads that ask at once find the same, so nothing is locked. */
    private boolean isInside(int column, int row) {
      int cell = row * columns + column;
      if (known[cell] == 0) {
        double west = box.getMinX() + column * SIZE_DEG;
        double south = box.getMinY() + row * SIZE_DEG;
        Envelope bounds = new Envelope(west, west + SIZE_DEG, south, south + SIZE_DEG);
        Geometry whole = area.getGeometry().getFactory().toGeometry(bounds);
        known[cell] = area.covers(whole) ? INSIDE : UNCLEAR;
      }
      return known[cell] == INSIDE;
    }

    private int column(double lonDeg) {
      return (int) ((lonDeg - box.getMinX()) / SIZE_DEG);
    }

    private int row(double latDeg) {
      return (int) ((latDeg - box.getMinY()) / SIZE_DEG);
    }
  }

  boolean isOutside(Geometry site) {
    if (cells.cover(site.getEnvelopeInternal()) || area.covers(site)) {
      return false;
    }
    try {
      return target.nearestWithin(site, toleranceM).isEmpty();
    } catch (UserFault unusable) {
      // The engine says what is wrong with such a geometry.
      return true;
    }
  }
}
