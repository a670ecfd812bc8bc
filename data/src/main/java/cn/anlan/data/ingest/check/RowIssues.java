package cn.anlan.data.ingest.check;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.Severity;
import cn.anlan.data.ingest.value.BadValue;
import cn.anlan.data.ingest.value.ValueReader;
import cn.anlan.data.privacy.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** The issues of one row while it is being checked; none repeats a person's number or address. */
public final class RowIssues {
  private final long row;
  private final List<Issue> issues = new ArrayList<>();
  private boolean rejected;
  private Geometry repaired;

  /**
   * @param row its number, as the file counts
   */
  public RowIssues(long row) {
    this.row = row;
  }

  /** Says what is wrong and what helps; the row is not taken. */
  public void reject(String field, Object value, String reason, String remedy) {
    rejected = true;
    add(field, value, reason, remedy, Severity.ERROR);
  }

  void reject(String field, Object value, BadValue bad) {
    bad.repaired().ifPresent(geometry -> repaired = geometry);
    reject(field, value, bad.getMessage(), bad.remedy());
  }

  void warn(String field, Object value, String reason, String remedy) {
    add(field, value, reason, remedy, Severity.WARNING);
  }

  private void add(String field, Object value, String reason, String remedy, Severity severity) {
    String shown = PersonalData.masked(ValueReader.text(value));
    String why = PersonalData.masked(reason);
    issues.add(new Issue(row, field, shown, why, PersonalData.masked(remedy), severity));
  }

  /** Whether anything was said about the field that rejects the row. */
  boolean isRejected(String field) {
    return issues.stream().anyMatch(i -> i.severity() == Severity.ERROR && field.equals(i.field()));
  }

  /** Whether the row is not taken. */
  public boolean isRejected() {
    return rejected;
  }

  /** A geometry that is offered in place of an invalid one, in the delivered coordinates. */
  public Optional<Geometry> repaired() {
    return Optional.ofNullable(repaired);
  }

  /** Everything said so far, in that order. */
  public List<Issue> all() {
    return issues;
  }
}
