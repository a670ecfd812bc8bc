package cn.anlan.data.source.table;

import cn.anlan.data.sheet.CsvCell;
import cn.anlan.data.source.encoding.TextEncoding;
import cn.anlan.data.source.encoding.TextFile;
import cn.anlan.data.source.file.Problem;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Comma- or tab-separated values as a table. The first line holds the headings. A cell that a
 * spreadsheet was kept from executing ({@code '=…}) is read without that mark.
 */
public final class CsvTable implements TableRecords {
  private final Path utf8;
  private final String name;
  private final TextEncoding encoding;
  private final List<String> columns;
  private final String format;

  /**
   * @param text settled to UTF-8
   */
  public CsvTable(TextFile text, String name) {
    this.utf8 = text.utf8();
    this.name = name;
    this.encoding = text.encoding();
    try (CsvRecords records = new CsvRecords(utf8, name)) {
      List<String> cells = records.next();
      if (cells == null) {
        throw new UserFault(name + " 是空文件 (empty file)", "重新导出该表");
      }
      this.columns = cells.stream().map(String::strip).toList();
      this.format = records.isTabbed() ? "TSV" : "CSV";
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered table", e);
    }
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public String encoding() {
    return encoding.charset().name();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<Problem> notices() {
    return encoding.notices();
  }

  @Override
  public void forEach(Taker taker) {
    try (CsvRecords records = new CsvRecords(utf8, name)) {
      records.next();
      long number = 0;
      for (List<String> cells = records.next(); cells != null; cells = records.next()) {
        List<String> restored = new ArrayList<>(cells.size());
        for (String cell : cells) {
          restored.add(CsvCell.restored(cell));
        }
        taker.take(++number, "第 " + records.recordLine() + " 行", restored, Map.of());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered table", e);
    }
  }
}
