package cn.anlan.web.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A page for A4: title, the mark of invented data, body, and a link to the same page in the other
 * language. It loads one style sheet of this service and nothing else; as a file it carries that
 * sheet with it.
 *
 * @param otherLanguage address of the same page in the other language
 * @param demo whether anything on it is invented (示例数据)
 */
public record PrintPage(
    Language language, String title, String otherLanguage, boolean demo, Html body) {

  private static final String STYLE = "/static/assets/anlan-sheet.css";

  /** The whole document, as this service gives it. */
  public String document() {
    Html head = new Html();
    head.empty("link", "rel", "icon", "href", "/favicon.svg", "type", "image/svg+xml")
        .empty("link", "rel", "stylesheet", "href", "/assets/anlan-sheet.css");
    Html bar = new Html();
    bar.open("nav", "class", "bar")
        .leaf("a", language.of("返回地图", "Back to the map"), "href", "/")
        .leaf(
            "a",
            language.of("English", "中文"),
            "href",
            otherLanguage,
            "data-testid",
            "sheet-language")
        .leaf("span", language.of("打印：Ctrl + P", "Print: Ctrl + P"))
        .close();
    return document(head.toString(), bar);
  }

  /** The whole document as a file of its own: it needs nothing beside it and has no links. */
  public String file() {
    try (InputStream style = PrintPage.class.getResourceAsStream(STYLE)) {
      if (style == null) {
        throw new IllegalStateException("the style sheet is not in the program: " + STYLE);
      }
      String text = new String(style.readAllBytes(), StandardCharsets.UTF_8);
      return document("<style>" + text + "</style>", new Html());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the style sheet", e);
    }
  }

  private String document(String styleLinks, Html bar) {
    Html page = new Html();
    page.open("body").add(bar);
    page.open("main", "class", "sheet-page");
    page.open("header").leaf("h1", title);
    if (demo) {
      page.leaf(
          "p",
          language.of("示例数据，不得作为依据", "Invented data (示例数据): no basis for anything"),
          "class",
          "demo-mark",
          "data-testid",
          "demo-mark");
    }
    page.close();
    page.add(body);
    page.close().close();
    Html head = new Html();
    head.empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .leaf("title", title);
    return "<!doctype html>\n<html lang=\""
        + language.tag()
        + "\"><head>"
        + head
        + styleLinks
        + "</head>"
        + page
        + "</html>";
  }
}
