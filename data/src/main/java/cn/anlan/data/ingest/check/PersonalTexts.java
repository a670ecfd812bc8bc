package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.privacy.PersonalData;
import java.util.List;

/** Numbers and addresses of persons in texts: they are taken out and the row is warned of. */
final class PersonalTexts {
  private PersonalTexts() {}

  /**
   * The value without them; of its own class. Keys are left alone: what refers to them must go on
   * finding them.
   */
  static Object without(Field field, Object value, RowIssues issues) {
    Object clean = value;
    if (field.references() == null && value instanceof String text) {
      clean = PersonalData.masked(text);
    } else if (value instanceof List<?> items) {
      clean = items.stream().map(i -> PersonalData.masked((String) i)).toList();
    }
    if (clean != null && !clean.equals(value)) {
      issues.warn(
          field.name(),
          null,
          "含电话、邮箱或身份证号,已删去 (held a telephone, e-mail or identity number, taken out)",
          "交付前删去个人信息 (delete personal data before delivering)");
    }
    return clean;
  }
}
