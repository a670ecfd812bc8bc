package cn.anlan.analytics.assessment.facts;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.List;

/** The layers that the assessment reads, of one data version. */
public record FactSources(
    LayerSnapshot hazards,
    LayerSnapshot accidents,
    LayerSnapshot listings,
    LayerSnapshot enterprises,
    LayerSnapshot riskPoints,
    LayerSnapshot units,
    LayerSnapshot regions) {
  /** The names of these layers. */
  public static final List<String> LAYERS =
      List.of(
          "hazard", "accident", "listing", "enterprise", "risk_point", "reporting_unit", "region");

  /**
   * @throws cn.anlan.geo.snapshot.LayerWarming while one of them has not been loaded
   */
  public static FactSources of(Generation generation) {
    return new FactSources(
        generation.get("hazard"),
        generation.get("accident"),
        generation.get("listing"),
        generation.get("enterprise"),
        generation.get("risk_point"),
        generation.get("reporting_unit"),
        generation.get("region"));
  }

  /** Whether all but the hazards are the same snapshots. */
  boolean sameBut(FactSources other) {
    return accidents == other.accidents && listings == other.listings && sameFrame(other);
  }

  /** Whether places and the ways of rows to them are the same: nothing need be counted anew. */
  boolean sameFrame(FactSources other) {
    return enterprises == other.enterprises
        && riskPoints == other.riskPoints
        && units == other.units
        && regions == other.regions;
  }

  /** Whether every layer is the same snapshot. */
  public boolean sameAs(FactSources other) {
    return other != null && hazards == other.hazards && sameBut(other);
  }
}
