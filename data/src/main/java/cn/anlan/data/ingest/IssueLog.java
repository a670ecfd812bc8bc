package cn.anlan.data.ingest;

import java.util.ArrayList;
import java.util.List;

/** Issues as they arise: all are counted, the first 10,000 kept. */
final class IssueLog {
  private static final int KEPT = 10_000;

  private final List<Issue> first = new ArrayList<>();
  private long errors;
  private long warnings;

  void add(Issue issue) {
    if (issue.severity() == Severity.ERROR) {
      errors++;
    } else {
      warnings++;
    }
    if (first.size() < KEPT) {
      first.add(issue);
    }
  }

  List<Issue> first() {
    return List.copyOf(first);
  }

  long errors() {
    return errors;
  }

  long warnings() {
    return warnings;
  }
}
