package cn.anlan.web.checks;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.Optional;
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

  private Province(Geometry area, double sigmaM) {
    this.area = PreparedGeometryFactory.prepare(area);
    this.target = GeodesicTarget.of(area);
    this.toleranceM = 2 * sigmaM;
  }

  /** From the region layer; empty where no province with an outline is loaded. */
  static Optional<Province> find(LayerSnapshot regions) {
    for (int row = 0; row < regions.size(); row++) {
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

  boolean isOutside(Geometry site) {
    if (area.covers(site)) {
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
