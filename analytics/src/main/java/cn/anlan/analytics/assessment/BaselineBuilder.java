package cn.anlan.analytics.assessment;

import cn.anlan.analytics.assessment.facts.FactSums;
import cn.anlan.analytics.assessment.facts.FactTable;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import cn.anlan.analytics.assessment.facts.RegionTable;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Computes a baseline from the ledgers: at the month-ends of the model's years whose window lies
 * within them, lo and hi are quantiles of the figures of all regions, and entropy weights are those
 * of the normalised figures. Figures that cannot be told are left out.
 */
public final class BaselineBuilder {
  private static final int DECIMALS = 6;

  private final AssessmentModel model;
  private final FactTable table;
  private final List<LocalDate> days;
  private final FactSums sums;

  public BaselineBuilder(AssessmentModel model, FactTable table) {
    this.model = model;
    this.table = table;
    this.days = new ArrayList<>();
    YearMonth first = YearMonth.from(model.baseline().from()).plusMonths(model.windowMonths() - 1);
    for (YearMonth m = first;
        !m.atEndOfMonth().isAfter(model.baseline().to());
        m = m.plusMonths(1)) {
      days.add(m.atEndOfMonth());
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException(
          "the baseline's years are shorter than a window of " + model.windowMonths() + " months");
    }
    this.sums = table.sums(days);
  }

  /**
   * @param id and {@code version} of the baseline
   * @param provenance where the ledgers come from, for people
   */
  public Baseline build(String id, int version, Text title, String provenance) {
    List<Baseline.Row> rows = new ArrayList<>();
    for (UnitLevel level : UnitLevel.values()) {
      List<RegionTable> tables =
          days.stream().map(day -> new RegionTable(table, level, day)).toList();
      rows.add(row(level, tables, null));
      table.sectors().forEach(sector -> rows.add(row(level, tables, sector)));
    }
    return new Baseline(
        id,
        version,
        title,
        provenance,
        table.isDemo(),
        model.label(),
        model.baseline().from(),
        model.baseline().to(),
        model.indicators(),
        rows);
  }

  private Baseline.Row row(UnitLevel level, List<RegionTable> tables, String sector) {
    List<Indicator> indicators = model.used();
    List<double[]> figures = new ArrayList<>();
    for (RegionTable each : tables) {
      List<RegionFacts> regions = each.rows(sums, sector).regions();
      Figures of = new Figures(model, regions);
      for (RegionFacts region : regions) {
        figures.add(indicators.stream().mapToDouble(i -> of.of(i, region).value()).toArray());
      }
    }
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      int column = i;
      double[] told =
          figures.stream()
              .mapToDouble(f -> f[column])
              .filter(v -> !Double.isNaN(v))
              .sorted()
              .toArray();
      low.add(rounded(quantile(told, model.baseline().lowQuantile())));
      high.add(rounded(quantile(told, model.baseline().highQuantile())));
    }
    return new Baseline.Row(
        level.word(),
        sector == null ? Baseline.ALL_SECTORS : sector,
        low,
        high,
        entropy(figures, low, high),
        figures.size());
  }

  private static List<Double> entropy(List<double[]> figures, List<Double> low, List<Double> high) {
    List<double[]> normalised = new ArrayList<>();
    for (double[] row : figures) {
      if (Arrays.stream(row).noneMatch(Double::isNaN)) {
        double[] shares = new double[row.length];
        for (int i = 0; i < row.length; i++) {
          double span = high.get(i) - low.get(i);
          shares[i] = span <= 0 ? 0 : Math.min(1, Math.max(0, (row[i] - low.get(i)) / span));
        }
        normalised.add(shares);
      }
    }
    return normalised.isEmpty()
        ? low.stream().map(any -> 0.0).toList()
        : EntropyWeights.of(normalised).weights().stream().map(BaselineBuilder::rounded).toList();
  }

  /** Linear between the two nearest order statistics; 0 of nothing. */
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (place - below) * (above - sorted[below]);
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%." + DECIMALS + "f", value));
  }
}
