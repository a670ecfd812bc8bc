package cn.anlan.analytics.accident;

import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of accidents is counted. */
public enum Measure {
  ACCIDENTS("事故起数", "accidents", "起"),
  DEATHS("死亡人数", "deaths", "人"),
  /** 较大 only, as targets count it. */
  LARGER("较大事故起数", "larger accidents", "起"),
  /** 重大 and 特别重大 together (重特大). */
  MAJOR_OR_WORSE("重特大事故起数", "major and extraordinary accidents", "起");

  private final Text title;
  private final String unitZh;

  Measure(String zh, String en, String unitZh) {
    this.title = new Text(zh, en);
    this.unitZh = unitZh;
  }

  /** The measure by its word: accidents, deaths, larger, major_or_worse. */
  public static Optional<Measure> find(String word) {
    return Arrays.stream(values()).filter(m -> m.word().equals(word)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Text title() {
    return title;
  }

  /** The Chinese measure word. */
  public String unitZh() {
    return unitZh;
  }

  /** What an accident adds, as known on a day. */
  public long of(Accident accident, LocalDate knownOn) {
    return switch (this) {
      case ACCIDENTS -> 1;
      case DEATHS -> accident.deathsKnownOn(knownOn);
      case LARGER -> accident.severityOn(knownOn) == Severity.LARGER ? 1 : 0;
      case MAJOR_OR_WORSE -> accident.severityOn(knownOn).compareTo(Severity.MAJOR) >= 0 ? 1 : 0;
    };
  }
}
