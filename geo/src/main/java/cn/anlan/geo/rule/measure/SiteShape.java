package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.ground.Coverage;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;

/**
 * The geometry of a site, and what is found out about it, kept for the next rule that asks the
 * same. Between the rules the site may differ in nothing but the layer as whose row it is judged.
 * For one thread at a time.
 */
public final class SiteShape {
  private final Geometry geometry;
  private final Map<Coverage, Boolean> real = new IdentityHashMap<>();
  private final Map<Coverage, Boolean> withDemo = new IdentityHashMap<>();
  private final Map<Ruler, Measurement> measured = new HashMap<>();
  private GeodesicTarget target;
  private Boolean valid;

  private SiteShape(Geometry geometry) {
    this.geometry = geometry;
  }

  /**
   * @param geometry CGCS2000 longitude and latitude, or null
   */
  public static SiteShape of(Geometry geometry) {
    return new SiteShape(geometry);
  }

  /** Null where the site has none. */
  public Geometry geometry() {
    return geometry;
  }

  /**
   * Made ready for distances.
   *
   * @throws UserFault where it cannot be measured
   */
  public GeodesicTarget target() {
    if (target == null) {
      target = GeodesicTarget.of(geometry);
    }
    return target;
  }

  /** Whether no ring crosses itself or another. */
  public boolean isValid() {
    if (valid == null) {
      valid = geometry.isValid();
    }
    return valid;
  }

  /** Whether it lies where a layer is declared complete; the demonstration's areas if allowed. */
  public boolean isCovered(Coverage coverage, boolean demo) {
    return demo
        ? kept(withDemo, coverage, () -> coverage.coversWithDemo(geometry))
        : kept(real, coverage, () -> coverage.covers(geometry));
  }

  /** The site measured by a ruler, which rules that measure alike share. */
  Measurement measured(Ruler ruler, Site site) {
    Measurement known = measured.get(ruler);
    if (known == null) {
      known = ruler.measure(site, target());
      measured.put(ruler, known);
    }
    return known;
  }

  private static boolean kept(
      Map<Coverage, Boolean> known, Coverage coverage, Supplier<Boolean> answer) {
    Boolean before = known.get(coverage);
    if (before == null) {
      before = answer.get();
      known.put(coverage, before);
    }
    return before;
  }
}
