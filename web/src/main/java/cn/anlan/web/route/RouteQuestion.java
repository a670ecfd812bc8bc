package cn.anlan.web.route;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.route.TankerQuestion;
import cn.anlan.web.site.LonLat;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question as it was put.
 *
 * @param profile {@code dangerous_goods} or {@code car}
 */
public record RouteQuestion(String network, String profile, TankerQuestion way) {
  static final String TANKER = "dangerous_goods";
  static final String CAR = "car";
  private static final Pattern CLOCK = Pattern.compile("([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?");

  /**
   * Reads it.
   *
   * @param from lon,lat
   * @param cargo null for the first that the network is prepared for
   * @param hour 0 to 23, or hours and minutes as 06:58; null for noon
   * @throws UserFault naming what cannot be read
   */
  public static RouteQuestion of(
      String network, String profile, String from, String to, String cargo, String hour) {
    if (!profile.equals(TANKER) && !profile.equals(CAR)) {
      throw new UserFault(
          "profile=" + profile + " 未知 (unknown)", "取 (take) " + TANKER + ", " + CAR);
    }
    LonLat a = LonLat.of("from", from);
    LonLat b = LonLat.of("to", to);
    return new RouteQuestion(
        network,
        profile,
        new TankerQuestion(a.lonDeg(), a.latDeg(), b.lonDeg(), b.latDeg(), cargo, departure(hour)));
  }

  private static LocalTime departure(String hour) {
    if (hour == null) {
      return LocalTime.NOON;
    }
    Matcher at = CLOCK.matcher(hour.strip());
    if (!at.matches()) {
      throw new UserFault(
          "hour=" + hour + " 不是一天中的时刻 (is no time of the day)",
          "取 0–23 或 06:58 (take 0 to 23, or 06:58)");
    }
    int minute = at.group(2) == null ? 0 : Integer.parseInt(at.group(2));
    return LocalTime.of(Integer.parseInt(at.group(1)), minute);
  }

  boolean isCar() {
    return profile.equals(CAR);
  }
}
