package cn.anlan.geo.rule;

import cn.anlan.geo.text.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/** What a rule demands. Sealed, so that the engine must answer for each kind that is added. */
public sealed interface RuleKind {
  /** The kind's word in rule files and in JSON. */
  enum Name {
    /** Keep a distance. */
    @JsonProperty("min")
    MIN,
    /** Keep a distance from a line. */
    @JsonProperty("corridor")
    CORRIDOR,
    /** Keep the distance that a standard's table gives. */
    @JsonProperty("reference")
    REFERENCE,
    /** Keep a distance, or hold the approval. */
    @JsonProperty("approval")
    APPROVAL,
    /** Stay outside a zone. */
    @JsonProperty("inside")
    INSIDE,
    /** Do not lie upon something. */
    @JsonProperty("overlap")
    OVERLAP,
    /** Keep a distance along a river. */
    @JsonProperty("along_river")
    ALONG_RIVER,
    /** No more than so many within reach. */
    @JsonProperty("count")
    COUNT,
    /** Have what is required, be nothing that is forbidden. */
    @JsonProperty("attribute")
    ATTRIBUTE;

    /** As rule files write it: {@code along_river}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Name name();

  /**
   * The subject stands at least the target's distance away; where they meet it is 0.
   *
   * @param standard the standard whose table gives the distances; of {@code reference} only
   */
  record KeepAway(Name name, Standard standard) implements RuleKind {}

  /**
   * The subject stays outside the target, widened by its distance. Outside, the distance counts as
   * positive; inside, as the negative depth.
   */
  record KeepOut(Name name) implements RuleKind {}

  /** The subject keeps the target's reach along the centre line of the river they share. */
  record AlongRiver(River river) implements RuleKind {
    @Override
    public Name name() {
      return Name.ALONG_RIVER;
    }
  }

  /**
   * No more than {@code max} within {@code withinM} metres.
   *
   * @param maxField the subject's field that says how many, in place of {@code max}; else null
   * @param along the line down which is counted; null counts in a circle
   */
  record Count(double withinM, long max, String maxField, Along along) implements RuleKind {
    @Override
    public Name name() {
      return Name.COUNT;
    }
  }

  /**
   * The subject has every value that is required and is nothing that is forbidden.
   *
   * @param forbids null where nothing is
   */
  record Complete(List<Requirement> requires, Condition forbids) implements RuleKind {
    @Override
    public Name name() {
      return Name.ATTRIBUTE;
    }
  }

  /** A technical standard, as it is cited. */
  record Standard(String zh, String en, String edition) {
    public Standard {
      Required.text(zh, "zh");
      Required.text(en, "en");
      Required.text(edition, "edition");
    }
  }

  /** A field of the subject that must not be empty (or false). */
  record Requirement(String field, Text title) {
    public Requirement {
      Required.text(field, "field");
      Required.value(title, "title");
    }
  }

  /**
   * The line layer in which rivers stand as centre lines, digitised downstream.
   *
   * @param filter which of its lines are rivers; null for all
   * @param key the field by which a subject or target names its river; default {@code code}
   * @param subjectKey the subject's field with that key; null: the nearest river within {@code
   *     lateralM}
   * @param targetKey the target's field with that key; null: it stands on the subject's river if it
   *     is within {@code lateralM} of it
   * @param flowField the line's field that is true where it is digitised downstream and false where
   *     upstream; null: all are digitised downstream
   * @param lateralM how far from the centre line something may stand that is on the river, metres
   */
  record River(
      String layer,
      Condition filter,
      String key,
      String subjectKey,
      String targetKey,
      String flowField,
      double lateralM) {}

  /**
   * A line of the subject's own, digitised downhill, that is walked from its beginning.
   *
   * @param subjectKey the subject's field that {@code key} of the line repeats
   * @param lateralM how far beside the line still counts, metres
   */
  record Along(String layer, String subjectKey, String key, double lateralM) {}
}
