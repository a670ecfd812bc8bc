package cn.anlan.analytics.grade;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A grade read off a safety score of 0 to 100, where <b>higher is safer</b>, with the cases that
 * are the worst grade whatever the score.
 *
 * @param scale the code list whose values the grades are
 * @param bands worst first; the first that the score stays below holds, the last has no bound
 * @param regradeYears after how many years the assessment is due again; null where nothing is said
 * @param directCases what is the worst grade whatever the score and cannot be told from the layers;
 *     may be empty
 * @param directAccidents what of accidents is; may be empty
 */
public record SafetyScoreTable(
    String id,
    int version,
    Text title,
    Text source,
    String scale,
    List<Band> bands,
    Integer regradeYears,
    List<Text> directCases,
    List<AccidentCase> directAccidents)
    implements VersionedTable {
  /** What a score may be at most. */
  public static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

  /**
   * @param grade a colour where the scale is {@code risk_level}, else a value of it
   * @param level 1 (worst) to 4
   * @param below the score that is not reached; null in the last
   */
  public record Band(String grade, int level, Text title, BigDecimal below) {}

  /**
   * So many accidents of at least a severity within so many years before the day.
   *
   * @param fatal whether only accidents with deaths count
   */
  public record AccidentCase(
      Text title, String severityFrom, boolean fatal, int atLeast, int withinYears) {
    public AccidentCase {
      severity(severityFrom);
      if (atLeast < 1 || withinYears < 1) {
        throw new IllegalArgumentException("at_least and within_years count from 1");
      }
    }

    /** Whether an accident counts on the day: later than the same day so many years before. */
    public boolean counts(EnterpriseAccident accident, LocalDate day) {
      return accident.severity().compareTo(severity(severityFrom)) >= 0
          && (!fatal || accident.deaths() > 0)
          && !accident.occurredOn().isAfter(day)
          && accident.occurredOn().isAfter(day.minusYears(withinYears));
    }
  }

  /** An accident of the enterprise that is graded. */
  public record EnterpriseAccident(
      String code, LocalDate occurredOn, Severity severity, long deaths) {}

  public SafetyScoreTable {
    if (id == null || version < 1 || title == null || source == null || scale == null) {
      throw new IllegalArgumentException("needs id, version, title, source and scale");
    }
    bands = List.copyOf(bands);
    directCases = directCases == null ? List.of() : List.copyOf(directCases);
    directAccidents = directAccidents == null ? List.of() : List.copyOf(directAccidents);
    for (int i = 0; i < bands.size(); i++) {
      boolean last = i == bands.size() - 1;
      if (last != (bands.get(i).below() == null)) {
        throw new IllegalArgumentException("every band but the last needs 'below'");
      }
      if (i > 0 && !last && bands.get(i).below().compareTo(bands.get(i - 1).below()) <= 0) {
        throw new IllegalArgumentException("the bounds of the bands must rise");
      }
    }
  }

  /**
   * @param score 0 to 100
   * @throws IllegalArgumentException for any other number
   */
  public Band grade(BigDecimal score) {
    if (score.signum() < 0 || score.compareTo(HIGHEST) > 0) {
      throw new IllegalArgumentException("score " + score + " is not 0 to 100");
    }
    return bands.stream()
        .filter(b -> b.below() == null || score.compareTo(b.below()) < 0)
        .findFirst()
        .orElseThrow();
  }

  private static Severity severity(String code) {
    return Severity.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
