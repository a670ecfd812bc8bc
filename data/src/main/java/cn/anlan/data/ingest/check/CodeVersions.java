package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.CodeList;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.ingest.value.BadValue;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Codes that a list no longer has: they lead to the successor that the list names, with a warning
 * that says so; where it names none, the value is refused rather than guessed.
 */
final class CodeVersions {
  private final Catalog catalog;
  private final LocalDate today;

  CodeVersions(Catalog catalog, LocalDate today) {
    this.catalog = catalog;
    this.today = today;
  }

  /**
   * @param value the code as it was read: text, or a whole number
   * @param delivered what the file says
   * @return the code of today, of the same class
   * @throws BadValue where the code has ended and has no successor
   */
  Object current(Field field, Object value, Object delivered, RowIssues issues) throws BadValue {
    if (value == null || field.codes() == null) {
      return value;
    }
    CodeList list = catalog.getCodes(field.codes());
    Code code = list.find(value.toString()).orElseThrow();
    if (code.isValid(today)) {
      return value;
    }
    Optional<Code> successor = list.current(code, today);
    if (successor.isEmpty()) {
      throw new BadValue(
          code.title().zh()
              + " 不在现行代码表“"
              + list.title().zh()
              + "”中 (no longer in code list "
              + list.id()
              + ")",
          "改用现行代码 (use a code in force)");
    }
    String fresh = successor.get().value();
    issues.warn(
        field.name(),
        delivered,
        code.title().zh()
            + " 是旧代码(至 "
            + code.validTo()
            + "),读作 "
            + fresh
            + " "
            + successor.get().title().zh()
            + " (an old code, read as its successor)",
        "请改用现行代码 (use the code in force)");
    return value instanceof Long ? (Object) Long.valueOf(fresh) : fresh;
  }
}
