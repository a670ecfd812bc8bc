package cn.anlan.data.ingest.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Issues as they arise: all are counted, by field and kind too, and go to a file; the first 10,000
 * are kept.
 */
public final class IssueLog {
  private static final int KEPT = 10_000;
  private static final int GROUPS = 500;

  private record Kind(String field, String words, Severity severity) {}

  private final IssuesFile file;
  private final List<Issue> first = new ArrayList<>();
  private final Map<Kind, IssueGroup> groups = new LinkedHashMap<>();
  private long errors;
  private long warnings;

  /**
   * @param file that takes every issue, also those beyond the first
   */
  public IssueLog(IssuesFile file) {
    this.file = file;
  }

  /** Counts the issue and writes it to the file. */
  public void add(Issue issue) {
    if (issue.severity() == Severity.ERROR) {
      errors++;
    } else {
      warnings++;
    }
    if (first.size() < KEPT) {
      first.add(issue);
    }
    file.add(issue);
    Kind kind = new Kind(issue.field(), words(issue.reason()), issue.severity());
    IssueGroup group = groups.get(kind);
    if (group != null) {
      groups.put(kind, group.oneMore());
    } else if (groups.size() < GROUPS) {
      groups.put(
          kind, new IssueGroup(issue.field(), issue.reason(), issue.severity(), 1, issue.row()));
    }
  }

  /** What of a reason does not depend on the value: its English words, else its Chinese ones. */
  private static String words(String reason) {
    int open = reason.lastIndexOf('(');
    String kind = open < 0 ? reason : reason.substring(open);
    return kind.replaceAll("[-0-9.,%]+", "#");
  }

  /** The first 10,000. */
  public List<Issue> first() {
    return List.copyOf(first);
  }

  /** The kinds of issues, the most frequent first. */
  public List<IssueGroup> groups() {
    return groups.values().stream()
        .sorted(Comparator.comparing(IssueGroup::severity).thenComparing(g -> -g.count()))
        .toList();
  }

  /** How many issues reject their row. */
  public long errors() {
    return errors;
  }

  /** How many do not. */
  public long warnings() {
    return warnings;
  }
}
