package cn.anlan.data.ingest;

import java.util.ArrayList;
import java.util.List;

/** The issues of one row while it is being checked. */
final class RowIssues {
  private final long row;
  private final List<Issue> issues = new ArrayList<>();
  private boolean rejected;

  RowIssues(long row) {
    this.row = row;
  }

  void reject(String field, Object value, String reason, String remedy) {
    rejected = true;
    issues.add(new Issue(row, field, ValueReader.text(value), reason, remedy, Severity.ERROR));
  }

  void reject(String field, Object value, BadValue bad) {
    reject(field, value, bad.getMessage(), bad.remedy());
  }

  void warn(String field, Object value, String reason, String remedy) {
    issues.add(new Issue(row, field, ValueReader.text(value), reason, remedy, Severity.WARNING));
  }

  boolean isRejected() {
    return rejected;
  }

  List<Issue> all() {
    return issues;
  }
}
