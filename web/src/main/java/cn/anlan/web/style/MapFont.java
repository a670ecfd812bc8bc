package cn.anlan.web.style;

import java.awt.Font;
import java.util.Arrays;
import java.util.Optional;

/**
 * The letters that styles may ask for: of Noto Sans CJK where it is installed, else of the system's
 * own sans-serif font, under the same name.
 */
enum MapFont {
  REGULAR("Noto Sans CJK SC Regular", Font.PLAIN),
  BOLD("Noto Sans CJK SC Bold", Font.BOLD);

  private static final String FAMILY = "Noto Sans CJK SC";
  private static final int ANY_SIZE = 24;

  private final String id;
  private final int weight;

  MapFont(String id, int weight) {
    this.id = id;
    this.weight = weight;
  }

  /** The name by which styles call it. */
  String id() {
    return id;
  }

  /** The first font of a list parted by commas that is known. */
  static Optional<MapFont> find(String names) {
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .flatMap(name -> Arrays.stream(values()).filter(font -> font.id.equals(name)))
        .findFirst();
  }

  Font font() {
    Font wanted = new Font(FAMILY, weight, ANY_SIZE);
    return wanted.getFamily().equals(FAMILY) ? wanted : new Font(Font.SANS_SERIF, weight, ANY_SIZE);
  }
}
