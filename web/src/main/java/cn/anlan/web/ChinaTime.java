package cn.anlan.web;

import java.time.ZoneId;
import java.util.TimeZone;

/**
 * A day here is a day in China, wherever the machine stands and whatever its clock shows: a due
 * date must not pass eight hours late. The database's sessions follow, for the driver hands the
 * program's zone on to them.
 */
final class ChinaTime {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaTime() {}

  /** Makes it the program's; before anything asks for the day. */
  static void use() {
    TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
  }
}
