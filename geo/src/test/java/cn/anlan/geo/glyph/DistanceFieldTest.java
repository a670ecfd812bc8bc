package cn.anlan.geo.glyph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DistanceFieldTest {
  /** Of a disc the distance to the edge is known: r minus the distance to the middle. */
  @Test
  void everyPixelOfADiscHoldsItsDistanceToTheEdge() {
    double radius = 7;
    byte[] field =
        DistanceField.of(new Ellipse2D.Double(-radius, -radius, 14, 14), -12, -12, 24, 24);
    int compared = 0;
    for (int row = 0; row < 24; row++) {
      for (int col = 0; col < 24; col++) {
        double off = Math.hypot(col - 12 + 0.5, row - 12 + 0.5) - radius;
        double expected = 255 - 255 * (off / 8 + 0.25);
        if (expected > 5 && expected < 250) {
          double is = Byte.toUnsignedInt(field[row * 24 + col]);
          assertThat(is).as("%d, %d", col, row).isCloseTo(expected, within(255 * 0.25 / 8));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void aRangeHasTheLettersThatTheFontHas() {
    byte[] latin = GlyphRange.of(new Font(Font.SANS_SERIF, Font.PLAIN, 10), "Any Regular", 0);
    String text = new String(latin, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("Any Regular").contains("0-255");
    assertThat(latin.length).isBetween(20_000, 200_000);
    byte[] none = GlyphRange.of(new Font(Font.SANS_SERIF, Font.PLAIN, 10), "Any", 0xE000 - 256 * 8);
    assertThat(none.length).as("surrogates are no letters").isLessThan(100);
  }
}
