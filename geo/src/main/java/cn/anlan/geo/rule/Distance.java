package cn.anlan.geo.rule;

import cn.anlan.geo.text.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A distance in metres, or a table of them: the first row whose conditions are true decides.
 *
 * @param rows at least one; a plain distance is one row without conditions
 * @param otherwise what holds where no row does
 * @param source where the figures stand; null where it is the rule's own basis
 */
public record Distance(List<Row> rows, Otherwise otherwise, String source) {
  public Distance {
    rows = List.copyOf(rows);
  }

  /** A plain distance that the rule's own basis gives. */
  public static Distance of(double metres) {
    return new Distance(
        List.of(new Row(null, null, new Length.Fixed(metres))), Otherwise.NOT_ASSESSABLE, null);
  }

  /** The metres, where they are the same for every subject and target. */
  public OptionalDouble plainM() {
    return rows.get(0).isAlways() && rows.get(0).length() instanceof Length.Fixed fixed
        ? OptionalDouble.of(fixed.metres())
        : OptionalDouble.empty();
  }

  /** What a table says of a pair that none of its rows names. */
  public enum Otherwise {
    /** The rule does not bind this pair. */
    @JsonProperty("not_applicable")
    NOT_APPLICABLE,
    /** The rule binds it, but the distance is not known. */
    @JsonProperty("not_assessable")
    NOT_ASSESSABLE
  }

  /**
   * One row.
   *
   * @param subject asked of the subject; null for any
   * @param target asked of the target; null for any
   */
  public record Row(Condition subject, Condition target, Length length) {
    boolean isAlways() {
      return subject == null && target == null;
    }
  }

  /** What a row gives. */
  public sealed interface Length {
    /** So many metres. */
    record Fixed(double metres) implements Length {}

    /**
     * {@code times · value + plusM} of a number field, metres.
     *
     * @param ofSubject whether the field is the subject's, else the target's
     * @param missingM taken where the field is empty; null leaves the pair not assessable
     */
    record OfField(String field, boolean ofSubject, double times, double plusM, Double missingM)
        implements Length {}

    /**
     * The rule binds, but we do not hold the figure.
     *
     * @param atMostM it is certainly not above this; null where not even that is known
     */
    record Unknown(Text reason, Double atMostM) implements Length {}

    /** The rule does not bind such a pair. */
    record NotBinding() implements Length {}
  }
}
