package cn.anlan.geo.rule;

import cn.anlan.geo.text.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What is kept away from, kept out of or counted.
 *
 * @param filter which features of the layer; null for all. For {@code shoreline} it is asked of the
 *     water that the shore belongs to
 * @param distance null for kinds that have none
 * @param reach of {@code along_river} only
 * @param proxy null where the layer's geometry is what the law measures to
 * @param same which pairs of subject and target count; empty where any does
 * @param area whether a closed line of the layer stands for the area within it
 * @param searchM farther than this nothing is looked at: for standards whose table is not held;
 *     null looks at all that can matter
 * @param countField the number field that is added up by {@code count}; null counts features
 */
public record Target(
    String layer,
    Condition filter,
    Distance distance,
    Reach reach,
    Proxy proxy,
    List<Same> same,
    boolean area,
    Double searchM,
    String countField) {
  public Target {
    same = same == null ? List.of() : List.copyOf(same);
  }

  /** The layer whose features are ranked by definition and speak for a water together. */
  public static final String SHORELINE = "shoreline";

  public boolean isShoreline() {
    return SHORELINE.equals(layer);
  }

  /** Metres along the river that are kept free above and below the target. */
  public record Reach(double upstreamM, double downstreamM) {}

  /**
   * The layer only stands in for what the law measures to.
   *
   * @param offset how far the true line lies nearer to the subject, metres; null where it does not
   * @param sigmaM one standard deviation of that, metres
   * @param extent what is drawn as a point reaches up to so far from it, nobody knows in which
   *     direction, metres; null where it does not
   * @param source why these figures
   */
  public record Proxy(
      Text standsFor, Distance offset, double sigmaM, Distance extent, String source) {}

  /** Only pairs whose two fields are equal, or only those whose fields differ. */
  public record Same(String subject, String target, Is is) {
    public Same {
      Required.text(subject, "subject");
      Required.text(target, "target");
      Required.value(is, "is");
    }

    /** Which pairs count. */
    public enum Is {
      @JsonProperty("equal")
      EQUAL,
      @JsonProperty("different")
      DIFFERENT
    }
  }
}
