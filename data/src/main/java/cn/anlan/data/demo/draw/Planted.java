package cn.anlan.data.demo.draw;

import java.time.LocalDate;
import java.util.List;

/**
 * Something put into the invented data on purpose (埋设异常), so that a finder can be measured by
 * whether it finds it. Each theme tells what it has planted; the layer {@code planted_anomaly}
 * lists them all, in the order of the themes. What is not listed may be as odd by chance.
 *
 * @param kind in a word, {@code gas_pipe_occupied}: the same for all that one finder should find
 * @param layer id of the catalogue's layer it shows in
 * @param subjects codes of the rows it consists of, of any layer; a few of them where they are
 *     many, none where it is a habit of a whole county
 * @param countyCode where it is, or null where it is in no one county
 * @param from first day it shows on, that day included, or null where it always has
 * @param to last day it shows on, that day included, or null where it still does
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

  /** Something that lasts, bound to no days. */
  public Planted(
      String kind, String layer, List<String> subjects, String countyCode, String expected) {
    this(kind, layer, subjects, countyCode, null, null, expected);
  }
}
