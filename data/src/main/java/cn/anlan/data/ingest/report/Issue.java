package cn.anlan.data.ingest.report;

/**
 * Something wrong with one row, said so that the person who delivered it can put it right.
 *
 * @param row the record's number from 1; 0 for the file as a whole
 * @param field catalogue field, source column or {@code geom}; null for the row as a whole
 * @param value what was delivered, cut at 200 characters; may be null
 * @param reason Chinese first, with English
 */
public record Issue(
    long row, String field, String value, String reason, String remedy, Severity severity) {
  private static final int LONGEST_VALUE = 200;

  public Issue {
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }
}
