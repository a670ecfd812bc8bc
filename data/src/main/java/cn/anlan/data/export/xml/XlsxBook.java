package cn.anlan.data.export.xml;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a workbook (ECMA-376, SpreadsheetML), written in one pass: sheets one after the
 * other, then what names them. Texts are inline, so that no table of them grows.
 */
final class XlsxBook implements Closeable {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** Styles of cells: as they are, a date, a heading. */
  private static final String STYLES =
      HEAD
          + "<styleSheet xmlns=\""
          + MAIN
          + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
          + "</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
          + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
          + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
          + "<borders count=\"1\"><border/></borders>"
          + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\">"
          + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
          + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
          + " applyNumberFormat=\"1\"/>"
          + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
          + " applyFont=\"1\"/></cellXfs></styleSheet>";

  private final ZipOutputStream zip;
  private final BufferedWriter out;
  private final List<String> sheets = new ArrayList<>();
  private int row;
  private int column;

  XlsxBook(OutputStream target) {
    this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
  }

  /**
   * @param name at most 31 characters are kept
   */
  void beginSheet(String name) throws IOException {
    endSheet();
    sheets.add(name.length() > 31 ? name.substring(0, 31) : name);
    begin("xl/worksheets/sheet" + sheets.size() + ".xml");
    out.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView");
    out.write(" workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/>");
    out.write("</sheetView></sheetViews><sheetData>");
    row = 0;
  }

  void beginRow() throws IOException {
    out.write("<row r=\"" + ++row + "\">");
    column = 0;
  }

  void endRow() throws IOException {
    out.write("</row>");
  }

  void heading(String text) throws IOException {
    cell(" s=\"2\" t=\"inlineStr\"", inline(text));
  }

  /** Null or nothing leaves the cell out. */
  void text(String text) throws IOException {
    if (text == null || text.isEmpty()) {
      column++;
    } else {
      cell(" t=\"inlineStr\"", inline(text));
    }
  }

  /** Null leaves the cell out. */
  void number(Number number) throws IOException {
    if (number == null) {
      column++;
    } else {
      cell("", "<v>" + number + "</v>");
    }
  }

  void truth(boolean flag) throws IOException {
    cell(" t=\"b\"", flag ? "<v>1</v>" : "<v>0</v>");
  }

  /**
   * @param day counted as spreadsheets do
   */
  void date(long day) throws IOException {
    cell(" s=\"1\"", "<v>" + day + "</v>");
  }

  private void cell(String attributes, String content) throws IOException {
    out.write("<c r=\"");
    out.write(letters(column++));
    out.write(Integer.toString(row));
    out.write('"');
    out.write(attributes);
    out.write('>');
    out.write(content);
    out.write("</c>");
  }

  private static String inline(String text) {
    return "<is><t xml:space=\"preserve\">" + Xml.spreadsheet(text) + "</t></is>";
  }

  private static String letters(int column) {
    String tail = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? tail : letters(column / 26 - 1) + tail;
  }

  private void endSheet() throws IOException {
    if (!sheets.isEmpty()) {
      out.write("</sheetData></worksheet>");
      end();
    }
  }

  void finish() throws IOException {
    endSheet();
    part("xl/styles.xml", STYLES);
    StringBuilder names = new StringBuilder();
    StringBuilder links = new StringBuilder();
    StringBuilder types = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      names.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(Xml.escaped(sheets.get(i - 1)), i, i));
      links.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
      types.append(override("xl/worksheets/sheet" + i + ".xml", "worksheet"));
    }
    links.append(relation("rId" + (sheets.size() + 1), "styles", "styles.xml"));
    types.append(override("xl/workbook.xml", "sheet.main"));
    types.append(override("xl/styles.xml", "styles"));
    part(
        "xl/workbook.xml",
        "%s<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
            .formatted(HEAD, MAIN, OFFICE, names));
    part("xl/_rels/workbook.xml.rels", relations(links.toString()));
    part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
    part(
        "[Content_Types].xml",
        HEAD
            + "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\" ContentType=\""
            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
            + types
            + "</Types>");
    zip.finish();
  }

  private static String relations(String links) {
    return "%s<Relationships xmlns=\"%srelationships\">%s</Relationships>"
        .formatted(HEAD, PACKAGE, links);
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPES, type);
  }

  private void part(String name, String content) throws IOException {
    begin(name);
    out.write(content);
    end();
  }

  private void begin(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
  }

  private void end() throws IOException {
    out.flush();
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
