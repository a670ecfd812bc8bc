package cn.anlan.geo.rule.measure;

import cn.anlan.geo.rule.ground.TargetLayer;

/** Rows of a layer as findings name them. */
final class Features {
  private Features() {}

  static Feature of(TargetLayer layer, int row) {
    return new Feature(
        layer.id(),
        layer.id(row),
        layer.code(row),
        layer.name(row),
        null,
        layer.isDemo(row),
        false);
  }
}
