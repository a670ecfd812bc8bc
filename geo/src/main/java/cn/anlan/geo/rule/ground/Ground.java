package cn.anlan.geo.rule.ground;

/**
 * What sites are measured against at one data version. What a site is measured to does not depend
 * on who asks. For any threads.
 */
public interface Ground {
  /**
   * A layer made ready; made once, when it is first asked for.
   *
   * @throws cn.anlan.geo.snapshot.LayerWarming while it has not been loaded
   */
  TargetLayer layer(String id);

  /** The shorelines with their waters. */
  Shores shores();

  /** Where a layer is declared complete. */
  Coverage coverage(String layer);
}
