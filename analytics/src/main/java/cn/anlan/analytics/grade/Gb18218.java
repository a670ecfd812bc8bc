package cn.anlan.analytics.grade;

import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * Major hazard installations by GB 18218-2018 (重大危险源辨识与分级): a unit is one where S = Σ q/Q ≥ 1, and
 * its level is read off R = α · Σ β·q/Q. Thresholds, factors and sources stand in {@code
 * grading/gb18218.yaml}. Arithmetic is decimal, so an R of exactly 50 is on its bound.
 *
 * @param exposures worst first
 * @param levels worst first
 */
public record Gb18218(
    String id,
    int version,
    Text title,
    Text source,
    List<Substance> substances,
    List<Exposure> exposures,
    List<Level> levels)
    implements VersionedTable {
  private static final MathContext PRECISION = MathContext.DECIMAL64;

  /**
   * @param thresholdT Q, in tonnes
   * @param beta factor of the substance's danger
   * @param verify which of the two numbers, Q and β, are not confirmed; may be empty
   */
  public record Substance(
      String name, BigDecimal thresholdT, BigDecimal beta, List<String> verify) {
    public Substance {
      verify = verify == null ? List.of() : List.copyOf(verify);
    }
  }

  /**
   * @param from least number of residents within 500 m of the plant boundary
   */
  public record Exposure(long from, BigDecimal alpha) {}

  /**
   * @param from least R
   * @param level 1 (worst) to 4
   */
  public record Level(BigDecimal from, int level) {}

  /** So many tonnes of a substance in a unit. */
  public record Quantity(Substance substance, BigDecimal tonnes) {}

  /**
   * @param ratio S
   * @param rValue R
   */
  public record Grade(BigDecimal ratio, BigDecimal alpha, BigDecimal rValue, int level) {
    /** Whether the unit is a major hazard installation at all. */
    public boolean isMajorHazard() {
      return ratio.compareTo(BigDecimal.ONE) >= 0;
    }
  }

  public Gb18218 {
    substances = List.copyOf(substances);
    exposures = List.copyOf(exposures);
    levels = List.copyOf(levels);
  }

  /** The substance of that name. */
  public Optional<Substance> find(String name) {
    return substances.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /**
   * @param exposedResidents within 500 m of the plant boundary
   */
  public Grade grade(List<Quantity> quantities, long exposedResidents) {
    BigDecimal ratio = BigDecimal.ZERO;
    BigDecimal weighted = BigDecimal.ZERO;
    for (Quantity quantity : quantities) {
      Substance substance = quantity.substance();
      BigDecimal part = quantity.tonnes().divide(substance.thresholdT(), PRECISION);
      ratio = ratio.add(part, PRECISION);
      weighted = weighted.add(part.multiply(substance.beta(), PRECISION), PRECISION);
    }
    BigDecimal alpha = alpha(exposedResidents);
    BigDecimal rValue = alpha.multiply(weighted, PRECISION);
    return new Grade(ratio, alpha, rValue, level(rValue));
  }

  /** The factor of so many residents within 500 m. */
  public BigDecimal alpha(long exposedResidents) {
    return exposures.stream()
        .filter(e -> exposedResidents >= e.from())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(exposedResidents + " residents"))
        .alpha();
  }

  /**
   * The level that an R stands for, 1 worst.
   *
   * @param rValue R, not negative
   */
  public int level(BigDecimal rValue) {
    return levels.stream()
        .filter(l -> rValue.compareTo(l.from()) >= 0)
        .findFirst()
        .orElseThrow()
        .level();
  }
}
