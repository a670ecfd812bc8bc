package cn.anlan.geo.rule.measure;

import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.ground.TargetLayer;
import cn.anlan.geo.text.Text;
import java.util.function.Function;

/**
 * What the geometries of a target layer and of the subjects stand in for, taken together: offsets
 * add up, standard deviations are independent of each other.
 */
final class Proxies {
  private final Target.Proxy target;
  private final Target.Proxy subject;
  private final Lookup offsets;
  private final Lookup extents;

  /** Either may be null. */
  Proxies(Target.Proxy target, Target.Proxy subject, TargetLayer layer) {
    this.target = target;
    this.subject = subject;
    this.offsets =
        target == null || target.offset() == null ? null : new Lookup(target.offset(), layer);
    this.extents =
        target == null || target.extent() == null ? null : new Lookup(target.extent(), layer);
  }

  /**
   * What is taken off the distance of one pair.
   *
   * @param extentM how much nearer it may be besides, in a direction that is not known
   * @param open what is missing to know it, else null
   * @param told for the finding; null where nothing stands in for anything
   */
  record Away(double offsetM, double extentM, Reason open, Finding.Proxy told) {}

  /** One standard deviation of both together, metres. */
  double sigmaM() {
    return Math.hypot(target == null ? 0 : target.sigmaM(), subject == null ? 0 : subject.sigmaM());
  }

  Of of(Site site) {
    return new Of(site);
  }

  /** For one site. */
  final class Of {
    private final Lookup.Of offset;
    private final Lookup.Of extent;
    private final double ownM;

    private Of(Site site) {
      this.offset = offsets == null ? null : offsets.of(site);
      this.extent = extents == null ? null : extents.of(site);
      this.ownM = subject == null ? 0 : subject.offset().plainM().orElseThrow();
    }

    /** The most that can be taken off any distance. */
    double mostM() {
      return ownM + (offset == null ? 0 : offset.mostM()) + (extent == null ? 0 : extent.mostM());
    }

    /** Whether what is taken off is known for a feature. */
    boolean isKnown(int row) {
      return (offset == null || open(offset.result(row)) == null)
          && (extent == null || open(extent.result(row)) == null);
    }

    /**
     * @param measuredM the distance of the geometries
     */
    Away of(int row, double measuredM) {
      if (target == null && subject == null) {
        return new Away(0, 0, null, null);
      }
      Lookup.Result off = offset == null ? null : offset.result(row);
      Lookup.Result reach = extent == null ? null : extent.result(row);
      double offsetM = ownM + metres(off);
      double extentM = reach instanceof Lookup.Result.Open o ? o.atMostM() : metres(reach);
      Reason open = open(off) == null ? open(reach) : open(off);
      Finding.Proxy told =
          new Finding.Proxy(
              both(Target.Proxy::standsFor),
              measuredM,
              offsetM,
              sigmaM(),
              extent == null ? null : (Double) extentM,
              both(p -> new Text(p.source(), p.source())).zh());
      return new Away(offsetM, extentM, open, told);
    }
  }

  private static double metres(Lookup.Result result) {
    return result instanceof Lookup.Result.Known known ? known.metres() : 0;
  }

  private static Reason open(Lookup.Result result) {
    return result instanceof Lookup.Result.Open missing ? missing.reason() : null;
  }

  private Text both(Function<Target.Proxy, Text> of) {
    if (target == null || subject == null) {
      return of.apply(target == null ? subject : target);
    }
    Text a = of.apply(target);
    Text b = of.apply(subject);
    return new Text(a.zh() + "；" + b.zh(), a.en() + "; " + b.en());
  }
}
