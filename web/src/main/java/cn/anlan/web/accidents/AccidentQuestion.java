package cn.anlan.web.accidents;

import cn.anlan.analytics.accident.Measure;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is asked of the accidents.
 *
 * @param asOf the last day that counts, and the day on which deaths are known; null for the last
 *     day of the data
 * @param from first day of the window; null for 1 January of the year of {@code asOf}
 * @param level at which units are listed
 * @param sector code of one sector, or null for all
 * @param productionOnly only production accidents (生产安全事故)
 * @param measure what is counted where one thing is
 * @param unit code of one unit to show, or null
 */
public record AccidentQuestion(
    LocalDate asOf,
    LocalDate from,
    UnitLevel level,
    String sector,
    boolean productionOnly,
    Measure measure,
    String unit) {

  /**
   * From the words of a request; null stands for the default of each.
   *
   * @param scope production (default) or all
   * @throws UserFault for a word that is not known
   */
  public static AccidentQuestion of(
      String asOf,
      String from,
      String level,
      String sector,
      String scope,
      String measure,
      String unit) {
    return new AccidentQuestion(
        day("asOf", asOf),
        day("from", from),
        level(level),
        blank(sector),
        productionOnly(scope),
        measure(measure),
        blank(unit));
  }

  /**
   * @throws UserFault for a level that is none
   */
  public static UnitLevel level(String word) {
    return word == null
        ? UnitLevel.CITY
        : UnitLevel.find(word).orElseThrow(() -> unknown("level", word, words(UnitLevel.values())));
  }

  /**
   * @throws UserFault for what is no date
   */
  public static LocalDate day(String name, String text) {
    if (blank(text) == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UserFault(name + "=" + text + " 不是日期 (is no date)", "写作 (write) 2021-11-30");
    }
  }

  private static Measure measure(String word) {
    return word == null
        ? Measure.ACCIDENTS
        : Measure.find(word)
            .orElseThrow(
                () ->
                    unknown(
                        "measure",
                        word,
                        Arrays.stream(Measure.values())
                            .map(Measure::word)
                            .collect(Collectors.joining(", "))));
  }

  private static boolean productionOnly(String word) {
    if (word == null || word.equals("production")) {
      return true;
    }
    if (word.equals("all")) {
      return false;
    }
    throw unknown("scope", word, "production, all");
  }

  private static String words(UnitLevel[] levels) {
    return Arrays.stream(levels).map(UnitLevel::word).collect(Collectors.joining(", "));
  }

  private static UserFault unknown(String name, String word, String known) {
    return new UserFault(name + "=" + word + " 不支持 (not supported)", "取 (take) " + known);
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /**
   * @throws UserFault where the sector is none of the known ones
   */
  void checkSector(List<String> known) {
    if (sector != null && !known.contains(sector)) {
      throw unknown("sector", sector, String.join(", ", known));
    }
  }
}
