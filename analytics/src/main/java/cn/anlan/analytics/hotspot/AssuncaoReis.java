package cn.anlan.analytics.hotspot;

import cn.anlan.geo.fault.UserFault;

/**
 * Rates made comparable before Moran's I is asked of them: small populations have wild rates, and
 * this takes their larger variance out.
 *
 * <p>z_i = (y_i/n_i − b)/√v_i with b = Σy/Σn, s² = Σn_i(y_i/n_i − b)²/Σn, a = s² − b/(Σn/m), v_i =
 * a + b/n_i, or b/n_i alone where that is not above 0 (Assunção and Reis, Statistics in Medicine
 * 18(16), 1999; as R spdep {@code EBImoran} with {@code subtract_mean_in_numerator}, PySAL {@code
 * esda.assuncao_rate}).
 */
public final class AssuncaoReis {
  private AssuncaoReis() {}

  /**
   * @param events not negative
   * @param population above 0: whoever has none must be left out before
   * @throws UserFault where a population is not above 0, an event count negative, or there are no
   *     events at all
   */
  public static double[] standardised(double[] events, double[] population) {
    double allEvents = 0;
    double allPeople = 0;
    for (int i = 0; i < events.length; i++) {
      if (!(population[i] > 0) || !(events[i] >= 0)) {
        throw new UserFault(
            "第 "
                + (i + 1)
                + " 个单元人口 "
                + population[i]
                + "、次数 "
                + events[i]
                + " 不能求率 (no rate can be made of it)",
            "人口须大于 0，次数不小于 0 (population above 0, events not below 0)");
      }
      allEvents += events[i];
      allPeople += population[i];
    }
    if (allEvents == 0) {
      throw new UserFault("没有事件，率全为 0 (no events: every rate is 0)", "换一个时段或条件 (another period)");
    }
    double b = allEvents / allPeople;
    double s2 = 0;
    for (int i = 0; i < events.length; i++) {
      double off = events[i] / population[i] - b;
      s2 += population[i] * off * off;
    }
    double a = s2 / allPeople - b / (allPeople / events.length);
    double[] z = new double[events.length];
    for (int i = 0; i < z.length; i++) {
      double v = a + b / population[i];
      z[i] = (events[i] / population[i] - b) / Math.sqrt(v > 0 ? v : b / population[i]);
    }
    return z;
  }
}
