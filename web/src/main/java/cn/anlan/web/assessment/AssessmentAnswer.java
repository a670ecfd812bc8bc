package cn.anlan.web.assessment;

import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * The grades of a level as programs read them. Figures are rounded for reading; what was graded is
 * not.
 *
 * @param regions in order of code
 */
public record AssessmentAnswer(Manifest manifest, List<Region> regions) {
  /**
   * Where the grades come from, so that they can be computed again.
   *
   * @param dataCutOff the last day that the ledgers tell of; null for none
   * @param sector {@code all} or a sector
   * @param modelSha256 of the model's and the baseline's files
   * @param inputsSha256 of all counted facts
   * @param sha256 of all that decides the answer: the same digest, the same grades
   */
  public record Manifest(
      String model,
      int modelVersion,
      Text modelTitle,
      String basis,
      String baseline,
      boolean baselineIsDemo,
      long dataVersion,
      LocalDate dataCutOff,
      LocalDate asOf,
      String level,
      String sector,
      String palette,
      String modelSha256,
      String inputsSha256,
      String sha256,
      boolean isDemo,
      List<Text> notes) {}

  /**
   * A region.
   *
   * @param level null where it cannot be graded
   * @param levelByScore the same before vetoes
   */
  public record Region(
      String code,
      String name,
      String nameEn,
      String cityName,
      Integer level,
      Integer levelByScore,
      String grade,
      Double score,
      List<Contribution> contributions,
      List<String> missing,
      List<Veto> vetoes,
      List<Text> notes,
      List<Text> explanation,
      List<Text> toNextBetter,
      Sensitivity sensitivity,
      List<Overlay> overlay) {}

  /** An indicator, those that bring most first; see {@code RegionGrade.Contribution}. */
  public record Contribution(
      String indicator,
      Text title,
      String unit,
      double count,
      double exposure,
      double raw,
      Double smoothed,
      double normalised,
      double weight,
      double points) {}

  public record Veto(String id, Text title, int count) {}

  /** Shares of runs in which the colour stays; null where there is none. */
  public record Sensitivity(Double weights, Double counts, int runs, long seed) {}

  /** Inherent risk, never in the score. */
  public record Overlay(Text title, long value, String unit) {}

  /** A region's grade on a day of its history. */
  public record Past(LocalDate asOf, Integer level, String grade, Double score) {}

  /**
   * One region with its history.
   *
   * @param history twelve month-ends before the day, and the day; oldest first
   */
  public record One(Manifest manifest, Region region, List<Past> history) {}
}
