package cn.anlan.analytics.blackspot;

import java.time.LocalDate;

/**
 * A crash on a route.
 *
 * @param positionM metres along the route, as its stakes count
 * @param seriouslyInjured persons, among {@code injured}
 * @param injured persons, seriously or slightly, none of them dead
 */
public record Crash(
    double positionM, LocalDate day, int deaths, int seriouslyInjured, int injured) {
  public Crash {
    if (!Double.isFinite(positionM) || day == null) {
      throw new IllegalArgumentException("a crash needs a place and a day");
    }
    if (deaths < 0 || seriouslyInjured < 0 || injured < seriouslyInjured) {
      throw new IllegalArgumentException(
          "no such casualties: " + deaths + " dead, " + seriouslyInjured + " of " + injured);
    }
  }
}
