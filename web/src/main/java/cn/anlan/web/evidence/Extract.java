package cn.anlan.web.evidence;

import cn.anlan.geo.distance.GeodesicZone;
import cn.anlan.geo.rule.Finding;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.MapSketch;
import cn.anlan.web.site.SiteGeometry;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The map of a finding: site, target, the line that was measured, the distance demanded and, round
 * it, the band of ±U in which only a survey can tell. Drawn from the geometries that were measured;
 * the demanded distance is drawn to within 1 m.
 */
final class Extract {
  private static final int PX = 460;
  private static final double LEAST_M = 60;
  private static final double MOST_M = 30_000;
  private static final double THINNEST_BAND = 0.004; // of the half width: thinner is not seen

  private final Language language;
  private final Evidence evidence;
  private final Finding finding;

  Extract(Language language, Evidence evidence) {
    this.language = language;
    this.evidence = evidence;
    this.finding = evidence.finding();
  }

  /** The map; nothing where there is no place to show. */
  Html html() {
    Html html = new Html();
    Geometry site = evidence.subject().geometry();
    if (site == null) {
      return html;
    }
    Coordinate from = coordinate(finding.subjectPoint());
    Coordinate to = coordinate(finding.targetPoint());
    Coordinate inside = SiteGeometry.inside(site);
    Coordinate centre =
        from == null || to == null
            ? inside
            : new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
    MapSketch map = new MapSketch(centre, halfM(site), PX);
    drawTarget(map);
    map.draw(site, "subject");
    map.name(from == null ? inside : from, language.of("场址", "site"));
    if (from != null && to != null) {
      map.measured(from, to, Figures.metres(finding.distanceM()));
    }
    html.open("figure").add(map.svg(title(), note()));
    return html.add(keys()).close();
  }

  private void drawTarget(MapSketch map) {
    Geometry target = evidence.target() == null ? null : evidence.target().geometry();
    if (target == null) {
      return;
    }
    double limitM = finding.thresholdM() == null ? 0 : finding.thresholdM();
    double offsetM = finding.proxy() == null ? 0 : finding.proxy().offsetM();
    double u = finding.uncertaintyM() == null ? 0 : finding.uncertaintyM();
    double reachM = limitM + offsetM + u;
    if (reachM > 0 && reachM <= GeodesicZone.MAX_DISTANCE_M) {
      Geometry near = cut(target, map.envelope(), reachM);
      if (!near.isEmpty()) {
        Geometry outer = GeodesicZone.around(near, reachM);
        double innerM = limitM + offsetM - u;
        if (u > THINNEST_BAND * limitM) {
          Geometry inner = innerM > 0 ? GeodesicZone.around(near, innerM) : null;
          map.draw(
              inner == null ? outer : OverlayNGRobust.overlay(outer, inner, OverlayNG.DIFFERENCE),
              "band");
        }
        if (limitM + offsetM > 0) {
          map.draw(GeodesicZone.around(near, limitM + offsetM), "limit");
        }
      }
    }
    map.draw(target, "target");
  }

  /** What of the target can matter within the frame. */
  private static Geometry cut(Geometry target, Envelope frame, double reachM) {
    Envelope wide = new Envelope(frame);
    double latDeg = reachM / 100_000;
    wide.expandBy(latDeg / Math.cos(Math.toRadians(frame.centre().y)), latDeg);
    return OverlayNGRobust.overlay(
        target, target.getFactory().toGeometry(wide), OverlayNG.INTERSECTION);
  }

  private double halfM(Geometry site) {
    double limitM = finding.thresholdM() == null ? 0 : Math.abs(finding.thresholdM());
    double apartM = finding.distanceM() == null ? 0 : Math.abs(finding.distanceM());
    Envelope e = site.getEnvelopeInternal();
    double siteM = Math.max(e.getWidth() * 98_000, e.getHeight() * 111_000);
    double wanted = Math.max(Math.max(apartM, limitM) * 0.8, Math.min(siteM, 5_000)) * 1.3;
    return Math.min(MOST_M, Math.max(LEAST_M, wanted));
  }

  private static Coordinate coordinate(List<Double> lonLat) {
    return lonLat == null ? null : new Coordinate(lonLat.get(0), lonLat.get(1));
  }

  private String title() {
    return language.of("图：场址、目标与所量距离", "Map: site, target and the measured line");
  }

  private String note() {
    String approval = evidence.mapApproval();
    return language.of("审图号：", "Map approval no. (审图号): ")
        + (approval == null ? language.of("（待填）", "(to be filled)") : approval)
        + language.of(" · 内部用图", " · internal map");
  }

  private Html keys() {
    Html keys = new Html();
    keys.open("p", "class", "legend-keys");
    key(keys, "key-subject", language.of("场址", "site"));
    key(keys, "key-target", language.of("目标", "target"));
    key(keys, "key-limit", language.of("规定距离", "distance demanded"));
    key(keys, "key-band", language.of("不确定带 ±U", "band of ±U"));
    return keys.close();
  }

  private static void key(Html keys, String cssClass, String text) {
    keys.open("span").leaf("i", "", "class", cssClass).text(text).close();
  }
}
