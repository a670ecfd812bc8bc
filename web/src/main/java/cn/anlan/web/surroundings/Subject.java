package cn.anlan.web.surroundings;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.NearestPair;
import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.web.site.SiteGeometry;
import java.util.Optional;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Whose surroundings are asked for: a stored feature, or a place that somebody drew.
 *
 * @param layer null for a place that is not stored
 * @param code null likewise
 * @param enterpriseCode its enterprise, whose other installations are not "others"; may be null
 * @param geometry CGCS2000 longitude and latitude
 * @param demo whether it is invented
 */
public record Subject(
    String layer,
    Long id,
    String code,
    String name,
    String enterpriseCode,
    Geometry geometry,
    GeodesicTarget target,
    boolean demo) {

  /** A stored feature; empty where it has no geometry. */
  static Optional<Subject> stored(LayerSnapshot layer, int row) {
    return layer
        .findGeometry(row)
        .map(
            geometry ->
                new Subject(
                    layer.layer(),
                    layer.id(row),
                    layer.text("code", row),
                    text(layer, "name", row),
                    text(layer, "enterprise_code", row),
                    geometry,
                    GeodesicTarget.of(geometry),
                    Boolean.TRUE.equals(layer.value("is_demo", row))));
  }

  /** A place that is not stored. */
  static Subject drawn(String name, Geometry geometry) {
    return new Subject(null, null, null, name, null, geometry, GeodesicTarget.of(geometry), false);
  }

  /** The column's text, or null where the layer has no such column. */
  static String text(LayerSnapshot layer, String column, int row) {
    boolean there = layer.columns().stream().anyMatch(c -> c.name().equals(column));
    return there ? layer.text(column, row) : null;
  }

  /** The point from which directions are taken: the place itself, or a point inside it. */
  Coordinate centre() {
    return SiteGeometry.inside(geometry);
  }

  /** Azimuth from the centre to a neighbour's nearest point, degrees clockwise from north. */
  double azimuthDeg(NearestPair pair) {
    Coordinate from = centre();
    GeodesicData line =
        Cgcs2000.GEODESIC.Inverse(from.y, from.x, pair.targetLatDeg(), pair.targetLonDeg());
    return (line.azi1 + 360) % 360;
  }

  /** A box that holds everything within a distance; a little too large, never too small. */
  Box reach(double metres) {
    Envelope e = geometry.getEnvelopeInternal();
    double latDeg = metres / 110_000;
    double widest = Math.max(Math.abs(e.getMinY()), Math.abs(e.getMaxY())) + latDeg;
    double lonDeg = latDeg / Math.cos(Math.toRadians(Math.min(85, widest)));
    return new Box(
        e.getMinX() - lonDeg, e.getMinY() - latDeg, e.getMaxX() + lonDeg, e.getMaxY() + latDeg);
  }
}
