package cn.anlan.web.print;

/**
 * A page for A4: title, the mark of invented data, body, and a link to the same page in the other
 * language. It loads one style sheet of this service and nothing else.
 *
 * @param otherLanguage address of the same page in the other language
 * @param demo whether anything on it is invented (示例数据)
 */
public record PrintPage(
    Language language, String title, String otherLanguage, boolean demo, Html body) {

  /** The whole document. */
  public String document() {
    Html page = new Html();
    page.open("html", "lang", language.tag());
    page.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .leaf("title", title)
        .empty("link", "rel", "icon", "href", "favicon.svg", "type", "image/svg+xml")
        .empty("link", "rel", "stylesheet", "href", "assets/anlan-sheet.css")
        .close();
    page.open("body");
    page.open("nav", "class", "bar")
        .leaf("a", language.of("返回地图", "Back to the map"), "href", "./")
        .leaf(
            "a",
            language.of("English", "中文"),
            "href",
            otherLanguage,
            "data-testid",
            "sheet-language")
        .leaf("span", language.of("打印：Ctrl + P", "Print: Ctrl + P"))
        .close();
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
    page.close().close().close();
    return "<!doctype html>\n" + page;
  }
}
