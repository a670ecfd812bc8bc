package cn.anlan.data.source.table;

import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.sheet.CsvCell;
import cn.anlan.data.sheet.SheetTable;
import cn.anlan.data.source.file.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The sheet of a workbook as a table; its records are numbered as the rows of the sheet. */
public final class WorkbookTable implements TableRecords {
  private final SheetTable sheet;
  private final List<String> columns;

  /**
   * @param sheet whose heading was found
   */
  public WorkbookTable(SheetTable sheet) {
    this.sheet = sheet;
    this.columns = withGroupsOfPersons(sheet);
  }

  /** 联系人 over 单位 and 职务: what is of a person by its group only must be known by its name. */
  private static List<String> withGroupsOfPersons(SheetTable sheet) {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < sheet.columns().size(); c++) {
      boolean personal =
          List.of(sheet.paths().get(c).split(" ")).stream()
              .anyMatch(PersonalData::isPersonalHeading);
      boolean told = PersonalData.isPersonalHeading(sheet.columns().get(c));
      names.add(personal && !told ? groupFirst(sheet.paths().get(c)) : sheet.columns().get(c));
    }
    return Collections.unmodifiableList(names);
  }

  /** Turned about, so that the heading ends in the word that makes it personal. */
  private static String groupFirst(String path) {
    List<String> words = new ArrayList<>(List.of(path.split(" ")));
    Collections.reverse(words);
    return String.join(" ", words);
  }

  @Override
  public String format() {
    return "XLSX";
  }

  @Override
  public String encoding() {
    return "UTF-8";
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<Problem> notices() {
    return sheet.notes().stream()
        .map(note -> new Problem("sheet", note.value(), note.reason(), note.remedy()))
        .toList();
  }

  @Override
  public void forEach(Taker taker) {
    sheet.forEach(
        row -> {
          List<String> cells = new ArrayList<>(row.cells().size());
          for (String cell : row.cells()) {
            cells.add(cell == null ? null : CsvCell.restored(cell));
          }
          // Cells behind the last one that is filled are not written at all.
          while (cells.size() < columns.size()) {
            cells.add(null);
          }
          // What stands under no heading has been said of the sheet as a whole.
          taker.take(
              row.number(),
              "第 " + row.number() + " 行",
              cells.subList(0, columns.size()),
              row.faults());
        });
  }
}
