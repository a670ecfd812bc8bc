package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Required;
import cn.anlan.geo.rule.Target;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** One of {@code targets:} as it is written. */
record TargetFile(
    String layer,
    Condition filter,
    DistanceFile distance,
    Reach reach,
    ProxyFile proxy,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Target.Same> same,
    Area area,
    Search search,
    @JsonProperty("for") List<String> subjects,
    Count count) {
  TargetFile {
    Required.text(layer, "layer");
    subjects = subjects == null ? List.of() : Required.someOf(subjects, "for");
  }

  /** What of a line counts. */
  enum Area {
    /** The area that a closed line goes round. */
    @JsonProperty("closed_line")
    CLOSED_LINE
  }

  /** How far is looked where the figures of a standard are not held. */
  record Search(Double value, DistanceFile.Unit unit, String source) {
    Search {
      Required.value(value, "value");
      Required.value(unit, "unit");
      Required.text(source, "source");
      if (!(value > 0)) {
        throw new IllegalArgumentException("'value' is " + value + "; give metres above 0");
      }
    }
  }

  /** Whether the target speaks to the subjects of a layer. */
  boolean speaksTo(String subjectLayer) {
    return subjects.isEmpty() || subjects.contains(subjectLayer);
  }

  record Reach(Double upstream, Double downstream, DistanceFile.Unit unit) {
    Reach {
      Required.value(upstream, "upstream");
      Required.value(downstream, "downstream");
      Required.value(unit, "unit");
      if (!(upstream >= 0 && downstream >= 0 && upstream + downstream > 0)) {
        throw new IllegalArgumentException("'reach' needs metres, not below 0");
      }
    }
  }

  record Count(String field) {
    Count {
      Required.text(field, "field");
    }
  }

  Target toTarget() {
    return new Target(
        layer,
        filter,
        distance == null ? null : distance.toDistance(),
        reach == null ? null : new Target.Reach(reach.upstream, reach.downstream),
        proxy == null ? null : proxy.toProxy(),
        same,
        area != null,
        search == null ? null : search.value,
        count == null ? null : count.field);
  }
}
