package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Required;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.text.Text;

/** One of {@code targets:} as it is written. */
record TargetFile(
    String layer,
    Condition filter,
    DistanceFile distance,
    Reach reach,
    Proxy proxy,
    Target.Same same,
    Count count) {
  TargetFile {
    Required.text(layer, "layer");
  }

  record Reach(Double upstream, Double downstream, DistanceFile.Unit unit) {
    Reach {
      Required.value(upstream, "upstream");
      Required.value(downstream, "downstream");
      Required.value(unit, "unit");
      if (!(upstream >= 0 && downstream >= 0 && upstream + downstream > 0)) {
        throw new IllegalArgumentException("'reach' needs metres, not below 0");
      }
    }
  }

  record Proxy(Text standsFor, DistanceFile offset, DistanceFile.Metres sigma, String source) {
    Proxy {
      Required.value(standsFor, "stands_for");
      Required.value(offset, "offset");
      Required.value(sigma, "sigma");
      Required.text(source, "source");
    }
  }

  record Count(String field) {
    Count {
      Required.text(field, "field");
    }
  }

  Target toTarget() {
    return new Target(
        layer,
        filter,
        distance == null ? null : distance.toDistance(),
        reach == null ? null : new Target.Reach(reach.upstream, reach.downstream),
        proxy == null
            ? null
            : new Target.Proxy(
                proxy.standsFor, proxy.offset.toDistance(), proxy.sigma.value(), proxy.source),
        same,
        count == null ? null : count.field);
  }
}
