package cn.anlan.analytics.blackspot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which crashes a criterion counts. */
public enum CrashKind {
  /** Every crash. */
  @JsonProperty("any")
  ANY,
  /** With dead or injured. */
  @JsonProperty("injury")
  INJURY,
  /**
   * With at least one dead or three seriously injured: what the police called a serious accident
   * (重大事故 of the classes of 1991) [verify].
   */
  @JsonProperty("serious")
  SERIOUS,
  /** With at least one dead. */
  @JsonProperty("fatal")
  FATAL,
  /** With at least three dead. */
  @JsonProperty("three_deaths")
  THREE_DEATHS;

  boolean counts(Crash crash) {
    return switch (this) {
      case ANY -> true;
      case INJURY -> crash.deaths() + crash.injured() > 0;
      case SERIOUS -> crash.deaths() > 0 || crash.seriouslyInjured() >= 3;
      case FATAL -> crash.deaths() > 0;
      case THREE_DEATHS -> crash.deaths() >= 3;
    };
  }
}
