package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Required;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.text.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
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
    SubjectFile subject,
    List<SubjectFile> subjects,
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
    List<Exemption> exceptions,
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
    if (subjects == null) {
      Required.value(subject, "subject");
    } else {
      subjects = Required.someOf(subjects, "subjects");
      if (subject != null) {
        throw new IllegalArgumentException("give 'subject' or 'subjects', not both");
      }
      if (subjects.stream().map(SubjectFile::layer).distinct().count() < subjects.size()) {
        throw new IllegalArgumentException("'subjects' name a layer twice");
      }
    }
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

  record Approval(Text document, String field) {
    Approval {
      if (document == null) {
        Required.text(field, "field");
      }
    }
  }

  /** So many, or as many as a field of the subject says. */
  record Limit(Long max, String field) {
    Limit {
      if (field == null) {
        Required.value(max, "max");
      } else if (max != null) {
        throw new IllegalArgumentException("give one of 'max' and 'field'");
      }
    }
  }

  record Exemption(Text title, Condition filter, @JsonProperty("for") List<String> subjects) {
    Exemption {
      Required.value(title, "title");
      subjects = subjects == null ? List.of() : Required.someOf(subjects, "for");
      if (filter == null && subjects.isEmpty()) {
        throw new IllegalArgumentException("'filter' is required: an exception needs a condition");
      }
    }

    boolean speaksTo(String subjectLayer) {
      return subjects.isEmpty() || subjects.contains(subjectLayer);
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

  /** All subjects, in the order of the file. */
  List<SubjectFile> allSubjects() {
    return subjects == null ? List.of(subject) : subjects;
  }

  /** The targets that speak to the subjects of a layer. */
  List<TargetFile> targetsFor(String subjectLayer) {
    return targets.stream().filter(target -> target.speaksTo(subjectLayer)).toList();
  }

  /** One rule for each subject, all of the same id and version. */
  List<Rule> toRules(String origin) {
    return allSubjects().stream().map(one -> toRule(one, origin)).toList();
  }

  private Rule toRule(SubjectFile one, String origin) {
    return new Rule(
        id,
        version,
        title,
        toKind(),
        severity,
        one.toSubject(),
        targetsFor(one.layer()).stream().map(TargetFile::toTarget).toList(),
        approval == null ? null : new Rule.Approval(approval.document, approval.field),
        inclusive,
        measure,
        valid,
        basis,
        earlierProjects,
        exceptions.stream()
            .filter(e -> e.speaksTo(one.layer()))
            .map(e -> new Rule.Exemption(e.title, e.filter))
            .toList(),
        evidence,
        signOff,
        origin);
  }

  private RuleKind toKind() {
    return switch (kind) {
      case MIN, CORRIDOR, REFERENCE, APPROVAL -> new RuleKind.KeepAway(kind, standard);
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
              limit.field == null ? limit.max : 0,
              limit.field,
              along == null
                  ? null
                  : new RuleKind.Along(
                      along.layer, along.subjectKey, along.key, along.lateral.value()));
      case ATTRIBUTE -> new RuleKind.Complete(requires, forbids);
    };
  }
}
