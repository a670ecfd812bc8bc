package cn.anlan.geo.rule.measure;

import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.ground.TargetLayer;

/**
 * Which features of a layer a target means for a site: those of its filter and, where it asks so,
 * of the same or of another owner; never the site itself.
 */
final class Pairs {
  private final Target target;
  private final TargetLayer layer;
  private final Bound filter;

  Pairs(Target target, TargetLayer layer) {
    this.target = target;
    this.layer = layer;
    this.filter = new Bound(target.filter(), layer);
  }

  /** Whether the filter leaves a feature out for every site. */
  boolean isLeftOut(int row) {
    return filter.of(row) == Logic.FALSE;
  }

  /** Whether it is known of any feature that it counts: not where the site lacks what is asked. */
  boolean isKnown(Site site) {
    for (Target.Same same : target.same()) {
      if (site.attributes().value(same.subject()) == null) {
        return false;
      }
    }
    return true;
  }

  Logic counts(Site site, int row) {
    if (!site.proposal() && site.layer().equals(layer.id()) && site.id() == layer.id(row)) {
      return Logic.FALSE;
    }
    Logic meant = filter.of(row);
    return meant == Logic.FALSE ? meant : meant.and(same(site, row));
  }

  private Logic same(Site site, int row) {
    Logic all = Logic.TRUE;
    for (Target.Same same : target.same()) {
      all = all.and(same(same, site, row));
    }
    return all;
  }

  private Logic same(Target.Same same, Site site, int row) {
    Object a = site.attributes().value(same.subject());
    Object b = layer.attributes(row).value(same.target());
    if (a == null || b == null) {
      return Logic.UNKNOWN;
    }
    boolean wanted = same.is() == Target.Same.Is.EQUAL;
    return a.equals(b) == wanted ? Logic.TRUE : Logic.FALSE;
  }

  /** Why it is not known whether a feature counts. */
  Reason open(Site site, int row) {
    Feature feature = Features.of(layer, row);
    if (filter.of(row) == Logic.UNKNOWN) {
      return TargetReasons.attribute(feature, filter.missing(row));
    }
    Target.Same same =
        target.same().stream()
            .filter(one -> same(one, site, row) == Logic.UNKNOWN)
            .findFirst()
            .orElseThrow();
    return site.attributes().value(same.subject()) == null
        ? TargetReasons.subjectAttribute(same.subject())
        : TargetReasons.attribute(feature, same.target());
  }

  /** Whether a feature may decide: never an invented one on a stored real site. */
  boolean mayDecide(Site site, int row) {
    return site.allowsDemo() || !layer.isDemo(row);
  }
}
