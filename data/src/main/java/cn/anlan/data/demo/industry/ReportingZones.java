package cn.anlan.data.demo.industry;

import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Functional zones that report beside the statutory divisions: which enterprises report to them.
 * The counties are those on whose ground the zones lie by the layer {@code reporting_unit}.
 */
final class ReportingZones {
  private static final Map<String, String> BY_COUNTY =
      Map.of(
          "360112", "FZ-GANJIANG",
          "360425", "FZ-GANJIANG",
          "360702", "FZ-GANZHOU-ETDZ");

  /** Of the enterprises in the county's industrial park, and of all others. */
  private static final double SHARE_IN_PARK = 0.8;

  private static final double SHARE_ELSEWHERE = 0.08;

  private final Random random;

  ReportingZones(Random random) {
    this.random = random;
  }

  Optional<String> unitOf(Enterprise enterprise) {
    String unit = BY_COUNTY.get(enterprise.county().code());
    if (unit == null) {
      return Optional.empty();
    }
    double share = enterprise.inPark() ? SHARE_IN_PARK : SHARE_ELSEWHERE;
    return random.nextDouble() < share ? Optional.of(unit) : Optional.empty();
  }
}
