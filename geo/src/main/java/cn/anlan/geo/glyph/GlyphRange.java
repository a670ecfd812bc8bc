package cn.anlan.geo.glyph;

import cn.anlan.geo.protobuf.ProtoBuffer;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;

/**
 * The 256 letters of a range in the form that map styles name {@code glyphs} (Mapbox glyph PBF):
 * signed distance fields at 24 pixels with three pixels around, and where each stands. Letters that
 * the font does not have are left out.
 *
 * <p>Drawing a range of Chinese takes about half a second; keep the answer.
 */
public final class GlyphRange {
  /** Letters in a range. */
  public static final int SIZE = 256;

  private static final int EM = 24;
  private static final int AROUND = 3;
  private static final int ASCENT = 27; // what renderers of this format count tops from, in pixels
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

  private GlyphRange() {}

  /**
   * @param font of any size
   * @param name by which styles call it
   * @param first the range's first letter, a multiple of {@link #SIZE}
   */
  public static byte[] of(Font font, String name, int first) {
    Font sized = font.deriveFont((float) EM);
    ProtoBuffer stack = new ProtoBuffer();
    stack.text(1, name);
    stack.text(2, first + "-" + (first + SIZE - 1));
    for (int letter = first; letter < first + SIZE; letter++) {
      if (Character.isDefined(letter) && sized.canDisplay(letter)) {
        stack.message(3, glyph(sized, letter));
      }
    }
    ProtoBuffer glyphs = new ProtoBuffer();
    glyphs.message(1, stack);
    return glyphs.toBytes();
  }

  private static ProtoBuffer glyph(Font font, int letter) {
    GlyphVector drawn = font.createGlyphVector(PLAIN, Character.toString(letter));
    Shape outline = drawn.getOutline();
    Rectangle box = outline.getBounds();
    ProtoBuffer glyph = new ProtoBuffer();
    glyph.number(1, letter);
    boolean inked = box.width > 0 && box.height > 0;
    if (inked) {
      int width = box.width + 2 * AROUND;
      int height = box.height + 2 * AROUND;
      glyph.bytes(2, DistanceField.of(outline, box.x - AROUND, box.y - AROUND, width, height));
    }
    glyph.number(3, inked ? box.width : 0);
    glyph.number(4, inked ? box.height : 0);
    glyph.signedNumber(5, inked ? box.x : 0);
    glyph.signedNumber(6, inked ? -box.y - ASCENT : 0);
    glyph.number(7, Math.round(drawn.getGlyphMetrics(0).getAdvance()));
    return glyph;
  }
}
