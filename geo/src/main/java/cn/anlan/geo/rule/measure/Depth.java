package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.TargetIndex;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * How deep two shapes reach into one another, metres: the farthest that any point of the one lies
 * from the edge of an area that holds it; as accurate as {@link TargetIndex#depthM}. Where they
 * share only points of their edges it is 0; where two lines cross, one micrometre, so that they do
 * not count as merely touching.
 */
final class Depth {
  private static final double CROSSING_M = 1e-6;

  private Depth() {}

  /**
   * @param subject the site's geometry, made ready
   */
  static double ofM(Geometry site, GeodesicTarget subject, TargetLayer layer, int row) {
    Geometry target = layer.geometry(row);
    double depth = 0;
    if (target.getDimension() == 2) {
      depth = TargetIndex.of(List.of(target)).depthM(subject, 0);
    }
    if (site.getDimension() == 2) {
      double back = TargetIndex.of(List.of(site)).depthM(GeodesicTarget.of(target), 0);
      depth = Math.max(depth, back);
    }
    return depth < CROSSING_M && site.relate(target, "T********") ? CROSSING_M : depth;
  }
}
