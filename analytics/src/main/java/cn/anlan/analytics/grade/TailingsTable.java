package cn.anlan.analytics.grade;

import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * Class (等别) of a tailings pond from its total capacity and its dam height: GB 39496-2020, section
 * 4.5 [verify]. The higher of the two classes counts where they differ by no more than {@code
 * apart}, else one below the higher.
 *
 * @param classes highest (largest) first; the last begins at nothing
 * @param raisedFor for what a pond may be raised by a class: a decision, not a computation, and not
 *     made here
 */
public record TailingsTable(
    String id,
    int version,
    Text title,
    Text source,
    List<PondClass> classes,
    int apart,
    Text raisedFor)
    implements VersionedTable {

  /**
   * @param code value in the code list {@code tailings_class}
   * @param capacityWanM3 least total capacity in 万m³ (10,000 m³)
   * @param damHeightM least dam height
   */
  public record PondClass(
      String code, Text title, BigDecimal capacityWanM3, BigDecimal damHeightM) {}

  /** A pond's class with the two that it is combined from. */
  public record Grade(PondClass byCapacity, PondClass byHeight, PondClass combined, int apart) {}

  public TailingsTable {
    if (id == null || version < 1 || title == null || source == null || raisedFor == null) {
      throw new IllegalArgumentException("needs id, version, title, source and raised_for");
    }
    classes = List.copyOf(classes);
    descending(classes, PondClass::capacityWanM3, "capacity_wan_m3");
    descending(classes, PondClass::damHeightM, "dam_height_m");
  }

  private static void descending(
      List<PondClass> classes, Function<PondClass, BigDecimal> bound, String name) {
    for (int i = 1; i < classes.size(); i++) {
      if (bound.apply(classes.get(i)).compareTo(bound.apply(classes.get(i - 1))) >= 0) {
        throw new IllegalArgumentException(name + " must fall from class to class");
      }
    }
    if (classes.isEmpty() || bound.apply(classes.get(classes.size() - 1)).signum() != 0) {
      throw new IllegalArgumentException("the last class must begin with " + name + " 0");
    }
  }

  /**
   * @param capacityWanM3 total capacity in 10,000 m³ (万m³)
   * @throws IllegalArgumentException for a negative or undefined number
   */
  public Grade grade(double capacityWanM3, double damHeightM) {
    if (!(capacityWanM3 >= 0 && damHeightM >= 0)) {
      throw new IllegalArgumentException(
          "capacity and dam height must not be negative: "
              + capacityWanM3
              + " 万m³, "
              + damHeightM
              + " m");
    }
    int byCapacity = first(capacityWanM3, PondClass::capacityWanM3);
    int byHeight = first(damHeightM, PondClass::damHeightM);
    int between = Math.abs(byCapacity - byHeight);
    int higher = Math.min(byCapacity, byHeight);
    return new Grade(
        classes.get(byCapacity),
        classes.get(byHeight),
        classes.get(between > apart ? higher + 1 : higher),
        between);
  }

  private int first(double value, Function<PondClass, BigDecimal> from) {
    BigDecimal decimal = BigDecimal.valueOf(value);
    int at = 0;
    while (decimal.compareTo(from.apply(classes.get(at))) < 0) {
      at++;
    }
    return at;
  }
}
