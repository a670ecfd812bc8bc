package cn.anlan.web.reach;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.riskmap.Regions;
import cn.anlan.web.riskmap.Regions.Region;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Counties of today, also by the codes of yesterday, and the cities over them. */
final class Counties {
  private final Regions counties;
  private final Map<String, String> cityNames = new HashMap<>();
  private final Map<String, Region> known = new HashMap<>();

  Counties(LayerSnapshot regions, Scope scope) {
    LocalDate today = LocalDate.now();
    counties = new Regions(regions, scope, "county", today);
    new Regions(regions, scope, "city", today)
        .valid()
        .forEach(city -> cityNames.put(city.code(), city.name()));
  }

  /** The county that a declared code belongs to today, or null. */
  Region find(String declared) {
    return declared == null ? null : known.computeIfAbsent(declared, counties::find);
  }

  /** A city's name, or null. */
  String cityName(String code) {
    return cityNames.get(code);
  }
}
