package cn.anlan.geo.rule;

import cn.anlan.geo.text.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A distance rule: whom it binds, what from, how far, since when and on what legal basis. Rules are
 * data; see {@code rules/R01.yaml}.
 *
 * @param version names this wording; a finding carries it, so it changes with every change
 * @param evidence what a planner puts into the file beside the finding
 * @param origin where the rule was read: {@code anlan} (ours) or {@code office} (the office's own)
 */
public record Rule(
    String id,
    String version,
    Text title,
    RuleKind kind,
    Severity severity,
    Subject subject,
    Target target,
    Measure measure,
    Valid valid,
    Basis basis,
    EarlierProjects earlierProjects,
    List<Exemption> exceptions,
    List<Text> evidence,
    SignOff signOff,
    String origin) {

  /** The distance demanded, metres. */
  public double thresholdM() {
    return ((RuleKind.MinDistance) kind).thresholdM();
  }

  /** How grave a breach is: a prohibition by law, or a demand of policy. */
  public enum Severity {
    @JsonProperty("statutory_ban")
    STATUTORY_BAN,
    @JsonProperty("policy")
    POLICY
  }

  /**
   * Whom the rule binds.
   *
   * @param projectTypes new, expansion, rebuild; {@code existing} is never listed, for what exists
   *     is judged by when it was approved
   * @param where further conditions on the subject's attributes; optional
   */
  public record Subject(String layer, List<ProjectType> projectTypes, Conditions where) {
    public Subject {
      Required.text(layer, "layer");
      projectTypes = Required.someOf(projectTypes, "project_types");
      if (projectTypes.contains(ProjectType.EXISTING)) {
        throw new IllegalArgumentException(
            "'project_types' may not list existing: what exists is judged by its approval date");
      }
      where = where == null ? Conditions.NONE : where;
    }
  }

  /**
   * What the distance is kept from.
   *
   * @param where conditions on the attributes of the water that a shore belongs to
   */
  public record Target(String layer, Conditions where) {
    private static final Set<String> LAYERS = Set.of("shoreline");

    public Target {
      Required.text(layer, "layer");
      if (!LAYERS.contains(layer)) {
        throw new IllegalArgumentException("'layer' is '" + layer + "'; known here: shoreline");
      }
      where = where == null ? Conditions.NONE : where;
    }
  }

  /** Between which lines is measured, in words. */
  public record Measure(Text from, Text to) {
    public Measure {
      Required.value(from, "from");
      Required.value(to, "to");
    }
  }

  /** In force from and to these days, both included; {@code to} is optional. */
  public record Valid(LocalDate from, LocalDate to) {
    public Valid {
      RuleFile.checkDates(from, to);
    }

    public boolean isInForce(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /** The legal source: the law, its article, what it says in our own words, where to read it. */
  public record Basis(Text law, String article, Text summary, String source) {
    public Basis {
      Required.value(law, "law");
      Required.text(article, "article");
      Required.value(summary, "summary");
      Required.text(source, "source");
    }
  }

  /** What the rule means for a project that was approved before it came into force. */
  public record EarlierProjects(Policy policy, Text note) {
    public EarlierProjects {
      Required.value(policy, "policy");
      Required.value(note, "note");
    }

    /** See the constants. */
    public enum Policy {
      /** A breach is shown as GRANDFATHERED. */
      @JsonProperty("grandfathered")
      GRANDFATHERED,
      /** The rule does not reach it at all. */
      @JsonProperty("not_applicable")
      NOT_APPLICABLE,
      /** The rule reaches it like any other. */
      @JsonProperty("judged")
      JUDGED
    }
  }

  /** Holds where the subject's attributes say so; a missing attribute proves no exception. */
  public record Exemption(Text title, Conditions where) {
    public Exemption {
      Required.value(title, "title");
      if (where == null || where.allowed().isEmpty()) {
        throw new IllegalArgumentException("'where' is required: an exception needs a condition");
      }
    }
  }

  /**
   * Whether a person answers for this rule.
   *
   * @param by who signed, and {@code on} when; required where signed
   * @param openPoints what is not confirmed, each marked [verify]
   */
  public record SignOff(Status status, String by, LocalDate on, List<String> openPoints) {
    public SignOff {
      Required.value(status, "status");
      if (status == Status.SIGNED) {
        Required.text(by, "by");
        Required.value(on, "on");
      }
      openPoints = openPoints == null ? List.of() : List.copyOf(openPoints);
    }

    /** Signed by the office, or still a proposal. */
    public enum Status {
      @JsonProperty("unsigned")
      UNSIGNED,
      @JsonProperty("signed")
      SIGNED
    }
  }
}
