package cn.anlan.data.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes workbooks as office programs do, with what tests need of it: texts, numbers, styles,
 * merged cells, several sheets. A cell is written {@code 's:text'}, {@code 'n:1.5'}, {@code
 * 'd:44256'} (a date), {@code 'z:7'} (a code of three digits), {@code 'e:#N/A'}, {@code 'f:'} (a
 * formula without result), {@code 'b:1'}, or empty.
 */
public final class TestWorkbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private final Map<String, StringBuilder> sheets = new LinkedHashMap<>();
  private final Map<String, List<String>> merges = new LinkedHashMap<>();
  private final Map<String, String> states = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private String current;
  private int row;

  public TestWorkbook sheet(String name) {
    return sheet(name, "visible");
  }

  public TestWorkbook sheet(String name, String state) {
    current = name;
    row = 0;
    sheets.put(name, new StringBuilder());
    merges.put(name, new ArrayList<>());
    states.put(name, state);
    return this;
  }

  public TestWorkbook row(String... cells) {
    row++;
    StringBuilder xml = sheets.get(current).append("<row r=\"" + row + "\">");
    for (int c = 0; c < cells.length; c++) {
      if (!cells[c].isEmpty()) {
        xml.append(cell((char) ('A' + c) + "" + row, cells[c]));
      }
    }
    xml.append("</row>");
    return this;
  }

  public TestWorkbook merge(String... ranges) {
    merges.get(current).addAll(List.of(ranges));
    return this;
  }

  private String cell(String reference, String cell) {
    String value = cell.substring(2);
    return switch (cell.charAt(0)) {
      case 's' -> {
        texts.add(value);
        yield "<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(reference, texts.size() - 1);
      }
      case 'n' -> "<c r=\"%s\"><v>%s</v></c>".formatted(reference, value);
      case 'd' -> "<c r=\"%s\" s=\"1\"><v>%s</v></c>".formatted(reference, value);
      case 'z' -> "<c r=\"%s\" s=\"2\"><v>%s</v></c>".formatted(reference, value);
      case 'c' -> "<c r=\"%s\" s=\"3\"><v>%s</v></c>".formatted(reference, value);
      case 'e' -> "<c r=\"%s\" t=\"e\"><v>%s</v></c>".formatted(reference, value);
      case 'b' -> "<c r=\"%s\" t=\"b\"><v>%s</v></c>".formatted(reference, value);
      case 'f' -> "<c r=\"%s\"><f>A1+1</f></c>".formatted(reference);
      case 'i' -> "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, value);
      default -> throw new IllegalArgumentException(cell);
    };
  }

  /** The parts of the file, to be packed. */
  public Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    StringBuilder book = new StringBuilder(HEAD + "<workbook xmlns=\"" + MAIN + "\"");
    book.append(
        " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">");
    StringBuilder relations = new StringBuilder(HEAD + "<Relationships>");
    int i = 0;
    book.append("<sheets>");
    for (String name : sheets.keySet()) {
      i++;
      book.append(
          "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
              .formatted(name, i, states.get(name), i));
      relations.append(
          "<Relationship Id=\"rId%d\" Target=\"worksheets/sheet%d.xml\"/>".formatted(i, i));
      StringBuilder sheet = new StringBuilder(HEAD + "<worksheet xmlns=\"" + MAIN + "\">");
      sheet.append("<sheetData>").append(sheets.get(name)).append("</sheetData><mergeCells>");
      merges.get(name).forEach(m -> sheet.append("<mergeCell ref=\"" + m + "\"/>"));
      parts.put("xl/worksheets/sheet" + i + ".xml", bytes(sheet + "</mergeCells></worksheet>"));
    }
    parts.put("xl/workbook.xml", bytes(book + "</sheets></workbook>"));
    parts.put("xl/_rels/workbook.xml.rels", bytes(relations + "</Relationships>"));
    StringBuilder shared = new StringBuilder(HEAD + "<sst xmlns=\"" + MAIN + "\">");
    texts.forEach(t -> shared.append("<si><t>" + t + "</t><rPh><t>reading aid</t></rPh></si>"));
    parts.put("xl/sharedStrings.xml", bytes(shared + "</sst>"));
    parts.put(
        "xl/styles.xml",
        bytes(
            HEAD
                + "<styleSheet xmlns=\""
                + MAIN
                + "\"><numFmts><numFmt numFmtId=\"180\" formatCode=\"000\"/>"
                + "<numFmt numFmtId=\"181\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                + "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                + "<xf numFmtId=\"180\"/><xf numFmtId=\"181\"/></cellXfs></styleSheet>"));
    return parts;
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
