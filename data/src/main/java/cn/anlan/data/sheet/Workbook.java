package cn.anlan.data.sheet;

import cn.anlan.data.xml.SafeXml;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workbook (.xlsx, ECMA-376) that was unpacked into a directory. Nothing in it is run or
 * followed: formulas count by their stored results, links and macros not at all.
 */
public final class Workbook {
  /** Our own exports write where a table comes from on a sheet of this name. */
  private static final String METADATA = "说明 metadata";

  private record Sheet(String name, Path file, boolean hidden) {}

  private final String name;
  private final List<Sheet> sheets = new ArrayList<>();
  private final SharedTexts texts;
  private final NumberFormats formats;

  /**
   * @param name what messages call the file
   * @throws UserFault where it is no workbook
   */
  public Workbook(Path directory, String name) {
    this.name = name;
    Path xl = directory.resolve("xl");
    Path book = xl.resolve("workbook.xml");
    if (!Files.isRegularFile(book)) {
      throw new UserFault(name + " 里没有工作簿 (no workbook inside)", "另存为 .xlsx 再导入");
    }
    boolean from1904 =
        readBook(book, targets(xl.resolve("_rels").resolve("workbook.xml.rels")), xl);
    this.texts = new SharedTexts(xl.resolve("sharedStrings.xml"), name);
    this.formats = new NumberFormats(xl.resolve("styles.xml"), name, from1904);
  }

  private Map<String, String> targets(Path relations) {
    Map<String, String> targets = new HashMap<>();
    if (Files.isRegularFile(relations)) {
      try (SafeXml xml = new SafeXml(relations, name)) {
        while (xml.next()) {
          if (xml.isStart("Relationship")) {
            targets.put(xml.attribute("Id"), xml.attribute("Target"));
          }
        }
      }
    }
    return targets;
  }

  private boolean readBook(Path book, Map<String, String> targets, Path xl) {
    boolean from1904 = false;
    try (SafeXml xml = new SafeXml(book, name)) {
      while (xml.next()) {
        if (xml.isStart("workbookPr")) {
          from1904 = List.of("1", "true").contains(String.valueOf(xml.attribute("date1904")));
        } else if (xml.isStart("sheet")) {
          String target = String.valueOf(targets.get(xml.attribute("id")));
          Path file = inside(xl, target);
          boolean hidden =
              !"visible".equals(Optional.ofNullable(xml.attribute("state")).orElse("visible"));
          if (file != null) {
            sheets.add(new Sheet(xml.attribute("name"), file, hidden));
          }
        }
      }
    }
    return from1904;
  }

  /** A relation names a file of the workbook, and no other. */
  private static Path inside(Path xl, String target) {
    Path root = xl.getParent();
    Path file =
        (target.startsWith("/") ? root.resolve(target.substring(1)) : xl.resolve(target))
            .normalize();
    return file.startsWith(root) && Files.isRegularFile(file) ? file : null;
  }

  /**
   * The table on one of its sheets. Hidden and empty sheets count only when they are named. Sheets
   * named {@code X (2)}, {@code X (3)} … go on where {@code X} was full.
   *
   * @param wanted the sheet's name; needed where several have something
   * @throws UserFault where it is not clear which is meant, or no heading is found
   */
  public SheetTable table(Optional<String> wanted) {
    List<String> names = sheets.stream().map(Sheet::name).toList();
    if (wanted.isPresent() && !names.contains(wanted.get())) {
      throw new UserFault(
          name + " 里没有工作表 \"" + wanted.get() + "\" (no such sheet)",
          Spelling.hint(wanted.get(), names) + "可选: " + String.join(", ", names));
    }
    List<Sheet> filled =
        sheets.stream()
            .filter(s -> wanted.isPresent() ? s.name().equals(wanted.get()) : isOffered(s))
            .toList();
    if (filled.isEmpty()) {
      throw new UserFault(name + " 的工作表都是空的 (all sheets are empty)", "检查文件是否正确");
    }
    Sheet first = filled.get(0);
    List<Sheet> others =
        filled.stream().skip(1).filter(s -> !continues(first.name(), s.name())).toList();
    if (!others.isEmpty()) {
      throw new UserFault(
          name + " 有 " + filled.size() + " 个工作表有内容,须指明一个 (several sheets)",
          "加 --layer-name,可选 (choose): "
              + String.join(", ", filled.stream().map(Sheet::name).toList()));
    }
    List<SheetXml> parts =
        sheets.stream()
            .filter(s -> s == first || continues(first.name(), s.name()))
            .map(this::xml)
            .toList();
    return new SheetTable(parts, name + " 工作表“" + first.name() + "”");
  }

  private static boolean continues(String first, String other) {
    return other.startsWith(first + " (") && other.substring(first.length()).matches(" \\(\\d+\\)");
  }

  private boolean isOffered(Sheet sheet) {
    boolean[] any = {false};
    if (!sheet.hidden() && !sheet.name().equals(METADATA)) {
      xml(sheet)
          .forEach(
              row -> {
                any[0] = true;
                return false;
              },
              null);
    }
    return any[0];
  }

  private SheetXml xml(Sheet sheet) {
    return new SheetXml(sheet.file(), name, texts, formats);
  }
}
