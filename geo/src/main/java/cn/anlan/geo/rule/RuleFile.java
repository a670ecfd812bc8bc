package cn.anlan.geo.rule;

import cn.anlan.geo.text.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * A rule as it stands in its YAML file. Every key is required unless said otherwise; unknown keys
 * are refused. What the keys mean is written at {@link Rule}.
 */
record RuleFile(
    String id,
    String version,
    Text title,
    Kind kind,
    Rule.Severity severity,
    Rule.Subject subject,
    Rule.Target target,
    Distance distance,
    Boolean inclusive,
    Rule.Measure measure,
    Rule.Valid valid,
    Rule.Basis basis,
    Rule.EarlierProjects earlierProjects,
    List<Rule.Exemption> exceptions,
    List<Text> evidence,
    Rule.SignOff signOff) {

  RuleFile {
    Required.text(id, "id");
    if (!id.matches("[A-Z][A-Z0-9_-]{0,31}")) {
      throw new IllegalArgumentException(
          "'id' is '" + id + "'; use capitals and digits, as in R01");
    }
    Required.text(version, "version");
    Required.value(title, "title");
    Required.value(kind, "kind");
    Required.value(severity, "severity");
    Required.value(subject, "subject");
    Required.value(target, "target");
    Required.value(distance, "distance");
    Required.value(inclusive, "inclusive");
    Required.value(measure, "measure");
    Required.value(valid, "valid");
    if (basis == null) {
      throw new IllegalArgumentException(
          "'basis' is required: no distance without its legal source");
    }
    Required.value(earlierProjects, "earlier_projects");
    exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
    evidence = Required.someOf(evidence, "evidence");
    Required.value(signOff, "sign_off");
  }

  enum Kind {
    @JsonProperty("min")
    MIN
  }

  enum Unit {
    @JsonProperty("m")
    M
  }

  record Distance(Double value, Unit unit) {
    Distance {
      Required.value(value, "value");
      Required.value(unit, "unit");
      if (!(value > 0 && value <= 1_000_000)) {
        throw new IllegalArgumentException("'value' is " + value + "; give more than 0, in metres");
      }
    }
  }

  Rule toRule(String origin) {
    RuleKind demand =
        switch (kind) {
          case MIN -> new RuleKind.MinDistance(distance.value, inclusive);
        };
    return new Rule(
        id,
        version,
        title,
        demand,
        severity,
        subject,
        target,
        measure,
        valid,
        basis,
        earlierProjects,
        exceptions,
        evidence,
        signOff,
        origin);
  }

  /** Whether a validity makes sense. */
  static void checkDates(LocalDate from, LocalDate to) {
    Required.value(from, "from");
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("'to' " + to + " is before 'from' " + from);
    }
  }
}
