package cn.anlan.analytics.blackspot;

import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.OfficeYaml;
import java.nio.file.Path;
import java.util.List;

/**
 * The parameters of the screening, as {@code blackspot/screening.yaml} states them.
 *
 * @param stretchM length of the stretches that are compared, in metres
 * @param years that are looked at, up to the day asked for
 * @param cumulativeShare of {@link CumulativeFrequency}
 * @param fitFrom least number of stretches to which a safety performance function is fitted
 */
public record BlackspotModel(
    String id,
    int version,
    Text title,
    List<Criterion> criteria,
    int stretchM,
    int years,
    double cumulativeShare,
    double rateK,
    double rateCorrection,
    double poissonAlpha,
    CrashWeights weights,
    int fitFrom) {
  private static final String FILE = "blackspot/screening.yaml";

  public BlackspotModel {
    if (id == null || version < 1 || title == null || criteria == null || weights == null) {
      throw new IllegalArgumentException("id, version, title, criteria and weights are required");
    }
    if (stretchM < 100 || years < 1 || fitFrom < 10) {
      throw new IllegalArgumentException("stretch_m ≥ 100, years ≥ 1 and fit_from ≥ 10 are needed");
    }
    criteria = List.copyOf(criteria);
  }

  /** The model that ships with the product. */
  public static BlackspotModel shipped() {
    return OfficeYaml.shipped(FILE, BlackspotModel.class);
  }

  /**
   * The office's model where it has any, {@code <conf>/blackspot/screening.yaml}, else ours.
   *
   * @throws cn.anlan.geo.yaml.DefinitionException where the file is not valid
   */
  public static BlackspotModel load(Path confDir) {
    return OfficeYaml.read(FILE, confDir, BlackspotModel.class);
  }

  CriticalRate criticalRate() {
    return new CriticalRate(rateK, rateCorrection);
  }
}
