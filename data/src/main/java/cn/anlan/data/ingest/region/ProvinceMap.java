package cn.anlan.data.ingest.region;

import cn.anlan.data.datum.CountyGround;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Where the province and its counties lie. Distances to a boundary are good to 0.1 % at the
 * distances that matter here (kilometres): the nearest vertex pair is sought on a plane whose x is
 * shrunk by the cosine of the province's middle latitude, and measured on the ellipsoid.
 */
public final class ProvinceMap implements CountyGround {
  /** Assumed where the boundary's own accuracy is not known: that of a small-scale map. */
  public static final double UNKNOWN_SIGMA_M = 500;

  private record County(String code, IndexedPointInAreaLocator inside, Geometry plane) {}

  private final STRtree tree = new STRtree();
  private final Map<String, County> counties = new HashMap<>();
  private final Map<String, IndexedFacetDistance> boundaries = new HashMap<>();
  private final IndexedPointInAreaLocator inside;
  private final IndexedFacetDistance boundary;
  private final double sigmaM;
  private final double shrink;

  /**
   * @param countyAreas area by county code
   * @param province the province's area; null to unite the counties
   * @param sigmaM the boundary's standard deviation; null where it is not known
   */
  ProvinceMap(Map<String, Geometry> countyAreas, Geometry province, Double sigmaM) {
    Geometry area =
        province != null ? province : UnaryUnionOp.union(new ArrayList<>(countyAreas.values()));
    this.shrink = Math.cos(Math.toRadians(area.getEnvelopeInternal().centre().y));
    this.sigmaM = sigmaM == null ? UNKNOWN_SIGMA_M : sigmaM;
    this.inside = new IndexedPointInAreaLocator(area);
    this.boundary = new IndexedFacetDistance(plane(area).getBoundary());
    countyAreas.forEach(
        (code, geometry) -> {
          County county =
              new County(code, new IndexedPointInAreaLocator(geometry), plane(geometry));
          counties.put(code, county);
          tree.insert(geometry.getEnvelopeInternal(), county);
        });
  }

  @Override
  public double sigmaM() {
    return sigmaM;
  }

  @Override
  public OptionalDouble insideM(String countyCode, double lonDeg, double latDeg) {
    County county = counties.get(countyCode);
    if (county == null) {
      return OptionalDouble.empty();
    }
    Coordinate at = new Coordinate(lonDeg, latDeg);
    double distanceM = distanceToCountyM(at, countyCode).orElseThrow();
    return OptionalDouble.of(
        county.inside().locate(at) == Location.EXTERIOR ? -distanceM : distanceM);
  }

  /** Whether the province holds the place, in CGCS2000 degrees. */
  public boolean contains(Coordinate c) {
    return inside.locate(c) != Location.EXTERIOR;
  }

  @Override
  public boolean inProvince(double lonDeg, double latDeg) {
    return contains(new Coordinate(lonDeg, latDeg));
  }

  /** Distance to the province's boundary in metres, from either side. */
  public double distanceToBoundaryM(Coordinate c) {
    return metres(boundary, c);
  }

  /** The county in which the point lies; empty outside all. */
  public Optional<String> findCounty(Coordinate c) {
    List<?> near = tree.query(new org.locationtech.jts.geom.Envelope(c));
    for (Object item : near) {
      County county = (County) item;
      if (county.inside().locate(c) != Location.EXTERIOR) {
        return Optional.of(county.code());
      }
    }
    return Optional.empty();
  }

  /** Distance in metres to the named county's boundary; empty where its area is not known. */
  public Optional<Double> distanceToCountyM(Coordinate c, String code) {
    County county = counties.get(code);
    if (county == null) {
      return Optional.empty();
    }
    IndexedFacetDistance edge =
        boundaries.computeIfAbsent(
            code, k -> new IndexedFacetDistance(county.plane().getBoundary()));
    return Optional.of(metres(edge, c));
  }

  private double metres(IndexedFacetDistance edge, Coordinate c) {
    Geometry point =
        new org.locationtech.jts.geom.GeometryFactory()
            .createPoint(new Coordinate(c.x * shrink, c.y));
    Coordinate[] nearest = edge.nearestPoints(point);
    return Geodesic.WGS84.Inverse(
            nearest[0].y, nearest[0].x / shrink, nearest[1].y, nearest[1].x / shrink)
        .s12;
  }

  /** The distance as people read it, in km. */
  public static String kilometres(double metres) {
    return metres < 1_000
        ? String.format(Locale.ROOT, "%.0f m", metres)
        : String.format(Locale.ROOT, "%.1f km", metres / 1_000);
  }

  private Geometry plane(Geometry lonLat) {
    return AffineTransformation.scaleInstance(shrink, 1).transform(lonLat);
  }
}
