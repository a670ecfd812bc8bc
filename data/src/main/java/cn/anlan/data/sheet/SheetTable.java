package cn.anlan.data.sheet;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The table on a sheet: its heading found, merged cells of data read as the same value in each of
 * their rows, and remarks below the table passed over. Everything of the kind is said in the notes.
 */
public final class SheetTable {
  private static final int SHOWN_ROWS = 10;
  private static final String REMARKS =
      "(?s)\\s*[（(]?\\s*(注|备注|说明|附注|填表|制表|审核|复核|填报|单位负责人|统计负责人).*";

  private final List<SheetXml> parts;
  private final String name;
  private final List<HeadingRows> headings = new ArrayList<>();
  private final List<MergedCells> merged = new ArrayList<>();
  private final List<SheetNote> notes = new ArrayList<>();

  /**
   * @param parts one sheet, and those that go on where it was full
   */
  SheetTable(List<SheetXml> parts, String name) {
    this.parts = parts;
    this.name = name;
    parts.forEach(this::look);
    noteHeading();
    noteData();
  }

  private void look(SheetXml part) {
    List<SheetRow> top = new ArrayList<>();
    SheetXml.Around around = new SheetXml.Around();
    part.forEach(
        row -> {
          if (top.size() < HeadingRows.LOOKED_AT) {
            top.add(row);
          }
          return true;
        },
        around);
    HeadingRows heading = HeadingRows.find(top, around.merged, name);
    if (!headings.isEmpty() && !headings.get(0).names().equals(heading.names())) {
      throw new UserFault(
          name + " 的续表列名不同 (the sheet that goes on has other columns)", "用 --layer-name 分别导入");
    }
    headings.add(heading);
    merged.add(around.merged);
    if (around.hiddenRows > 0) {
      notes.add(
          new SheetNote(
              around.hiddenRows + " 行", "有隐藏的行,一并读入 (hidden rows are read too)", "不应导入的行请删去"));
    }
  }

  /** The names of the columns; empty where a column has none. */
  public List<String> columns() {
    return headings.get(0).names();
  }

  /** The names with those of their groups before them, by column. */
  public List<String> paths() {
    return headings.get(0).paths();
  }

  public List<SheetNote> notes() {
    return List.copyOf(notes);
  }

  /** Hands over the rows below the heading. */
  public void forEach(Consumer<SheetRow> consumer) {
    for (int i = 0; i < parts.size(); i++) {
      HeadingRows heading = headings.get(i);
      MergedCells cells = merged.get(i);
      Map<MergedCells.Range, String> values = new HashMap<>();
      cells.rewind();
      parts
          .get(i)
          .forEach(
              row -> {
                List<MergedCells.Range> over = cells.over(row.number());
                if (row.number() > heading.last() && !isPassedOver(row, heading, over)) {
                  consumer.accept(over.isEmpty() ? row : filled(row, over, values));
                }
                return true;
              },
              null);
    }
  }

  /** A merged cell shows its value in all its rows; beside its first column it stays empty. */
  private static SheetRow filled(
      SheetRow row, List<MergedCells.Range> over, Map<MergedCells.Range, String> values) {
    List<String> cells = new ArrayList<>(row.cells());
    for (MergedCells.Range range : over) {
      if (range.firstRow() == row.number()) {
        values.put(range, row.cell(range.firstColumn()));
      } else if (values.containsKey(range)) {
        while (cells.size() <= range.firstColumn()) {
          cells.add(null);
        }
        cells.set(range.firstColumn(), values.get(range));
      }
    }
    values.keySet().removeIf(r -> r.lastRow() < row.number());
    return new SheetRow(row.number(), cells, row.faults());
  }

