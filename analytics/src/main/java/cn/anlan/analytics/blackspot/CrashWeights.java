package cn.anlan.analytics.blackspot;

/**
 * How many crashes with damage only one crash counts for (EPDO, equivalent property damage only),
 * by the worst that came of it.
 */
public record CrashWeights(double death, double injury, double damage) {
  public CrashWeights {
    if (!(death >= injury && injury >= damage && damage >= 0)) {
      throw new IllegalArgumentException("weights must fall from death to damage, not below 0");
    }
  }

  double of(Crash crash) {
    return crash.deaths() > 0 ? death : crash.injured() > 0 ? injury : damage;
  }
}
