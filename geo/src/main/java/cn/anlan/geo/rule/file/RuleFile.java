package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Required;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Subject;
import cn.anlan.geo.text.Text;
import java.util.List;

/**
 * A rule as it stands in its YAML file. What the keys mean is written in {@code docs/rules.md};
 * which of them a kind needs is checked by {@link KeysOfKind}. Unknown keys are refused.
 */
record RuleFile(
    String id,
    String version,
    Text title,
    RuleKind.Name kind,
    Rule.Severity severity,
    Subject subject,
    List<TargetFile> targets,
    RuleKind.Standard standard,
    Approval approval,
    River river,
    DistanceFile.Metres within,
    Limit limit,
    Along along,
    List<RuleKind.Requirement> requires,
    Condition forbids,
    Boolean inclusive,
    Rule.Measure measure,
    Rule.Valid valid,
    Rule.Basis basis,
    Rule.EarlierProjects earlierProjects,
    List<Rule.Exemption> exceptions,
    List<Rule.Evidence> evidence,
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
    targets = targets == null ? List.of() : Required.someOf(targets, "targets");
    requires = requires == null ? List.of() : Required.someOf(requires, "requires");
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

  record Approval(String field) {
    Approval {
      Required.text(field, "field");
    }
  }

  record Limit(Long max) {
    Limit {
      Required.value(max, "max");
    }
  }

  record River(
      String layer,
      Condition filter,
      String key,
      String subjectKey,
      String targetKey,
      String flowField,
      DistanceFile.Metres lateral) {
    River {
      Required.text(layer, "layer");
      Required.value(lateral, "lateral");
      key = key == null ? "code" : key;
    }
  }

  record Along(String layer, String subjectKey, String key, DistanceFile.Metres lateral) {
    Along {
      Required.text(layer, "layer");
      Required.text(key, "key");
      Required.value(lateral, "lateral");
      subjectKey = subjectKey == null ? "code" : subjectKey;
    }
  }

  Rule toRule(String origin) {
    return new Rule(
        id,
        version,
        title,
        toKind(),
        severity,
        subject,
        targets.stream().map(TargetFile::toTarget).toList(),
        inclusive,
        measure,
        valid,
        basis,
        earlierProjects,
        exceptions,
        evidence,
        signOff,
        origin);
  }

  private RuleKind toKind() {
    return switch (kind) {
      case MIN, CORRIDOR, REFERENCE, APPROVAL ->
          new RuleKind.KeepAway(kind, standard, approval == null ? null : approval.field);
      case INSIDE, OVERLAP -> new RuleKind.KeepOut(kind);
      case ALONG_RIVER ->
          new RuleKind.AlongRiver(
              new RuleKind.River(
                  river.layer,
                  river.filter,
                  river.key,
                  river.subjectKey,
                  river.targetKey,
                  river.flowField,
                  river.lateral.value()));
      case COUNT ->
          new RuleKind.Count(
              within.value(),
              limit.max,
              along == null
                  ? null
                  : new RuleKind.Along(
                      along.layer, along.subjectKey, along.key, along.lateral.value()));
      case ATTRIBUTE -> new RuleKind.Complete(requires, forbids);
    };
  }
}
