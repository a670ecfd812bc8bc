package cn.anlan.data.demo.road;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.draw.FlatFrame;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The base map's waters, by what lines cross them. */
final class Waters {
  /**
   * A crossing of a line and a water.
   *
   * @param middle of the crossing
   * @param widthM over open water; 0 where the water is only a line
   */
  record Crossing(String water, Coordinate middle, double widthM) {}

  /** A bank of a water. */
  record Bank(String water, Coordinate at) {}

  private record Part(String name, PreparedGeometry shape) {}

  private final STRtree index = new STRtree();
  private final List<Bank> banks = new ArrayList<>();

  Waters() {
    for (BaseFeature water : BaseMap.waters()) {
      for (int i = 0; i < water.geometry().getNumGeometries(); i++) {
        Geometry part = water.geometry().getGeometryN(i);
        index.insert(
            part.getEnvelopeInternal(),
            new Part(water.text("name"), PreparedGeometryFactory.prepare(part)));
        if (part.getDimension() == 2) {
          for (Coordinate c : part.getCoordinates()) {
            banks.add(new Bank(water.text("name"), c));
          }
        }
      }
    }
    index.build();
  }

  List<Bank> banks() {
    return banks;
  }

  List<Crossing> crossings(LineString line) {
    List<Crossing> found = new ArrayList<>();
    for (Object item : index.query(line.getEnvelopeInternal())) {
      Part part = (Part) item;
      if (!part.shape.intersects(line)) {
        continue;
      }
      Geometry common = line.intersection(part.shape.getGeometry());
      for (int i = 0; i < common.getNumGeometries(); i++) {
        Coordinate[] c = common.getGeometryN(i).getCoordinates();
        found.add(new Crossing(part.name, middle(c), c.length < 2 ? 0 : Metres.length(c)));
      }
    }
    return found;
  }

  private static Coordinate middle(Coordinate[] line) {
    double left = Metres.length(line) / 2;
    for (int i = 1; i < line.length; i++) {
      double edge = FlatFrame.betweenM(line[i - 1], line[i]);
      if (edge >= left && edge > 0) {
        return Metres.along(line[i - 1], line[i], left / edge);
      }
      left -= edge;
    }
    return line[0];
  }
}
