package cn.anlan.data.ingest.value;

import cn.anlan.data.sheet.FullWidth;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as Chinese offices write them: 2021-03-01, 2021/3/1, 2021.3.1, 2021年3月1日, 20210301,
 * 二〇二一年三月一日, each perhaps with full-width digits, with 00:00 behind it, or with the day of the
 * week, which must then agree. Nothing is guessed: a year of two digits, a month without its day
 * and a bare number of days are refused.
 */
final class DateText {
  private static final String MIDNIGHT = "(?:[T ]0?0:00(?::00(?:\\.0+)?)?(?:Z|[+-]00(?::?00)?)?)?";
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}) ?(?:- ?(\\d{1,2}) ?-|/ ?(\\d{1,2}) ?/|\\. ?(\\d{1,2}) ?\\.|年 ?(\\d{1,2}) ?月)"
              + " ?(\\d{1,2}) ?[日号]?"
              + MIDNIGHT
              + " ?(?:\\(?(?:星期|周|礼拜)([一二三四五六日天])\\)?)?");
  private static final Pattern COMPACT =
      Pattern.compile("((?:19|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
  private static final Pattern WORDS =
      Pattern.compile("([〇○零ＯO一二三四五六七八九]{4})年(元|正|[一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?");
  private static final Pattern SERIAL = Pattern.compile("[2-5]\\d{4}(?:\\.\\d+)?");
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String WEEK = "一二三四五六日";

  private DateText() {}

  /**
   * @throws BadValue where it is no date, or no such day was ever
   */
  static LocalDate read(String text) throws BadValue {
    String narrow = FullWidth.narrow(text).strip();
    try {
      Matcher m = DATE.matcher(narrow);
      if (m.matches()) {
        return withWeekday(date(m), m.group(7));
      }
      m = COMPACT.matcher(narrow);
      if (m.matches()) {
        return LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      }
      m = WORDS.matcher(text.strip());
      if (m.matches()) {
        return LocalDate.of(year(m.group(1)), small(m.group(2)), small(m.group(3)));
      }
    } catch (DateTimeException noSuchDay) {
      throw new BadValue("没有这一天 (no such day)", "核对日期");
    }
    boolean serial = SERIAL.matcher(narrow).matches();
    throw new BadValue(
        "不是日期 (not a date)",
        serial ? "若是电子表格的日期序号,把该列设为日期格式再导出" : "写成 2021-03-01、2021/3/1 或 2021年3月1日");
  }

  private static LocalDate date(Matcher m) {
    int month = 0;
    for (int group = 2; group <= 5; group++) {
      month += m.group(group) == null ? 0 : number(m, group);
    }
    return LocalDate.of(number(m, 1), month, number(m, 6));
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static LocalDate withWeekday(LocalDate date, String day) throws BadValue {
    if (day != null) {
      DayOfWeek written = DayOfWeek.of(1 + WEEK.indexOf(day.equals("天") ? "日" : day));
      if (date.getDayOfWeek() != written) {
        throw new BadValue("日期与星期不符 (not that day of the week)", "核对日期");
      }
    }
    return date;
  }

  private static int year(String digits) {
    int year = 0;
    for (char c : digits.replaceAll("[○零ＯO]", "〇").toCharArray()) {
      year = year * 10 + DIGITS.indexOf(c);
    }
    return year;
  }

  /** 一 to 九十九, and 元 or 正 for the first month. */
  private static int small(String words) {
    if (words.equals("元") || words.equals("正")) {
      return 1;
    }
    int ten = words.indexOf('十');
    if (ten < 0) {
      return words.length() == 1 ? DIGITS.indexOf(words) : 0;
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(words.charAt(0));
    int ones = ten == words.length() - 1 ? 0 : DIGITS.indexOf(words.charAt(ten + 1));
    return tens * 10 + ones;
  }
}
