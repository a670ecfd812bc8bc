package cn.anlan.data.ingest.value;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.sheet.FullWidth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns what a file holds into what a field takes: String, List of String, Long, Double, Boolean,
 * LocalDate or null. Texts are stripped of outer white space and otherwise left as they are;
 * numbers, codes and dates may be written full-width. Nothing is guessed.
 */
public final class ValueReader {
  private static final int DEFAULT_MAX_LENGTH = 1_000;
  private static final int CODES_SHOWN = 12;
  private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1", "是", "有");
  private static final Set<String> NO = Set.of("false", "f", "no", "n", "0", "否", "无");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,300}(\\.\\d{0,300})?|\\.\\d{1,300})([eE][+-]?\\d{1,3})?");

  private final Catalog catalog;

  /**
   * @param catalog whose code lists are asked
   */
  public ValueReader(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @return the value, or null where nothing stands there
   * @throws BadValue where the field cannot take it
   */
  public Object read(Field field, Object raw) throws BadValue {
    String text = text(raw);
    if (text == null) {
      return null;
    }
    return switch (field.type()) {
      case TEXT -> shortEnough(field, text);
      case TEXT_LIST -> list(field, raw, text);
      case INTEGER -> field.codes() == null ? integer(field, text) : codedInteger(field, text);
      case NUMBER -> inRange(field, number(text)).doubleValue();
      case BOOLEAN -> bool(text);
      case DATE -> DateText.read(text);
      case CODE -> code(field, text).value();
    };
  }

  /** Any delivered value as text: whole numbers without a point, null for nothing. */
  public static String text(Object raw) {
    if (raw == null) {
      return null;
    }
    String text = raw.toString();
    if (raw instanceof BigDecimal d) {
      text = plain(d);
    } else if (raw instanceof Double d && Double.isFinite(d)) {
      text = plain(BigDecimal.valueOf(d));
    } else if (raw instanceof List<?> items) {
      text = items.stream().map(String::valueOf).collect(Collectors.joining("; "));
    }
    String stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static String shortEnough(Field field, String text) throws BadValue {
    return shortEnough(text, field.maxLength() == null ? DEFAULT_MAX_LENGTH : field.maxLength());
  }

  /** The text itself where it has no more characters than that, and none that is NUL. */
  public static String shortEnough(String text, int longest) throws BadValue {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      throw new BadValue(
          "长 " + length + " 个字符,最多 " + longest + " (too long)", "缩短到 " + longest + " 个字符以内");
    }
    if (text.indexOf('\0') >= 0) {
      throw new BadValue("含空字符 (contains a NUL character)", "删除不可见字符");
    }
    return text;
  }

  private static List<String> list(Field field, Object raw, String text) throws BadValue {
    List<String> items =
        raw instanceof List<?> given
            ? given.stream().map(ValueReader::text).filter(s -> s != null).toList()
            : Arrays.stream(text.split("[;；、|]"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    for (String item : items) {
      shortEnough(field, item);
    }
    return items;
  }

  private static Long integer(Field field, String text) throws BadValue {
    try {
      return inRange(field, number(text)).longValueExact();
    } catch (ArithmeticException e) {
      throw new BadValue("不是整数 (not a whole number)", "填写整数");
    }
  }

  private static BigDecimal number(String text) throws BadValue {
    String narrow = FullWidth.narrow(text).strip();
    if (!NUMBER.matcher(narrow).matches()) {
      throw new BadValue("不是数字 (not a number)", "填写十进制数,不带单位和千分位逗号");
    }
    return new BigDecimal(narrow);
  }

  private static BigDecimal inRange(Field field, BigDecimal number) throws BadValue {
    boolean tooSmall = field.min() != null && number.doubleValue() < field.min();
    boolean tooBig = field.max() != null && number.doubleValue() > field.max();
    if (tooSmall || tooBig || Double.isInfinite(number.doubleValue())) {
      String from = field.min() == null ? "" : "不小于 " + plain(BigDecimal.valueOf(field.min()));
      String to = field.max() == null ? "" : " 不大于 " + plain(BigDecimal.valueOf(field.max()));
      throw new BadValue("超出范围 (out of range)", ("应" + from + to).strip());
    }
    return number;
  }

  private Long codedInteger(Field field, String text) throws BadValue {
    try {
      return Long.valueOf(code(field, text).value());
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "code list " + field.codes() + " has a value that is no number");
    }
  }

  private Code code(Field field, String text) throws BadValue {
    var codes = catalog.getCodes(field.codes());
    var found = codes.match(text).or(() -> codes.match(FullWidth.narrow(text)));
    if (found.isEmpty()) {
      var valid = codes.valid(LocalDate.now());
      String allowed =
          valid.stream()
              .limit(CODES_SHOWN)
              .map(c -> c.value() + " " + c.title().zh())
              .collect(Collectors.joining(", "));
      String more = valid.size() > CODES_SHOWN ? " …" : "";
      throw new BadValue(
          "不在代码表“" + codes.title().zh() + "”中 (not in code list " + codes.id() + ")",
          "可用: " + allowed + more);
    }
    return found.get();
  }

  private static Boolean bool(String text) throws BadValue {
    String key = FullWidth.narrow(text).toLowerCase(Locale.ROOT);
    if (YES.contains(key) || NO.contains(key)) {
      return YES.contains(key);
    }
    throw new BadValue("不是“是/否” (not a yes or no)", "填写 是 或 否 (true/false)");
  }
}
