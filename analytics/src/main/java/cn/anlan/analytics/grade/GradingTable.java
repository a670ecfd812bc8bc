package cn.anlan.analytics.grade;

import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method that multiplies the factors of a risk point and reads the level off bands: LEC
 * (作业条件危险性评价法, D = L·E·C), LS (风险矩阵法, R = L·S) and MES (风险程度评价法, R = M·E·S). Arithmetic is decimal,
 * so a score that stands on a boundary is on it exactly.
 *
 * @param symbol the letter of the product, D or R
 * @param factors in the order in which {@link #grade} takes them, each with its allowed scores
 * @param bands worst first; the first that the score reaches holds
 */
public record GradingTable(
    String id,
    int version,
    Text title,
    Text source,
    String symbol,
    List<Factor> factors,
    List<Band> bands)
    implements VersionedTable {

  /**
   * @param values the allowed scores, highest first
   */
  public record Factor(String name, Text title, List<BigDecimal> values) {
    boolean allows(BigDecimal value) {
      return values.stream().anyMatch(v -> v.compareTo(value) == 0);
    }

    /** The allowed scores as people write them: {@code 10, 6, 3}. */
    public String allowed() {
      return values.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
    }
  }

  /**
   * One band: scores above {@code above}, or from {@code from} upwards; exactly one is given.
   *
   * @param level 1 (worst, red) to 4 (blue)
   */
  public record Band(Text title, BigDecimal above, BigDecimal from, int level) {
    public Band {
      if ((above == null) == (from == null)) {
        throw new IllegalArgumentException("a band needs either 'above' or 'from'");
      }
      if (level < 1 || level > 4) {
        throw new IllegalArgumentException("level " + level + " is not 1 to 4");
      }
    }

    boolean holds(BigDecimal score) {
      return above != null ? score.compareTo(above) > 0 : score.compareTo(from) >= 0;
    }
  }

  /** The product of the factors, the band it falls into and that band's level. */
  public record Grade(BigDecimal score, Band band) {
    public int level() {
      return band.level();
    }
  }

  public GradingTable {
    if (id == null || version < 1 || title == null || source == null || symbol == null) {
      throw new IllegalArgumentException("needs id, version, title, source and symbol");
    }
    factors = List.copyOf(factors);
    bands = List.copyOf(bands);
  }

  /**
   * @param scores one for each of {@link #factors}, in their order
   * @throws IllegalArgumentException where a score is not on its factor's list; ask {@link
   *     #findOffList} first
   */
  public Grade grade(List<BigDecimal> scores) {
    if (scores.size() != factors.size() || !findOffList(scores).isEmpty()) {
      throw new IllegalArgumentException(id + " does not grade " + scores);
    }
    BigDecimal score = scores.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    Band band = bands.stream().filter(b -> b.holds(score)).findFirst().orElseThrow();
    return new Grade(score, band);
  }

  /** The factors whose score is not one of the allowed; empty where all are. */
  public List<Factor> findOffList(List<BigDecimal> scores) {
    return factors.stream().filter(f -> !f.allows(scores.get(factors.indexOf(f)))).toList();
  }
}
