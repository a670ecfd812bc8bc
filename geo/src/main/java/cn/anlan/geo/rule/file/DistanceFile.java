package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Distance;
import cn.anlan.geo.rule.Required;
import cn.anlan.geo.text.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A {@code distance:} or {@code offset:} as it is written: {@code value}, {@code field} or {@code
 * table}, always with its {@code unit}.
 */
record DistanceFile(
    Double value,
    String field,
    Double times,
    Double plus,
    Double missing,
    List<Row> table,
    Distance.Otherwise otherwise,
    Unit unit,
    String source) {
  private static final double MAX_M = 1_000_000;

  DistanceFile {
    Required.value(unit, "unit");
    int given = (value == null ? 0 : 1) + (field == null ? 0 : 1) + (table == null ? 0 : 1);
    if (given == 0) {
      throw new IllegalArgumentException("'value' is required (or 'field', or 'table')");
    }
    if (given > 1) {
      throw new IllegalArgumentException("give one of 'value', 'field' and 'table'");
    }
    if (value != null && !(value > 0 && value <= MAX_M)) {
      throw new IllegalArgumentException("'value' is " + value + "; give more than 0, in metres");
    }
    refuse(field == null && (times != null || plus != null || missing != null), "times");
    if (table != null) {
      table = Required.someOf(table, "table");
      Required.value(otherwise, "otherwise");
      Required.text(source, "source");
    } else {
      refuse(otherwise != null, "otherwise");
    }
  }

  enum Unit {
    @JsonProperty("m")
    M
  }

  /** One length, such as a lateral reach. */
  record Metres(Double value, Unit unit) {
    Metres {
      Required.value(value, "value");
      Required.value(unit, "unit");
      if (!(value >= 0 && value <= MAX_M)) {
        throw new IllegalArgumentException("'value' is " + value + "; give metres, not below 0");
      }
    }
  }

  /** A row of a table; its figures are in the table's unit. */
  record Row(
      Condition subject,
      Condition target,
      Double value,
      String field,
      String subjectField,
      Double times,
      Double plus,
      Double missing,
      Text unknown,
      Double atMost,
      Boolean notApplicable) {
    Row {
      int given =
          (value == null ? 0 : 1)
              + (field == null ? 0 : 1)
              + (subjectField == null ? 0 : 1)
              + (unknown == null ? 0 : 1)
              + (notApplicable == null ? 0 : 1);
      if (given != 1) {
        throw new IllegalArgumentException(
            "a row gives one of 'value', 'field', 'subject_field', 'unknown', 'not_applicable'");
      }
      if (value != null && !(value >= 0 && value <= MAX_M)) {
        throw new IllegalArgumentException("'value' is " + value + "; give metres, not below 0");
      }
      boolean ofField = field != null || subjectField != null;
      refuse(!ofField && (times != null || plus != null || missing != null), "times");
      refuse(unknown == null && atMost != null, "at_most");
      if (Boolean.FALSE.equals(notApplicable)) {
        throw new IllegalArgumentException("'not_applicable' can only be true");
      }
    }

    Distance.Row toRow() {
      Distance.Length length;
      if (value != null) {
        length = new Distance.Length.Fixed(value);
      } else if (unknown != null) {
        length = new Distance.Length.Unknown(unknown, atMost);
      } else if (notApplicable != null) {
        length = new Distance.Length.NotBinding();
      } else {
        boolean ofSubject = subjectField != null;
        length = ofField(ofSubject ? subjectField : field, ofSubject, times, plus, missing);
      }
      return new Distance.Row(subject, target, length);
    }
  }

  Distance toDistance() {
    if (table != null) {
      return new Distance(table.stream().map(Row::toRow).toList(), otherwise, source);
    }
    Distance.Length length =
        value != null
            ? new Distance.Length.Fixed(value)
            : ofField(field, false, times, plus, missing);
    return new Distance(
        List.of(new Distance.Row(null, null, length)), Distance.Otherwise.NOT_ASSESSABLE, source);
  }

  private static Distance.Length ofField(
      String field, boolean ofSubject, Double times, Double plus, Double missing) {
    return new Distance.Length.OfField(
        field, ofSubject, times == null ? 1 : times, plus == null ? 0 : plus, missing);
  }

  private static void refuse(boolean misplaced, String key) {
    if (misplaced) {
      throw new IllegalArgumentException("'" + key + "' has no meaning here");
    }
  }
}