  /** Remarks to a table are no rows of it: lines over half its width, or a single cell 注:…. */
  private boolean isPassedOver(SheetRow row, HeadingRows heading, List<MergedCells.Range> over) {
    boolean line = over.stream().anyMatch(r -> r.firstRow() == row.number() && isLine(r, heading));
    String only = row.cells().stream().filter(c -> c != null).findFirst().orElse("");
    boolean remark = row.filled() <= 2 && only.matches(REMARKS);
    return line && row.filled() <= 2 || remark || heading.isRepeatedBy(row);
  }

  private static boolean isLine(MergedCells.Range r, HeadingRows heading) {
    return r.isWide() && r.lastColumn() - r.firstColumn() + 1 > heading.names().size() / 2;
  }

  private void noteHeading() {
    HeadingRows heading = headings.get(0);
    boolean plain = heading.first() == 1 && heading.last() == 1;
    if (!plain) {
      String rows =
          heading.first() == heading.last()
              ? "第 " + heading.first() + " 行"
              : "第 " + heading.first() + "–" + heading.last() + " 行";
      notes.add(
          new SheetNote(
              rows,
              "表头在"
                  + rows
                  + ",数据自第 "
                  + (heading.last() + 1)
                  + " 行起;报告的行号是工作表的行号"
                  + " (heading found there; rows are numbered as in the sheet)",
              "不对时删去表头上方的行"));
    }
  }

  /** One more pass over the data: what was merged, passed over, or stands under no name. */
  private void noteData() {
    Set<Integer> nameless = new HashSet<>();
    List<Long> passedOver = new ArrayList<>();
    Map<Integer, Long> tall = new TreeMap<>();
    long wide = 0;
    for (int i = 0; i < parts.size(); i++) {
      HeadingRows heading = headings.get(i);
      MergedCells cells = merged.get(i);
      for (MergedCells.Range r : cells.all()) {
        boolean data = r.firstRow() > heading.last();
        if (data && r.isTall()) {
          tall.merge(r.firstColumn(), 1L, Long::sum);
        }
        wide += data && r.isWide() && !isLine(r, heading) ? 1 : 0;
      }
      cells.rewind();
      parts
          .get(i)
          .forEach(
              row -> {
                List<MergedCells.Range> over = cells.over(row.number());
                if (row.number() <= heading.last()) {
                  return true;
                }
                if (isPassedOver(row, heading, over)) {
                  passedOver.add(row.number());
                }
                for (int c = 0; c < row.cells().size(); c++) {
                  boolean named = c < columns().size() && !columns().get(c).isEmpty();
                  if (row.cell(c) != null && !named) {
                    nameless.add(c);
                  }
                }
                return true;
              },
              null);
    }
    tall.forEach(
        (c, n) ->
            notes.add(
                new SheetNote(
                    c < columns().size() ? columns().get(c) : CellName.letters(c),
                    "该列有 " + n + " 处纵向合并单元格,合并的各行都取同一值 (merged cells: each row gets the value)",
                    "若合计数被合并,请先拆开单元格并逐行填写")));
    if (wide > 0) {
      notes.add(
          new SheetNote(
              wide + " 处",
              "横跨几列的合并单元格,只算在最左一列 (cells merged over columns count in the first)",
              "请先拆开单元格"));
    }
    if (!passedOver.isEmpty()) {
      notes.add(
          new SheetNote(
              rows(passedOver),
              "表注、落款或重复的表头,未读入 (remarks and repeated headings were passed over)",
              "若是数据,请拆开合并的单元格"));
    }
    if (!nameless.isEmpty()) {
      notes.add(
          new SheetNote(
              String.join(", ", nameless.stream().sorted().map(CellName::letters).toList()),
              "这些列没有列名,未读入 (columns without a name were left out)",
              "补上列名"));
    }
  }

  private static String rows(List<Long> numbers) {
    String shown =
        String.join(", ", numbers.stream().limit(SHOWN_ROWS).map(String::valueOf).toList());
    return "第 " + shown + (numbers.size() > SHOWN_ROWS ? " … 行" : " 行");
  }
}
