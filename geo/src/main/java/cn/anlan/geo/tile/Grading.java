package cn.anlan.geo.tile;

import java.util.List;
import java.util.Objects;

/**
 * The field that a layer is coloured by.
 *
 * @param field a column of the snapshot
 * @param worstFirst its values as text, the one that must never be lost first; rows with another
 *     value or none count only in a cell's total
 */
public record Grading(String field, List<String> worstFirst) {
  public Grading {
    Objects.requireNonNull(field, "field");
    worstFirst = List.copyOf(worstFirst);
  }

  /** The property of a cell that says how many rows have this value: {@code n1}, {@code n_fire}. */
  public static String countKey(String value) {
    return value.chars().allMatch(c -> c >= '0' && c <= '9') ? "n" + value : "n_" + value;
  }
}
