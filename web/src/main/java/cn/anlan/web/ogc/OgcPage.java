package cn.anlan.web.ogc;

import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the OGC APIs for people: where it stands, its title, its body. It has no scripts and
 * loads two style sheets of this service, nothing else.
 */
public final class OgcPage {
  private record Crumb(String title, String href) {}

  private final OgcRequest request;
  private final String title;
  private final List<Crumb> way = new ArrayList<>();
  private final Html body = new Html();
  private boolean demo;

  public OgcPage(OgcRequest request, String title) {
    this.request = request;
    this.title = title;
    crumb(language().of("安澜 OGC API", "Anlan OGC API"), "");
  }

  public Language language() {
    return request.language();
  }

  /** The address of a resource as a page in this page's language. */
  public String page(String path) {
    return request.base() + path + "?f=html&lang=" + language().code();
  }

  /** One more step of the way from the landing page to here. */
  public OgcPage crumb(String name, String path) {
    way.add(new Crumb(name, page(path)));
    return this;
  }

  /** Marks the page where anything on it is invented (示例数据). */
  public OgcPage demo(boolean invented) {
    this.demo = invented;
    return this;
  }

  /** Where the page's content is written. */
  public Html body() {
    return body;
  }

  /** A list of links, each with its relation and media type. */
  public OgcPage links(List<OgcLink> links) {
    body.leaf("h2", language().of("链接", "Links")).open("ul", "class", "links");
    for (OgcLink link : links) {
      body.open("li");
      if (link.templated() == null) {
        body.leaf("a", link.title(), "href", link.href());
      } else {
        body.text(link.title() + " ").leaf("code", link.href());
      }
      body.leaf("span", " " + link.rel() + " · " + link.type(), "class", "quiet").close();
    }
    body.close();
    return this;
  }

  /** Sends it as the answer. */
  public void send(HttpServletResponse response) throws IOException {
    response.setContentType(MediaTypes.HTML + ";charset=UTF-8");
    response.getOutputStream().write(document().getBytes(StandardCharsets.UTF_8));
  }

  String document() {
    Html head = new Html();
    head.empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .leaf("title", title)
        .empty("link", "rel", "icon", "href", "/favicon.svg", "type", "image/svg+xml")
        .empty("link", "rel", "stylesheet", "href", "/assets/anlan-sheet.css")
        .empty("link", "rel", "stylesheet", "href", "/assets/anlan-ogc.css");
    Html page = new Html();
    page.open("body").open("nav", "class", "bar");
    page.leaf("a", language().of("地图", "Map"), "href", "/");
    way.forEach(crumb -> page.leaf("a", crumb.title(), "href", crumb.href()));
    page.leaf("a", "JSON", "href", request.as(Representation.JSON), "class", "form")
        .leaf("a", language().of("English", "中文"), "href", request.inOtherLanguage());
    page.close().open("main", "class", "sheet-page ogc-page");
    page.open("header").leaf("h1", title);
    if (demo) {
      page.leaf(
          "p",
          language().of("示例数据，不得作为依据", "Invented data (示例数据): no basis for anything"),
          "class",
          "demo-mark");
    }
    page.close();
    page.add(body).close().close();
    return "<!doctype html>\n<html lang=\""
        + language().tag()
        + "\"><head>"
        + head
        + "</head>"
        + page
        + "</html>";
  }
}
