package cn.anlan.web.deliveries;

import cn.anlan.data.ingest.quarantine.RejectedShapes;
import cn.anlan.data.ingest.quarantine.RejectedShapes.Shape;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.MapSketch;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Where the rejected rows lie, with their row numbers, on the borders of the counties. Areas are
 * drawn by their edges: most of them are here because they are no valid areas.
 */
final class RejectedMap {
  private static final int PX = 620;
  private static final int NAMED = 25;
  private static final double LEAST_HALF_M = 300;

  private final Language language;
  private final RejectedShapes rejected;
  private final List<Geometry> outlines;

  RejectedMap(Language language, RejectedShapes rejected, List<Geometry> outlines) {
    this.language = language;
    this.rejected = rejected;
    this.outlines = outlines;
  }

  /** The map; nothing where no rejected row has a place. */
  Html html() {
    Html html = new Html();
    List<Shape> shapes = rejected.shapes();
    if (shapes.isEmpty()) {
      return html;
    }
    Envelope all = new Envelope();
    shapes.forEach(s -> all.expandToInclude(s.lonLat().getEnvelopeInternal()));
    MapSketch map = MapSketch.around(all, LEAST_HALF_M, PX);
    outlines.forEach(o -> map.draw(o, "border"));
    for (Shape shape : shapes) {
      draw(map, shape.lonLat());
    }
    shapes.stream()
        .limit(NAMED)
        .forEach(s -> map.name(s.lonLat().getCoordinate(), Long.toString(s.row())));
    html.open("figure", "data-testid", "rejected-map").add(map.svg(title(), note()));
    return html.close();
  }

  private static void draw(MapSketch map, Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Point) {
        map.draw(part, "subject");
      } else {
        map.draw(LinearComponentExtracter.getGeometry(part), "subject");
      }
    }
  }

  private String title() {
    return language.of("不合格行的位置", "Where the rejected rows lie");
  }

  private String note() {
    StringBuilder note =
        new StringBuilder(language.of("CGCS2000；数字为行号", "CGCS2000; numbers are rows"));
    if (rejected.placeless() > 0) {
      note.append(
          language.of(
              "；另有 " + rejected.placeless() + " 行没有可画的位置",
              "; " + rejected.placeless() + " more have no place to draw"));
    }
    if (rejected.more() > 0) {
      note.append(
          language.of("；还有 " + rejected.more() + " 行未画", "; " + rejected.more() + " not drawn"));
    }
    return note.toString();
  }
}
