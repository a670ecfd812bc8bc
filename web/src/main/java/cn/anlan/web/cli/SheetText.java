package cn.anlan.web.cli;

import cn.anlan.geo.text.Text;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.List;

/** A sheet as plain text: sentences, tables, notes; charts are left to the printable page. */
final class SheetText {
  private SheetText() {}

  static String of(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    text.append(sheet.title().zh()).append(" (").append(sheet.title().en()).append(")\n");
    if (sheet.isDemo()) {
      text.append("示例数据，不得作为依据 (invented data)\n");
    }
    for (Text sentence : sheet.lead()) {
      text.append(sentence.zh()).append('\n').append("  ").append(sentence.en()).append('\n');
    }
    for (Sheet.Part part : sheet.parts()) {
      if (part instanceof SheetTable table && !table.rows().isEmpty()) {
        text.append('\n').append(part.title().zh()).append(" (").append(part.title().en());
        text.append(")\n").append(table(table));
      }
    }
    sheet.notes().forEach(n -> text.append("· ").append(n.zh()).append('\n'));
    return text.toString();
  }

  private static String table(SheetTable table) {
    Table plain = new Table(table.headings().stream().map(h -> h.zh()).toArray(String[]::new));
    for (List<Text> row : table.rows()) {
      plain.row(row.stream().map(Text::zh).toArray());
    }
    return plain.text();
  }
}
