package cn.anlan.web.print;

import java.util.Map;

/** Facts below each other, what they are on the left. */
public final class FactTable {
  private FactTable() {}

  public static Html table(Map<String, String> rows) {
    Html html = new Html();
    html.open("table", "class", "facts");
    rows.forEach((label, value) -> html.open("tr").leaf("th", label).leaf("td", value).close());
    return html.close();
  }
}
