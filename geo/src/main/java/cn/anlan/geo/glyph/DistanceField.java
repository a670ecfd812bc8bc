package cn.anlan.geo.glyph;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * The picture of a shape that can be enlarged: each pixel holds how far it is from the edge (C.
 * Green, Improved alpha-tested magnification, SIGGRAPH 2007). The shape is drawn {@link #FINE}
 * times as large in black and white, and distances are exact there (P. Felzenszwalb, D.
 * Huttenlocher, Distance transforms of sampled functions, 2012), so that a pixel's is within 0.2
 * pixels.
 */
final class DistanceField {
  private static final int FINE = 5; // odd: a pixel's middle is that of a fine one
  private static final double RADIUS = 8; // pixels from all to nothing, as MapLibre expects
  private static final double CUTOFF = 0.25; // of it lie inside the edge
  private static final double FAR = 1e12;

  private DistanceField() {}

  /**
   * @param shape in pixels, y downward
   * @param x the picture's western edge
   * @param y its northern edge
   * @return row by row from the north; 191 at the edge, more inside
   */
  static byte[] of(Shape shape, int x, int y, int width, int height) {
    int fineWidth = width * FINE;
    int fineHeight = height * FINE;
    BufferedImage fine = new BufferedImage(fineWidth, fineHeight, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = fine.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    AffineTransform scale = AffineTransform.getScaleInstance(FINE, FINE);
    scale.translate(-x, -y);
    pen.fill(scale.createTransformedShape(shape));
    pen.dispose();
    byte[] ink = ((DataBufferByte) fine.getRaster().getDataBuffer()).getData();
    double[] toInk = squared(ink, true, fineWidth, fineHeight);
    double[] toPaper = squared(ink, false, fineWidth, fineHeight);
    byte[] field = new byte[width * height];
    for (int row = 0; row < height; row++) {
      for (int col = 0; col < width; col++) {
        int at = (row * FINE + FINE / 2) * fineWidth + col * FINE + FINE / 2;
        double off = (Math.sqrt(toInk[at]) - Math.sqrt(toPaper[at])) / FINE;
        long value = Math.round(255 - 255 * (off / RADIUS + CUTOFF));
        field[row * width + col] = (byte) Math.max(0, Math.min(255, value));
      }
    }
    return field;
  }

  /** Of each pixel the squared distance to the nearest one of ink, or of paper. */
  private static double[] squared(byte[] ink, boolean toInk, int width, int height) {
    double[] grid = new double[ink.length];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = (ink[i] != 0) == toInk ? 0 : FAR;
    }
    double[] line = new double[Math.max(width, height)];
    for (int col = 0; col < width; col++) {
      transform(grid, col, width, height, line);
    }
    for (int row = 0; row < height; row++) {
      transform(grid, row * width, 1, width, line);
    }
    return grid;
  }

  /** One line of the grid: the lower envelope of the parabolas that stand on its values. */
  private static void transform(double[] grid, int from, int step, int count, double[] line) {
    int[] standing = new int[count];
    double[] until = new double[count + 1];
    for (int i = 0; i < count; i++) {
      line[i] = grid[from + i * step];
    }
    int last = 0;
    until[0] = Double.NEGATIVE_INFINITY;
    until[1] = Double.POSITIVE_INFINITY;
    for (int i = 1; i < count; i++) {
      double meets = meeting(line, standing[last], i);
      while (meets <= until[last]) {
        last--;
        meets = meeting(line, standing[last], i);
      }
      last++;
      standing[last] = i;
      until[last] = meets;
      until[last + 1] = Double.POSITIVE_INFINITY;
    }
    int at = 0;
    for (int i = 0; i < count; i++) {
      while (until[at + 1] < i) {
        at++;
      }
      double off = i - standing[at];
      grid[from + i * step] = off * off + line[standing[at]];
    }
    Arrays.fill(line, 0);
  }

  private static double meeting(double[] line, int a, int b) {
    return (line[b] + (double) b * b - line[a] - (double) a * a) / (2.0 * (b - a));
  }
}
