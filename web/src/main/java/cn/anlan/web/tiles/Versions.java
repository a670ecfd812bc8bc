package cn.anlan.web.tiles;

import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.Collection;

/** Which state of some layers an answer was made of. */
final class Versions {
  private Versions() {}

  /**
   * A number that is another one as soon as any of the layers is: the sum of their snapshots'
   * numbers, of which each only grows. It means nothing for other layers.
   *
   * @throws cn.anlan.geo.snapshot.LayerWarming while one of them is not loaded
   */
  static long of(Generation generation, Collection<String> layers) {
    long sum = 0;
    for (String layer : layers) {
      sum += generation.get(layer).number();
    }
    return sum;
  }
}
