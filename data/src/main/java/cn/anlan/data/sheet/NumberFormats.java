package cn.anlan.data.sheet;

import cn.anlan.data.xml.SafeXml;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a number of a sheet means by its format (ECMA-376 part 1, 18.8.30): a date, a code with
 * leading zeros, or a number. Dates come as ISO 8601; numbers with the 15 digits that a spreadsheet
 * holds, so that 115.85799999999999 is 115.858.
 */
final class NumberFormats {
  /** Built-in formats of dates, those of Chinese editions among them (27–36, 50–58). */
  private static final Set<Integer> DATES =
      Set.copyOf(
          Stream.of(
                  IntStream.rangeClosed(14, 22),
                  IntStream.rangeClosed(27, 36),
                  IntStream.rangeClosed(45, 47),
                  IntStream.rangeClosed(50, 58))
              .flatMap(IntStream::boxed)
              .toList());

  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
  private static final double LARGEST_SERIAL = 2_958_466;
  private static final BigDecimal LARGEST_EXACT = new BigDecimal("1e15");

  private enum Kind {
    NUMBER,
    DATE,
    CODE
  }

  private record Format(Kind kind, int digits) {}

  private final List<Format> byStyle = new ArrayList<>();
  private final boolean from1904;

  /** A value that cannot be told, and why. */
  static final class Untellable extends Exception {
    private static final long serialVersionUID = 1L;

    Untellable(String reason) {
      super(reason);
    }
  }

  /**
   * @param styles xl/styles.xml; need not exist
   * @param from1904 whether days are counted from 1904, as old Macintosh sheets do
   */
  NumberFormats(Path styles, String name, boolean from1904) {
    this.from1904 = from1904;
    if (Files.exists(styles)) {
      read(styles, name);
    }
  }

  private void read(Path styles, String name) {
    Map<Integer, String> codes = new HashMap<>();
    try (SafeXml xml = new SafeXml(styles, name)) {
      boolean cells = false;
      while (xml.next()) {
        if (xml.isStart("numFmt")) {
          codes.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
        } else if (xml.isStart("cellXfs")) {
          cells = true;
        } else if (xml.isEnd("cellXfs")) {
          cells = false;
        } else if (cells && xml.isStart("xf")) {
          int id = number(xml.attribute("numFmtId"));
          byStyle.add(format(id, codes.get(id)));
        }
      }
    }
  }

  private static int number(String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static Format format(int id, String code) {
    if (code == null) {
      return new Format(DATES.contains(id) ? Kind.DATE : Kind.NUMBER, 0);
    }
    if (code.matches("0{2,40}")) {
      return new Format(Kind.CODE, code.length());
    }
    String shown =
        code.split(";", 2)[0]
            .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
            .replaceAll("\\[(?!h|m|s|H|M|S)[^\\]]*]", "")
            .toLowerCase(java.util.Locale.ROOT);
    boolean date = !shown.contains("general") && shown.matches("(?s).*[ymdhs].*");
    return new Format(date ? Kind.DATE : Kind.NUMBER, 0);
  }

  /** The text that a number of a style stands for. */
  String text(String number, String style) throws Untellable {
    int index = number(style);
    Format format =
        index < byStyle.size() && style != null ? byStyle.get(index) : new Format(Kind.NUMBER, 0);
    BigDecimal value;
    try {
      value = BigDecimal.valueOf(Double.parseDouble(number));
    } catch (NumberFormatException e) {
      throw new Untellable("单元格的数值无法读取 (number is unreadable)");
    }
    if (format.kind() == Kind.DATE) {
      return date(value.doubleValue());
    }
    BigDecimal rounded = value.round(new java.math.MathContext(15));
    boolean whole = rounded.stripTrailingZeros().scale() <= 0;
    if (whole && rounded.abs().compareTo(LARGEST_EXACT) >= 0) {
      throw new Untellable("超过 15 位的数字,电子表格已丢掉末尾几位 (beyond 15 digits, the last ones are lost)");
    }
    String plain = whole ? rounded.toBigInteger().toString() : plain(rounded);
    boolean padded = format.kind() == Kind.CODE && whole && rounded.signum() >= 0;
    return padded ? "0".repeat(Math.max(0, format.digits() - plain.length())) + plain : plain;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** A serial day. Day 60 of the 1900 system is 29 February 1900, which never was. */
  private String date(double serial) throws Untellable {
    long day = (long) Math.floor(serial);
    if (!(serial >= 0) || serial >= LARGEST_SERIAL || !from1904 && day == 60) {
      throw new Untellable("日期序号 " + serial + " 不是日期 (serial number of no day)");
    }
    LocalDate date;
    if (from1904) {
      date = LocalDate.of(1904, 1, 1).plusDays(day);
    } else {
      date = LocalDate.of(1899, 12, day < 60 ? 31 : 30).plusDays(day);
    }
    long seconds = Math.round((serial - day) * 86_400);
    if (seconds == 0) {
      return date.toString();
    }
    LocalDateTime time = date.atStartOfDay().plusSeconds(seconds);
    return TIME.format(time);
  }
}
