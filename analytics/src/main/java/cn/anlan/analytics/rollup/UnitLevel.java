package cn.anlan.analytics.rollup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The levels at which units report; a finer level has a greater ordinal. */
public enum UnitLevel {
  PROVINCE,
  CITY,
  COUNTY;

  /** The level by the word that the catalogue and the API use: province, city, county. */
  public static Optional<UnitLevel> find(String word) {
    return Arrays.stream(values()).filter(l -> l.word().equals(word)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isFinerThan(UnitLevel other) {
    return ordinal() > other.ordinal();
  }
}
