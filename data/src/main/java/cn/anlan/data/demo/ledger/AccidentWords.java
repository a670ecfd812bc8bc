package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.Shipped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The make-up of the accidents, from {@code demo/accidents.yaml}.
 *
 * @param windows cities and spans whose numbers are given and met exactly
 * @param perMillionResidents production accidents of a year elsewhere, by year
 * @param largerPerYear larger accidents (较大) expected in the province in a year
 * @param crashesPerYear road crashes that are no production accidents, by year
 */
record AccidentWords(
    List<Window> windows,
    Map<String, Double> perMillionResidents,
    double deathsPerAccident,
    double largerPerYear,
    List<Double> monthWeights,
    List<Double> hourWeights,
    List<Sector> sectors,
    Map<String, Integer> crashesPerYear,
    double crashFatalShare,
    double crashSeriousShare) {
  /**
   * @param city first four digits of its counties
   * @param larger how many of the accidents are larger ones; none is worse
   */
  record Window(String city, LocalDate from, LocalDate to, int accidents, int deaths, int larger) {}

  /**
   * @param types accident types, one as likely as the other
   */
  record Sector(String sector, double share, List<String> types) {}

  static AccidentWords shipped() {
    return Shipped.yaml("demo/accidents.yaml", AccidentWords.class);
  }
}
