package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.ground.Ground;
import cn.anlan.geo.rule.ground.TargetLayer;
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
  public static Measuring of(Rule rule, Ground ground) {
    return new Measuring(rule.targets().stream().map(t -> ruler(rule, t, ground)).toList());
  }

  private static Ruler ruler(Rule rule, Target target, Ground ground) {
    if (target.isShoreline()) {
      return new ShoreRuler(target, rule.inclusive(), ground.shores());
    }
    TargetLayer layer = ground.layer(target.layer());
    if (rule.kind() instanceof RuleKind.AlongRiver along) {
      RuleKind.River river = along.river();
      Rivers rivers = new Rivers(river, ground.layer(river.layer()));
      return new RiverRuler(target, rule.inclusive(), layer, rivers);
    }
    if (rule.kind() instanceof RuleKind.Count count) {
      RuleKind.Along line = count.along();
      OwnLines lines = line == null ? null : new OwnLines(line, ground.layer(line.layer()));
      return new CountRuler(target, count, layer, lines);
    }
    boolean signed = rule.kind() instanceof RuleKind.KeepOut;
    TargetLayer shapes = target.area() ? layer.enclosed() : layer;
    return new LayerRuler(target, signed, rule.inclusive(), shapes, rule.subject().proxy());
  }

  /**
   * Measures a site.
   *
   * @param subject the site's geometry, made ready
   */
  public Measurement measure(Site site, GeodesicTarget subject) {
    return Measurement.join(rulers.stream().map(r -> r.measure(site, subject)).toList());
  }
}
