package cn.anlan.data.export.xml;

import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.row.CellText;
import cn.anlan.data.export.row.ExportRow;
import cn.anlan.data.export.row.RowWriter;
import cn.anlan.data.sheet.CsvCell;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A workbook (ECMA-376) written row by row: the rows on the first sheet, and on further ones where
 * one is full, the metadata on the last. Texts stand in their cells, never as formulas; those that
 * a spreadsheet would run after a detour through CSV are neutralised too.
 */
public final class XlsxRows implements RowWriter {
  private static final int MOST_ROWS = 1_048_576;
  private static final int LONGEST_CELL = 32_767;

  /** Day 0 of Excel's calendar, as it counts from March 1900 on (it knows a 29 February 1900). */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private final ExportPlan plan;
  private final XlsxBook book;
  private final int mostRows;
  private int rows;
  private int sheets;

  /** As many rows in each sheet as the format allows. */
  public XlsxRows(OutputStream out, ExportPlan plan) throws IOException {
    this(out, plan, MOST_ROWS);
  }

  /**
   * @param mostRows rows of a sheet, the heading among them
   */
  public XlsxRows(OutputStream out, ExportPlan plan, int mostRows) throws IOException {
    this.plan = plan;
    this.mostRows = mostRows;
    this.book = new XlsxBook(out);
    beginSheet();
  }

  private void beginSheet() throws IOException {
    String name = plan.layer().id();
    book.beginSheet(++sheets == 1 ? name : name + " (" + sheets + ")");
    List<String> headings = new ArrayList<>(plan.columns().stream().map(Column::heading).toList());
    headings.addAll(plan.placeHeadings());
    book.beginRow();
    for (String heading : headings) {
      book.heading(heading);
    }
    book.endRow();
    rows = 1;
  }

  @Override
  public void write(ExportRow row) throws IOException {
    if (rows == mostRows) {
      beginSheet();
    }
    rows++;
    book.beginRow();
    Object[] values = row.values();
    for (int i = 0; i < values.length; i++) {
      put(values[i], plan.columns().get(i));
    }
    if (plan.isPoints()) {
      boolean somewhere = CellText.isPlace(row.geometry());
      book.number(somewhere ? row.geometry().getCoordinate().x : null);
      book.number(somewhere ? row.geometry().getCoordinate().y : null);
    } else if (plan.layer().hasGeometry()) {
      book.text(wkt(row.geometry()));
    }
    book.endRow();
  }

  private void put(Object value, Column column) throws IOException {
    if (value instanceof Number number) {
      book.number(number);
    } else if (value instanceof Boolean flag) {
      book.truth(flag);
    } else if (value instanceof LocalDate date && !date.isBefore(FIRST_DAY)) {
      book.date(ChronoUnit.DAYS.between(DAY_ZERO, date));
    } else if (value == null) {
      book.text(null);
    } else {
      book.text(cut(CsvCell.neutral(CellText.of(value)), column));
    }
  }

  private String cut(String text, Column column) {
    if (text.length() <= LONGEST_CELL) {
      return text;
    }
    plan.warnings()
        .add(
            "字段 "
                + column.name()
                + " 有超过 32,767 字的文字被截断 (texts beyond 32,767 characters were cut)");
    return text.substring(0, LONGEST_CELL);
  }

  private String wkt(Geometry geometry) {
    String wkt = geometry == null ? null : CellText.wkt(geometry);
    if (wkt != null && wkt.length() > LONGEST_CELL) {
      plan.warnings()
          .add(
              "有图形的 WKT 超过 32,767 字，留空；要图形请用 gpkg"
                  + " (geometries whose WKT is longer than a cell were left out; use gpkg)");
      return null;
    }
    return wkt;
  }

  @Override
  public void finish(Metadata metadata) throws IOException {
    book.beginSheet("说明 metadata");
    line("项目", "Item", "内容 Value");
    for (Metadata.Item item : metadata.items()) {
      line(item.label().zh(), item.label().en(), item.value());
    }
    line("", "", "");
    line("字段", "Field", "标题 Title");
    for (Column column : metadata.plan().columns()) {
      String unit = column.unit() == null ? "" : " (" + column.unit() + ")";
      line(column.heading(), column.name(), Metadata.both(column.title()) + unit);
    }
    book.finish();
  }

  private void line(String... cells) throws IOException {
    book.beginRow();
    for (String cell : cells) {
      book.text(CsvCell.neutral(cell));
    }
    book.endRow();
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
