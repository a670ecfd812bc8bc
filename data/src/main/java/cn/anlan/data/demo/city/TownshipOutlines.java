package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Township;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Outlines of a county's townships: to each the ground that lies nearer to its centre than to any
 * other (Voronoi). All borders are noded together on a grid of 1e-7 degrees, so that the outlines
 * cover the county with neither gap nor overlap.
 */
final class TownshipOutlines {
  static final PrecisionModel GRID = new PrecisionModel(1e7);

  private TownshipOutlines() {}

  /** By township code. */
  static Map<String, Geometry> of(County county, List<Township> townships) {
    Envelope box = county.geometry().getEnvelopeInternal();
    FlatFrame frame = FlatFrame.atLatitude(box.centre().y);
    List<Coordinate> centres = new ArrayList<>();
    for (Township township : townships) {
      centres.add(frame.metres(township.centre()));
    }
    Envelope clip = new Envelope(frame.metres(new Coordinate(box.getMinX(), box.getMinY())));
    clip.expandToInclude(frame.metres(new Coordinate(box.getMaxX(), box.getMaxY())));
    clip.expandBy(10_000);
    VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
    voronoi.setSites(centres);
    voronoi.setClipEnvelope(clip);
    Geometry cells = voronoi.getDiagram(Shapes.FACTORY);
    AffineTransformation degrees =
        AffineTransformation.scaleInstance(1 / frame.lonM(), 1 / frame.latM());
    List<Geometry> edges = new ArrayList<>();
    edges.add(county.geometry().getBoundary());
    for (int i = 0; i < cells.getNumGeometries(); i++) {
      edges.add(degrees.transform(cells.getGeometryN(i)).getBoundary());
    }
    Geometry noded = UnaryUnionNG.union(Shapes.FACTORY.buildGeometry(edges), GRID);
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(noded);
    return assign(county, townships, frame, faces(polygonizer));
  }

  @SuppressWarnings("unchecked")
  private static Collection<Geometry> faces(Polygonizer polygonizer) {
    return (Collection<Geometry>) polygonizer.getPolygons();
  }

  private static Map<String, Geometry> assign(
      County county, List<Township> townships, FlatFrame frame, Collection<Geometry> faces) {
    Map<String, List<Geometry>> parts = new HashMap<>();
    for (Geometry face : faces) {
      Geometry inner = face.getInteriorPoint();
      if (county.geometry().covers(inner)) {
        Coordinate at = frame.metres(inner.getCoordinate());
        Township nearest = null;
        double least = Double.MAX_VALUE;
        for (Township township : townships) {
          double distanceM = at.distance(frame.metres(township.centre()));
          if (distanceM < least) {
            least = distanceM;
            nearest = township;
          }
        }
        parts.computeIfAbsent(nearest.code(), c -> new ArrayList<>()).add(face);
      }
    }
    Map<String, Geometry> outlines = new HashMap<>();
    parts.forEach(
        (code, list) -> outlines.put(code, UnaryUnionNG.union(list, Shapes.FACTORY, GRID).norm()));
    return outlines;
  }
}
