package cn.anlan.data.sheet;

import cn.anlan.data.xml.SafeXml;
import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The XML of one sheet (ECMA-376 part 1, 18.3), row by row. */
final class SheetXml {
  private static final int MOST_COLUMNS = 1_000;

  private final Path file;
  private final String name;
  private final SharedTexts texts;
  private final NumberFormats formats;

  SheetXml(Path file, String name, SharedTexts texts, NumberFormats formats) {
    this.file = file;
    this.name = name;
    this.texts = texts;
    this.formats = formats;
  }

  /** What stands about the rows. */
  static final class Around {
    final MergedCells merged = new MergedCells();
    long hiddenRows;
    long lastRow;
  }

  /**
   * Hands over every row that is not blank, as long as the consumer wants more.
   *
   * @param around gets the merged ranges, which stand behind the rows; may be null
   */
  void forEach(Predicate<SheetRow> consumer, Around around) {
    try (SafeXml xml = new SafeXml(file, name)) {
      long row = 0;
      while (xml.next()) {
        if (xml.isStart("row")) {
          String r = xml.attribute("r");
          row = r != null && r.matches("\\d{1,7}") ? Long.parseLong(r) : row + 1;
          boolean hidden = List.of("1", "true").contains(String.valueOf(xml.attribute("hidden")));
          SheetRow read = row(xml, row);
          if (!read.isBlank()) {
            if (around != null) {
              around.hiddenRows += hidden ? 1 : 0;
              around.lastRow = row;
            }
            if (!consumer.test(read)) {
              return;
            }
          }
        } else if (around != null && xml.isStart("mergeCell")) {
          around.merged.add(xml.attribute("ref"));
        }
      }
    }
    if (around != null) {
      around.merged.order();
    }
  }

  private SheetRow row(SafeXml xml, long number) {
    List<String> cells = new ArrayList<>();
    Map<Integer, String> faults = new HashMap<>();
    int column = -1;
    while (xml.next() && !xml.isEnd("row")) {
      if (xml.isStart("c")) {
        String reference = xml.attribute("r");
        column = CellName.isValid(reference) ? CellName.column(reference) : column + 1;
        if (column >= MOST_COLUMNS) {
          throw new UserFault(
              name + " 的列超过 " + MOST_COLUMNS + " 个 (too many columns)", "删去多余的列再导入");
        }
        String text = cell(xml, column, faults);
        while (cells.size() <= column) {
          cells.add(null);
        }
        cells.set(column, text == null || text.isBlank() ? null : text);
      }
    }
    return new SheetRow(number, cells, faults);
  }

  private String cell(SafeXml xml, int column, Map<Integer, String> faults) {
    String type = String.valueOf(xml.attribute("t"));
    String style = xml.attribute("s");
    String value = null;
    String inline = null;
    boolean formula = false;
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isStart("v")) {
        value = xml.text();
      } else if (xml.isStart("is")) {
        inline = SharedTexts.rich(xml, "is");
      } else if (xml.isStart("f")) {
        formula = true;
        xml.skip();
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
    if (formula && (value == null || value.isEmpty() && !type.equals("str"))) {
      faults.put(column, "公式没有计算结果 (formula without its result)");
      return null;
    }
    if (value == null || value.isEmpty()) {
      return inline;
    }
    return switch (type) {
      case "s" -> texts.find(value);
      case "str", "inlineStr", "d" -> value;
      case "b" -> value.equals("1") ? "true" : "false";
      case "e" -> {
        faults.put(column, "单元格是错误值 " + value + " (the cell is an error)");
        yield null;
      }
      default -> {
        try {
          yield formats.text(value, style);
        } catch (NumberFormats.Untellable e) {
          faults.put(column, e.getMessage());
          yield null;
        }
      }
    };
  }
}
