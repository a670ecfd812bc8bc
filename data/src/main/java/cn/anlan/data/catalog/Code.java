package cn.anlan.data.catalog;

import cn.anlan.geo.text.Text;

/**
 * One value of a code list.
 *
 * @param color {@code #rrggbb} on maps and legends, or null
 */
public record Code(String value, Text title, String color) {
  public Code {
    if (value == null || value.isBlank() || title == null) {
      throw new IllegalArgumentException("a code needs 'value' and 'title'");
    }
  }
}
