package cn.anlan.analytics.blackspot;

import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    String file = "blackspot/screening.yaml";
    try (InputStream in = BlackspotModel.class.getClassLoader().getResourceAsStream(file)) {
      return StrictYaml.read(
          file, new String(in.readAllBytes(), StandardCharsets.UTF_8), BlackspotModel.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  CriticalRate criticalRate() {
    return new CriticalRate(rateK, rateCorrection);
  }
}
