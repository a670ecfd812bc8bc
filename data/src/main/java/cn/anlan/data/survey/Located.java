package cn.anlan.data.survey;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.Severity;

/** Faults of a boundary file, each with its place. */
final class Located {
  private Located() {}

  static Issue error(long row, String field, Object value, String reason, String remedy) {
    return new Issue(row, field, text(value), reason, remedy, Severity.ERROR);
  }

  static Issue warning(long row, String field, Object value, String reason, String remedy) {
    return new Issue(row, field, text(value), reason, remedy, Severity.WARNING);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
