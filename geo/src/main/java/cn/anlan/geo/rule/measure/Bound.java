package cn.anlan.geo.rule.measure;

import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.ground.TargetLayer;

/**
 * What a condition says of each feature of a layer; asked once for each and kept. Two threads that
 * ask at once find the same, so nothing is locked.
 */
final class Bound {
  private static final Logic[] LOGIC = Logic.values();

  private final Condition condition;
  private final TargetLayer layer;
  private final byte[] known;

  /**
   * @param condition null holds of everything
   */
  Bound(Condition condition, TargetLayer layer) {
    this.condition = condition;
    this.layer = layer;
    this.known = condition == null ? null : new byte[layer.size()];
  }

  Logic of(int row) {
    if (condition == null) {
      return Logic.TRUE;
    }
    if (known[row] == 0) {
      known[row] = (byte) (1 + condition.test(layer.attributes(row)).ordinal());
    }
    return LOGIC[known[row] - 1];
  }

  /** The fields whose absence leaves it open. */
  String missing(int row) {
    return String.join(", ", condition.missing(layer.attributes(row)));
  }
}
