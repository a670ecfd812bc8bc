package cn.anlan.data.demo.draw;

import java.time.LocalDate;
import java.util.List;

/**
 * Something put into the invented data on purpose, so that a finder can be measured by whether it
 * finds it. The layer {@code planted_anomaly} lists them all.
 *
 * @param kind in a word
 * @param layer the layer it shows in
 * @param subjects codes of the rows it consists of, or a few of them where they are many
 * @param countyCode where it is, or null
 * @param from first day, or null
 * @param to last day, or null
 * @param expected what a finder should say, in one sentence, Chinese
 */
public record Planted(
    String kind,
    String layer,
    List<String> subjects,
    String countyCode,
    LocalDate from,
    LocalDate to,
    String expected) {
  public Planted {
    subjects = List.copyOf(subjects);
  }
}
