package cn.anlan.data.ingest.report;

/**
 * How often the same is wrong. The names of the components are the names in JSON.
 *
 * @param reason of the first such issue
 * @param firstRow where it stands first
 */
public record IssueGroup(
    String field, String reason, Severity severity, long count, long firstRow) {

  IssueGroup oneMore() {
    return new IssueGroup(field, reason, severity, count + 1, firstRow);
  }
}
