package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldCheck;
import cn.anlan.data.ingest.value.BadValue;
import java.util.Locale;

/** What the catalogue demands of a value beyond its type. */
final class FieldChecks {
  private FieldChecks() {}

  /**
   * @param value as it was read; may be null
   * @return the value as it is stored
   * @throws BadValue where the field cannot take it
   */
  static Object checked(Field field, Object value, RowIssues issues) throws BadValue {
    if (value == null || field.check() != FieldCheck.CREDIT_CODE) {
      return value;
    }
    String code = value.toString();
    String capitals = code.toUpperCase(Locale.ROOT);
    CreditCode.check(capitals);
    if (!capitals.equals(code)) {
      issues.warn(field.name(), code, "小写字母已读作大写 (lower case read as capitals)", "统一社会信用代码用大写字母");
    }
    return capitals;
  }
}
