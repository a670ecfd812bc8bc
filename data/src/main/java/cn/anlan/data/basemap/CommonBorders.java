package cn.anlan.data.basemap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Makes one clean coverage of polygons that were drawn separately and fit each other only nearly.
 *
 * <p>All borders are noded together by snap-rounding on a grid and cut the plane into faces. A face
 * that lies in one unit belongs to it. A face that several claim, one that lies between units, and
 * a crumb cut off from its unit go to the neighbour with whom they share the longest border (among
 * the claimants, where there are any). The units are then unions of faces: no gaps, no overlaps,
 * every shared border identical in both.
 *
 * <p>Nothing moves by more than half a grid cell, except where sources contradict each other. Input
 * rings may cross themselves. The result is deterministic.
 */
final class CommonBorders {
  private final double gridScale;
  private final double crumbArea;

  /**
   * @param gridScale grid cells per unit of the coordinates
   * @param crumbArea detached parts smaller than this, in squared units of the coordinates, go to a
   *     neighbour
   */
  CommonBorders(double gridScale, double crumbArea) {
    this.gridScale = gridScale;
    this.crumbArea = crumbArea;
  }

  /** What a polygon was drawn for; several polygons may have one unit. */
  record Claim(String unit, Geometry area) {}

  /** The coverage, by unit in the order of the units' names. */
  Map<String, Geometry> cover(List<Claim> claims) {
    List<Polygon> faces = faces(claims);
    FaceOwners owners = new FaceOwners(faces);
    STRtree index = new STRtree();
    for (Claim claim : claims) {
      index.insert(claim.area().getEnvelopeInternal(), new Located(claim));
    }
    for (int i = 0; i < faces.size(); i++) {
      owners.claim(i, claimants(index, faces.get(i).getInteriorPoint()));
    }
    owners.settle();
    Map<String, Geometry> units = unite(owners);
    // Crumbs are whole pieces of a unit, so they are found only after the first union.
    FaceOwners pieces = pieces(units);
    pieces.settle();
    return unite(pieces);
  }

  private List<Polygon> faces(List<Claim> claims) {
    List<Geometry> borders = claims.stream().map(c -> c.area().getBoundary()).toList();
    Geometry noded = UnaryUnionNG.union(borders, new PrecisionModel(gridScale));
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(noded);
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      faces.add((Polygon) face);
    }
    return faces;
  }

  private static Set<String> claimants(STRtree index, Point inside) {
    Set<String> units = new LinkedHashSet<>();
    List<?> candidates = index.query(inside.getEnvelopeInternal());
    for (Object candidate : candidates) {
      Located located = (Located) candidate;
      if (located.holds(inside)) {
        units.add(located.claim.unit());
      }
    }
    return units;
  }

  private FaceOwners pieces(Map<String, Geometry> units) {
    List<Polygon> polygons = new ArrayList<>();
    List<Set<String>> claimants = new ArrayList<>();
    for (Map.Entry<String, Geometry> unit : units.entrySet()) {
      Geometry area = unit.getValue();
      double largest = 0;
      for (int i = 0; i < area.getNumGeometries(); i++) {
        largest = Math.max(largest, area.getGeometryN(i).getArea());
      }
      for (int i = 0; i < area.getNumGeometries(); i++) {
        Polygon part = (Polygon) area.getGeometryN(i);
        boolean crumb = part.getArea() < crumbArea && part.getArea() < largest;
        polygons.add(part);
        claimants.add(crumb ? Set.of() : Set.of(unit.getKey()));
      }
    }
    FaceOwners owners = new FaceOwners(polygons);
    for (int i = 0; i < polygons.size(); i++) {
      owners.claim(i, claimants.get(i));
    }
    return owners;
  }

  private static Map<String, Geometry> unite(FaceOwners owners) {
    Map<String, Geometry> units = new LinkedHashMap<>();
    for (Map.Entry<String, List<Polygon>> unit : new TreeMap<>(owners.byUnit()).entrySet()) {
      Collection<Polygon> parts = unit.getValue();
      Geometry union = CoverageUnion.union(parts.toArray(Geometry[]::new));
      // A unit that closes round a neighbour at a single point comes out as a ring touching itself;
      // fixing makes it a hole and keeps every vertex.
      units.put(unit.getKey(), union.isValid() ? union : GeometryFixer.fix(union));
    }
    return units;
  }

  private static final class Located {
    private final Claim claim;
    private final IndexedPointInAreaLocator locator;

    Located(Claim claim) {
      this.claim = claim;
      this.locator = new IndexedPointInAreaLocator(claim.area());
    }

    boolean holds(Point point) {
      return locator.locate(point.getCoordinate()) != Location.EXTERIOR;
    }
  }
}
