package cn.anlan.web.style;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.CodeList;
import cn.anlan.data.store.Database;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/**
 * The sprite of all styles: for each code that has a colour a disc of it with the first character
 * of its Chinese title, so that grades can be told apart without colours (重、较、一、低).
 */
@Component
class Signs {
  private static final int SIDE = 22; // pixels at ratio 1
  private static final int COLUMNS = 16;
  private static final float LETTER = 12;

  /** Where a sign lies in the picture, as style documents have it. */
  record Place(int x, int y, int width, int height, int pixelRatio) {}

  private record Sign(String name, Color color, String letter) {}

  private final List<Sign> signs = new ArrayList<>();
  private final Map<Integer, byte[]> pictures = new ConcurrentHashMap<>();

  Signs(Database database) {
    Catalog catalog = database.catalog();
    for (CodeList list : catalog.codeLists()) {
      for (Code code : list.codes()) {
        if (code.color() != null) {
          String first = code.title().zh().substring(0, code.title().zh().offsetByCodePoints(0, 1));
          signs.add(new Sign(name(list.id(), code.value()), Color.decode(code.color()), first));
        }
      }
    }
  }

  /** The name of a code's sign. */
  static String name(String list, String value) {
    return list + ":" + value;
  }

  Map<String, Place> places(int ratio) {
    Map<String, Place> places = new LinkedHashMap<>();
    int side = SIDE * ratio;
    for (int i = 0; i < signs.size(); i++) {
      Place place = new Place(i % COLUMNS * side, i / COLUMNS * side, side, side, ratio);
      places.put(signs.get(i).name(), place);
    }
    return places;
  }

  /** The picture as PNG. */
  byte[] png(int ratio) {
    return pictures.computeIfAbsent(ratio, this::draw);
  }

  private byte[] draw(int ratio) {
    int rows = Math.max(1, (signs.size() + COLUMNS - 1) / COLUMNS);
    BufferedImage picture =
        new BufferedImage(COLUMNS * SIDE * ratio, rows * SIDE * ratio, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.scale(ratio, ratio);
    pen.setFont(MapFont.BOLD.font().deriveFont(LETTER));
    for (int i = 0; i < signs.size(); i++) {
      draw(pen, signs.get(i), i % COLUMNS * SIDE, i / COLUMNS * SIDE);
    }
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a picture in memory", e);
    }
    return png.toByteArray();
  }

  private static void draw(Graphics2D pen, Sign sign, int x, int y) {
    Ellipse2D disc = new Ellipse2D.Double(x + 1.5, y + 1.5, SIDE - 3, SIDE - 3);
    pen.setColor(sign.color());
    pen.fill(disc);
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(1.5f));
    pen.draw(disc);
    pen.setColor(isDark(sign.color()) ? Color.WHITE : new Color(0x22323c));
    FontMetrics metrics = pen.getFontMetrics();
    float left = x + (SIDE - metrics.stringWidth(sign.letter())) / 2f;
    float base = y + (SIDE + metrics.getAscent() - metrics.getDescent()) / 2f;
    pen.drawString(sign.letter(), left, base);
  }

  /** By the luminance that contrast is counted from (ITU-R BT.709). */
  private static boolean isDark(Color color) {
    return 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue() < 150;
  }
}
