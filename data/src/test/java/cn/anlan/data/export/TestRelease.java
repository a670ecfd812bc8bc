package cn.anlan.data.export;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.request.Release;
import cn.anlan.geo.snapshot.Disclosure;
import java.util.Optional;

/** A release under which a test may export a layer. */
final class TestRelease {
  private TestRelease() {}

  static Release of(Layer layer) {
    return layer.disclosure() == Disclosure.RESTRICTED
        ? new Release(Disclosure.RESTRICTED, "test", Optional.of("往返试验"))
        : Release.internal("test");
  }
}
