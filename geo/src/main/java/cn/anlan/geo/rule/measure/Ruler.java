package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.rule.Site;

/** Measures sites against one target of a rule. Made once for a rule and data version. */
interface Ruler {
  /**
   * @param subject the site's geometry, made ready
   */
  Measurement measure(Site site, GeodesicTarget subject);
}
