package cn.anlan.web.route;

import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.MapSketch;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The alternatives drawn: their lines on a small map, and their heights along the way. */
final class RouteDrawing {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int MAP_PX = 640;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 180;
  private static final int LEFT = 48;
  private static final int BOTTOM = 24;

  private RouteDrawing() {}

  static Html map(RouteAnswer answer, Language language) {
    Envelope box = new Envelope();
    List<Geometry> lines = answer.routes().stream().<Geometry>map(r -> line(r.geometry())).toList();
    lines.forEach(line -> box.expandToInclude(line.getEnvelopeInternal()));
    MapSketch sketch = MapSketch.around(box, 500, MAP_PX);
    for (int i = 0; i < lines.size(); i++) {
      sketch.draw(lines.get(i), "route route-" + Math.min(i, 4));
    }
    for (int i = 0; i < lines.size(); i++) {
      // beside one another where the lines part, not at the ends, which they share
      Coordinate[] line = lines.get(i).getCoordinates();
      int at = (int) ((i + 1.0) / (lines.size() + 1) * (line.length - 1));
      List<String> labels = answer.routes().get(i).labels();
      sketch.name(
          line[at], language.of(RouteSheet.label(labels, true), RouteSheet.label(labels, false)));
    }
    sketch.draw(FACTORY.createPoint(place(answer.from().snapped())), "end");
    sketch.draw(FACTORY.createPoint(place(answer.to().snapped())), "end");
    sketch.name(place(answer.from().snapped()), language.of("起", "from"));
    sketch.name(place(answer.to().snapped()), language.of("止", "to"));
    return sketch.svg(language.of("路线图", "map of the routes"), language.of("路线方案", "routes"));
  }

  private static Geometry line(RouteAnswer.Line line) {
    return FACTORY.createLineString(
        line.coordinates().stream().map(RouteDrawing::place).toArray(Coordinate[]::new));
  }

  private static Coordinate place(double[] at) {
    return new Coordinate(at[0], at[1]);
  }

  static Html profile(RouteAnswer answer, Language language) {
    double longest = 0;
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (RouteAnswer.Route route : answer.routes()) {
      if (route.profile() == null) {
        continue;
      }
      for (double[] at : route.profile()) {
        longest = Math.max(longest, at[0]);
        low = Math.min(low, at[1]);
        high = Math.max(high, at[1]);
      }
    }
    Html svg = new Html();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "class",
        "sketch",
        "role",
        "img",
        "aria-label",
        language.of("纵断面", "height profile"));
    double range = Math.max(1, high - low);
    for (int i = 0; i < answer.routes().size(); i++) {
      RouteAnswer.Route route = answer.routes().get(i);
      if (route.profile() != null) {
        svg.empty(
            "path",
            "class",
            "route line route-" + Math.min(i, 4),
            "d",
            path(route.profile(), longest, low, range));
      }
    }
    label(svg, 2, 14, "%.0f m".formatted(high));
    label(svg, 2, HEIGHT - BOTTOM, "%.0f m".formatted(low));
    label(svg, LEFT, HEIGHT - 6, "0 km");
    label(svg, WIDTH - 60, HEIGHT - 6, RouteSheet.km(longest) + " km");
    return svg.close();
  }

  private static void label(Html svg, double x, double y, String text) {
    svg.leaf("text", text, "class", "note", "x", x, "y", y);
  }

  /** One point a pixel is all that can be seen. */
  private static String path(List<double[]> profile, double longest, double low, double range) {
    StringBuilder d = new StringBuilder();
    double before = -1;
    for (int i = 0; i < profile.size(); i++) {
      double x = LEFT + profile.get(i)[0] / longest * (WIDTH - LEFT - 4);
      if (x - before < 0.5 && i + 1 < profile.size()) {
        continue;
      }
      before = x;
      double y = HEIGHT - BOTTOM - (profile.get(i)[1] - low) / range * (HEIGHT - BOTTOM - 8);
      d.append(d.isEmpty() ? "M" : "L").append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
    }
    return d.toString();
  }
}
