package cn.anlan.geo.rule.measure;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Site;
import java.util.List;

/**
 * A rule made ready to measure sites at one data version. Preparing takes a moment, a site then
 * some microseconds. For any threads.
 */
public final class Measuring {
  private final List<Ruler> rulers;

  private Measuring(List<Ruler> rulers) {
    this.rulers = rulers;
  }

  /** Makes ready what the rule measures to, and reads the layers that it names. */
  public static Measuring of(Rule rule, Rulers rulers) {
    return new Measuring(rule.targets().stream().map(t -> rulers.of(rule, t)).toList());
  }

  /**
   * Measures a site.
   *
   * @param shape of the site's geometry
   * @throws UserFault where it cannot be measured
   */
  public Measurement measure(Site site, SiteShape shape) {
    return Measurement.join(rulers.stream().map(r -> shape.measured(r, site)).toList());
  }
}
