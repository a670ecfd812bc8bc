package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Required;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.text.Text;

/** A {@code proxy:} of a target or a subject as it is written. */
record ProxyFile(
    Text standsFor,
    DistanceFile offset,
    DistanceFile.Metres sigma,
    DistanceFile extent,
    String source) {
  ProxyFile {
    Required.value(standsFor, "stands_for");
    if (extent == null) {
      Required.value(offset, "offset");
      Required.value(sigma, "sigma");
    }
    Required.text(source, "source");
  }

  Target.Proxy toProxy() {
    return new Target.Proxy(
        standsFor,
        offset == null ? null : offset.toDistance(),
        sigma == null ? 0 : sigma.value(),
        extent == null ? null : extent.toDistance(),
        source);
  }
}
