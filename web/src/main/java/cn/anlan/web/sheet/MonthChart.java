package cn.anlan.web.sheet;

import cn.anlan.geo.text.Text;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import java.util.List;
import java.util.Locale;

/**
 * Numbers month by month: columns, and lines over them such as an expectation or a limit. Drawn as
 * SVG from zero up, one scale for all; a marked column is hatched as well as coloured, so that it
 * stands out in black and white.
 *
 * @param id its name in the page
 * @param labels one below each column
 * @param columns what was counted; NaN draws none
 * @param marked columns that the reader should look at
 * @param lines drawn in the middle of the columns, the first one solid, others dashed
 */
public record MonthChart(
    String id,
    Text title,
    List<String> labels,
    double[] columns,
    List<Integer> marked,
    List<Line> lines)
    implements Sheet.Part {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 190;
  private static final int LEFT = 40;
  private static final int BOTTOM = 24;
  private static final int TOP = 22;
  private static final String[] STROKES = {"#16242d", "#b3261e", "#1d6fa5"};
  private static final double[] NICE = {1, 2, 5, 10};

  /** A line over the columns; NaN interrupts it. */
  public record Line(Text title, double[] values) {}

  public MonthChart {
    labels = List.copyOf(labels);
    marked = List.copyOf(marked);
    lines = List.copyOf(lines);
    for (Line line : lines) {
      if (line.values().length != columns.length) {
        throw new IllegalArgumentException("chart " + id + ": lines and columns differ in length");
      }
    }
  }

  /** The drawing. */
  public Html svg(Language language) {
    double top = top();
    Html svg = new Html();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "width",
        "100%",
        "role",
        "img",
        "aria-label",
        language.of(title),
        "data-testid",
        "chart-" + id);
    svg.open("defs")
        .open("pattern", "id", "marked", "width", 5, "height", 5, "patternUnits", "userSpaceOnUse")
        .empty("rect", "width", 5, "height", 5, "fill", "#f0a35a")
        .empty("path", "d", "M0 5L5 0", "stroke", "#8a3d00", "stroke-width", 1.2)
        .close()
        .close();
    axis(svg, top);
    double step = (double) (WIDTH - LEFT) / columns.length;
    for (int i = 0; i < columns.length; i++) {
      double x = LEFT + i * step;
      if (!Double.isNaN(columns[i])) {
        svg.open(
                "rect",
                "x",
                px(x + step * 0.15),
                "y",
                px(y(columns[i], top)),
                "width",
                px(step * 0.7),
                "height",
                px(HEIGHT - BOTTOM - y(columns[i], top)),
                "fill",
                marked.contains(i) ? "url(#marked)" : "#8fb3bd")
            .leaf("title", labels.get(i) + ": " + number(columns[i]))
            .close();
      }
      if (step > 24 || i % 3 == 0) {
        svg.leaf(
            "text",
            labels.get(i),
            "x",
            px(x + step / 2),
            "y",
            HEIGHT - 8,
            "text-anchor",
            "middle",
            "font-size",
            10);
      }
    }
    for (int l = 0; l < lines.size(); l++) {
      line(svg, language, l, step, top);
    }
    return svg.close();
  }

  private void axis(Html svg, double top) {
    for (int i = 0; i <= 4; i++) {
      double value = top * i / 4;
      double y = y(value, top);
      svg.empty(
          "path", "d", "M" + LEFT + " " + px(y) + "H" + WIDTH, "stroke", "#d5dcdf", "fill", "none");
      svg.leaf(
          "text",
          number(value),
          "x",
          LEFT - 5,
          "y",
          px(y + 3),
          "text-anchor",
          "end",
          "font-size",
          10);
    }
  }

  private void line(Html svg, Language language, int number, double step, double top) {
    StringBuilder path = new StringBuilder();
    boolean on = false;
    double[] values = lines.get(number).values();
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        on = false;
        continue;
      }
      path.append(on ? 'L' : 'M')
          .append(px(LEFT + (i + 0.5) * step))
          .append(' ')
          .append(px(y(values[i], top)));
      on = true;
    }
    String stroke = STROKES[number % STROKES.length];
    String dash = number == 0 ? null : "5 3";
    svg.empty(
        "path",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        stroke,
        "stroke-width",
        1.6,
        "stroke-dasharray",
        dash);
    int x = LEFT + 8 + number * 190;
    svg.empty(
        "path",
        "d",
        "M" + x + " 9h22",
        "stroke",
        stroke,
        "stroke-width",
        1.6,
        "stroke-dasharray",
        dash);
    svg.leaf("text", language.of(lines.get(number).title()), "x", x + 27, "y", 13, "font-size", 11);
  }

  /** The greatest value, rounded up to 1, 2 or 5 × 10ⁿ × 4. */
  private double top() {
    double most = 0;
    for (double value : columns) {
      most = Double.isNaN(value) ? most : Math.max(most, value);
    }
    for (Line line : lines) {
      for (double value : line.values()) {
        most = Double.isNaN(value) ? most : Math.max(most, value);
      }
    }
    double quarter = Math.max(most, 1e-9) / 4;
    double power = Math.pow(10, Math.floor(Math.log10(quarter)));
    for (double nice : NICE) {
      if (nice * power >= quarter) {
        return 4 * nice * power;
      }
    }
    return 40 * power;
  }

  private static double y(double value, double top) {
    return HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP);
  }

  private static String px(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
