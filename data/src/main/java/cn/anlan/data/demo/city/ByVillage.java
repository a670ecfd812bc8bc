package cn.anlan.data.demo.city;

import cn.anlan.data.demo.ground.Village;
import java.util.HashMap;
import java.util.Map;

/** What every row of this theme says that stands by a village. */
final class ByVillage {
  private ByVillage() {}

  /** The county and the township; the caller adds its own values. */
  static Map<String, Object> values(Village village) {
    Map<String, Object> values = new HashMap<>(32);
    values.put("county_code", village.county().code());
    values.put("township_code", village.township().code());
    return values;
  }
}
