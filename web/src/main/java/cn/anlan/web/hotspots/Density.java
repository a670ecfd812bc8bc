package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.KernelDensity;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Kernel density as findings: how dense each cell is, and among which share of the densest. */
final class Density {
  /** Some four seconds' work on two cores. */
  private static final double MOST_WORK = 6e9;

  private static final double[] SHARES = {0.01, 0.05, 0.1, 0.25};
  private static final String[] BANDS = {"top_1", "top_5", "top_10", "top_25"};

  private Density() {}

  /**
   * Every cell with its centre in the province and a density above 0, the densest first.
   *
   * @throws UserFault where the kernel is too narrow for the cells, or there is too much to do
   */
  static List<Finding> of(GridUnits units, Events events, HotspotQuestion question) {
    double bandwidthM = question.reachM(0);
    double reach = question.kernel().reach() * bandwidthM / question.cellM();
    double work = events.size() * Math.PI * reach * reach * (question.adaptive() ? 2.5 : 1);
    if (work > MOST_WORK) {
      throw new UserFault(
          String.format(
              Locale.ROOT,
              "%,d 点、带宽 %.0f m 对 %.0f m 的格计算量过大 (too much work)",
              events.size(),
              bandwidthM,
              question.cellM()),
          "加大 cellM 或减小 bandwidthM (wider cells, or a smaller bandwidth)");
    }
    KernelDensity density =
        KernelDensity.of(
            units.cover(),
            events.xy(),
            events.weights(),
            new KernelDensity.Settings(question.kernel(), bandwidthM, question.adaptive()));
    double[] cuts = cuts(units, density);
    List<Finding> findings = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      double perKm2 = density.perKm2(units.cell(unit));
      if (perKm2 > 0) {
        findings.add(
            new Finding(
                units.code(unit),
                null,
                units.count(unit),
                null,
                perKm2,
                null,
                null,
                null,
                null,
                band(perKm2, cuts),
                unit));
      }
    }
    findings.sort(
        Comparator.comparing(Finding::densityPerKm2).reversed().thenComparing(Finding::unit));
    return findings;
  }

  /** The densities from which on a cell is among the densest 1, 5, 10, 25 % of the area. */
  private static double[] cuts(GridUnits units, KernelDensity density) {
    double[] sorted = new double[units.size()];
    int inside = 0;
    for (int unit = 0; unit < units.size(); unit++) {
      double perKm2 = density.perKm2(units.cell(unit));
      if (!Double.isNaN(perKm2)) {
        sorted[inside++] = perKm2;
      }
    }
    Arrays.sort(sorted, 0, inside);
    double[] cuts = new double[SHARES.length];
    for (int k = 0; k < cuts.length; k++) {
      cuts[k] = sorted[Math.max(0, inside - (int) Math.ceil(SHARES[k] * inside))];
    }
    return cuts;
  }

  private static String band(double perKm2, double[] cuts) {
    for (int k = 0; k < cuts.length; k++) {
      if (perKm2 >= cuts[k]) {
        return BANDS[k];
      }
    }
    return Finding.NONE;
  }
}
