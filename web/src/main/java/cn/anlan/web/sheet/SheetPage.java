package cn.anlan.web.sheet;

import cn.anlan.geo.text.Text;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.PrintPage;
import java.util.List;

/** A sheet as a page for A4. */
public final class SheetPage {
  private SheetPage() {}

  /**
   * @param otherLanguage address of the same sheet in the other language
   */
  public static String document(Sheet sheet, Language language, String otherLanguage) {
    return page(sheet, language, otherLanguage).document();
  }

  /** The same as a file that needs nothing beside it. */
  public static String file(Sheet sheet, Language language) {
    return page(sheet, language, "").file();
  }

  private static PrintPage page(Sheet sheet, Language language, String otherLanguage) {
    Html body = new Html();
    for (Text sentence : sheet.lead()) {
      body.leaf("p", language.of(sentence), "class", "lead");
    }
    for (Sheet.Part part : sheet.parts()) {
      body.leaf("h2", language.of(part.title()));
      if (part instanceof SheetTable table) {
        body.add(table(table, language));
      } else if (part instanceof MonthChart chart) {
        body.open("figure").add(chart.svg(language)).close();
      } else if (part instanceof Drawing drawing) {
        body.open("figure", "data-testid", drawing.id()).add(drawing.svg().apply(language)).close();
      }
    }
    if (!sheet.notes().isEmpty()) {
      body.leaf("h2", language.of("说明", "Notes")).open("ul", "class", "quiet");
      sheet.notes().forEach(note -> body.leaf("li", language.of(note)));
      body.close();
    }
    return new PrintPage(language, language.of(sheet.title()), otherLanguage, sheet.isDemo(), body);
  }

  private static Html table(SheetTable table, Language language) {
    Html html = new Html();
    html.open("table", "class", "list by-unit", "data-testid", "table-" + table.id());
    html.open("thead").open("tr");
    table.headings().forEach(heading -> html.leaf("th", language.of(heading)));
    html.close().close().open("tbody");
    for (List<Text> row : table.rows()) {
      html.open("tr");
      row.forEach(cell -> html.leaf("td", language.of(cell)));
      html.close();
    }
    return html.close().close();
  }
}
