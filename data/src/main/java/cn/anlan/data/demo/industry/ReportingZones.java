package cn.anlan.data.demo.industry;

import cn.anlan.data.basemap.CsvTable;
import cn.anlan.data.demo.draw.Shipped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Functional zones that report beside the statutory divisions: which enterprises report to them.
 * The counties are those on whose ground the zones lie by the layer {@code reporting_unit}.
 */
final class ReportingZones {
  private static final String UNITS = "reference/reporting_unit.csv";

  /** Of the enterprises in the county's industrial park, and of all others. */
  private static final double SHARE_IN_PARK = 0.8;

  private static final double SHARE_ELSEWHERE = 0.08;

  private final Map<String, String> byCounty = new HashMap<>();
  private final Random random;

  ReportingZones(Random random) {
    this.random = random;
    for (Map<String, String> unit : CsvTable.parse(UNITS, Shipped.text(UNITS))) {
      if (Boolean.parseBoolean(unit.get("is_functional_zone"))) {
        CsvTable.list(unit.get("located_in")).forEach(c -> byCounty.put(c, unit.get("code")));
      }
    }
  }

  Optional<String> unitOf(Enterprise enterprise) {
    String unit = byCounty.get(enterprise.county().code());
    if (unit == null) {
      return Optional.empty();
    }
    double share = enterprise.inPark() ? SHARE_IN_PARK : SHARE_ELSEWHERE;
    return random.nextDouble() < share ? Optional.of(unit) : Optional.empty();
  }
}
