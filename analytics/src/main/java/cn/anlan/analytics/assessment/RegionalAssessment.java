package cn.anlan.analytics.assessment;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * The first, simple, explained regional grade [design].
 *
 * <p>Each region's number x of counted risk points is compared with the number μ that the
 * provincial rate per resident leads one to expect, X ~ Poisson(μ). The score is 100 · (P(X &lt; x)
 * + ½ P(X = x)), the mid-P probability of fewer: 50 is as expected, 99 is an excess that chance
 * explains once in a hundred regions. A region without a population is not graded, and the reason
 * is said. Regions are compared with one another, so a score moves when another region's points do.
 */
public final class RegionalAssessment {
  private static final String[] GRADES = {"none", "red", "orange", "yellow", "blue"};

  private final RegionalModel model;

  public RegionalAssessment(RegionalModel model) {
    this.model = model;
  }

  /** Grades the regions of one administrative level, in the order given. */
  public List<RegionalGrade> grade(List<RegionCounts> regions) {
    long residents = 0;
    long points = 0;
    for (RegionCounts region : regions) {
      if (region.population() > 0) {
        residents += region.population();
        points += counted(region);
      }
    }
    double rate = residents == 0 ? 0 : (double) points / residents;
    return regions.stream().map(r -> grade(r, rate)).toList();
  }

  private RegionalGrade grade(RegionCounts region, double rate) {
    int x = counted(region);
    if (region.population() <= 0) {
      return ungraded(region, x, "无常住人口数据，不能评级", "Not graded: no population known");
    }
    double mu = rate * region.population();
    if (mu == 0) {
      return ungraded(region, x, "全省没有重大风险点，不作比较", "Not graded: no major risk point anywhere");
    }
    PoissonDistribution poisson = new PoissonDistribution(mu);
    double fewer = x == 0 ? 0 : poisson.cumulativeProbability(x - 1);
    double score = 100 * (fewer + 0.5 * poisson.probability(x));
    int level = model.level(score);
    double chance = 1 - fewer;
    return new RegionalGrade(
        region.code(),
        level,
        GRADES[level],
        score,
        x,
        mu,
        chance,
        String.format(
            Locale.ROOT,
            "重大风险点 %d 处；按常住人口 %.1f 万人和全省平均水平应有 %.1f 处；仅因偶然达到或超过该数的概率为 %.1f%%。",
            x,
            region.population() / 1e4,
            mu,
            100 * chance),
        String.format(
            Locale.ROOT,
            "%d major risk points; %.1f expected for %,d residents at the provincial rate;"
                + " chance alone would give as many or more with probability %.1f%%.",
            x,
            mu,
            region.population(),
            100 * chance));
  }

  private static RegionalGrade ungraded(RegionCounts region, int x, String zh, String en) {
    return new RegionalGrade(
        region.code(), 0, GRADES[0], Double.NaN, x, Double.NaN, Double.NaN, zh, en);
  }

  private int counted(RegionCounts region) {
    return model.countedLevels().stream().mapToInt(level -> region.byLevel()[level - 1]).sum();
  }
}
