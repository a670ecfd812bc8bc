package cn.anlan.analytics.accident;

import cn.anlan.geo.text.Text;

/**
 * Who investigates an accident, by State Council order 493, article 19: the State Council or a
 * department it charges, the province, the city, the county. Where an accident grows within its
 * window (art. 13) and another level becomes competent, article 20 lets that level take it over.
 */
public enum InvestigatingLevel {
  STATE_COUNCIL("国务院", "State Council"),
  PROVINCE("省级人民政府", "province"),
  CITY("设区的市级人民政府", "city"),
  COUNTY("县级人民政府", "county");

  private final Text title;

  InvestigatingLevel(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** The level that investigates accidents of a severity. */
  public static InvestigatingLevel of(Severity severity) {
    return switch (severity) {
      case EXTRAORDINARY -> STATE_COUNCIL;
      case MAJOR -> PROVINCE;
      case LARGER -> CITY;
      case ORDINARY -> COUNTY;
    };
  }

  public Text title() {
    return title;
  }
}
