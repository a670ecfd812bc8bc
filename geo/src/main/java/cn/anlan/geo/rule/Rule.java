package cn.anlan.geo.rule;

import cn.anlan.geo.text.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A rule of law as data: whom it binds, what from, how far, since when and on what legal basis. The
 * language is written in {@code docs/rules.md}.
 *
 * @param version names this wording; a finding carries it, so it changes with every change
 * @param targets in the file's order; empty for an {@code attribute} rule that binds everywhere
 * @param approval what makes a breach lawful; null where nothing does
 * @param inclusive whether exactly the distance is still too near (以内, 民法典 art. 1259)
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
    List<Target> targets,
    Approval approval,
    boolean inclusive,
    Measure measure,
    Valid valid,
    Basis basis,
    EarlierProjects earlierProjects,
    List<Exemption> exceptions,
    List<Evidence> evidence,
    SignOff signOff,
    String origin) {
  public Rule {
    targets = List.copyOf(targets);
  }

  /** What tells the rules of a book apart; all the rest would be slow to go through. */
  @Override
  public int hashCode() {
    return 31 * (31 * id.hashCode() + version.hashCode()) + subject.layer().hashCode();
  }

  /** The distance demanded in metres, where it is one and the same for all. */
  public OptionalDouble plainThresholdM() {
    List<Distance> distances = targets.stream().map(Target::distance).distinct().toList();
    return distances.size() == 1 && distances.get(0) != null
        ? distances.get(0).plainM()
        : OptionalDouble.empty();
  }

  /** How grave a breach is. */
  public enum Severity {
    /** Forbidden by law. */
    @JsonProperty("statutory_ban")
    STATUTORY_BAN,
    /** Forbidden by law unless approved. */
    @JsonProperty("statutory_approval")
    STATUTORY_APPROVAL,
    /** A duty by law. */
    @JsonProperty("statutory_duty")
    STATUTORY_DUTY,
    /** Demanded by a policy document. */
    @JsonProperty("policy")
    POLICY,
    /** Demanded by a technical standard. */
    @JsonProperty("standard")
    STANDARD
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
      Required.value(from, "from");
      if (to != null && to.isBefore(from)) {
        throw new IllegalArgumentException("'to' " + to + " is before 'from' " + from);
      }
    }

    /** Whether some day belongs to both. */
    public boolean overlaps(Valid other) {
      return (to == null || !other.from.isAfter(to))
          && (other.to == null || !from.isAfter(other.to));
    }

    public boolean isInForce(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /**
   * The legal source: the law, its article, what it says in our own words, where to read it.
   *
   * @param basisOrigin how far we have seen it ourselves
   */
  public record Basis(
      Text law, String article, Text summary, String source, BasisOrigin basisOrigin) {
    public Basis {
      Required.value(law, "law");
      Required.text(article, "article");
      Required.value(summary, "summary");
      Required.text(source, "source");
      Required.value(basisOrigin, "basis_origin");
    }
  }

  /** How far we have seen the legal source ourselves. */
  public enum BasisOrigin {
    /** Read in a stored copy of the official text. */
    T,
    /** Read on a page of a third party. */
    P,
    /** Stated in a government paper that we hold. */
    S,
    /** Knowledge of the field, or our own design. */
    D
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

  /**
   * Holds where the subject's attributes say so; a missing attribute proves no exception.
   *
   * @param filter null holds of every subject
   */
  public record Exemption(Text title, Condition filter) {}

  /**
   * An approval that makes a breach lawful.
   *
   * @param document what it is called; null where the rule only names the field
   * @param field the subject's field that holds it; null where none is recorded
   */
  public record Approval(Text document, String field) {}

  /**
   * A document or figure that belongs into the file.
   *
   * @param field the subject's field that holds it; null where the data cannot say
   */
  public record Evidence(String zh, String en, String field) {
    public Evidence {
      Required.text(zh, "zh");
      Required.text(en, "en");
    }

    public Text title() {
      return new Text(zh, en);
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
