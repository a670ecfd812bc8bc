package cn.anlan.data.catalog;

import java.util.regex.Pattern;

/**
 * How a layer is drawn where nothing better is known.
 *
 * @param color colour of the form {@code #rrggbb}
 * @param colorBy field of a code list with colours, or null
 */
public record Style(String color, String colorBy) {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  public Style {
    if (color == null || !COLOR.matcher(color).matches()) {
      throw new IllegalArgumentException("color must read #rrggbb, not '" + color + "'");
    }
  }
}
