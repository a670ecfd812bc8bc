package cn.anlan.data.demo.hazardous;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * How many people live near a plant. A village is taken as a disc of even density, so that a plant
 * at its edge exposes a part of its people, not all or none.
 */
final class ExposedResidents {
  /** Residents per km² of built-up village ground: ours, about 200 m² each. */
  static final double DENSITY_PER_KM2 = 5000;

  private static final int SAMPLES = 199;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private final STRtree index = new STRtree();
  private final double widestM;

  ExposedResidents(Settlements settlements) {
    double widest = 0;
    for (Village village : settlements.villages()) {
      index.insert(new Envelope(village.at()), village);
      widest = Math.max(widest, radiusM(village));
    }
    this.widestM = widest;
  }

  /** Radius of the village's disc. */
  static double radiusM(Village village) {
    return 1000 * Math.sqrt(village.residents() / DENSITY_PER_KM2 / Math.PI);
  }

  /** Residents within a distance of the plant's boundary, or inside it. */
  long within(Geometry plant, double distanceM) {
    FlatFrame frame = FlatFrame.bySeries(plant.getCentroid().getCoordinate());
    Geometry inMetres = frame.toMetres(plant);
    Envelope search = plant.getEnvelopeInternal();
    double reachM = distanceM + widestM;
    search.expandBy(reachM / frame.lonM(), reachM / frame.latM());
    @SuppressWarnings("unchecked")
    List<Village> villages = index.query(search);
    return villages.stream().mapToLong(v -> exposed(v, inMetres, frame, distanceM)).sum();
  }

  private static long exposed(Village village, Geometry plant, FlatFrame frame, double distanceM) {
    double radiusM = radiusM(village);
    Coordinate centre = frame.metres(village.at());
    int hits = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double outM = radiusM * Math.sqrt((i + 0.5) / SAMPLES);
      double angle = i * GOLDEN_ANGLE;
      Coordinate at =
          new Coordinate(centre.x + outM * Math.sin(angle), centre.y + outM * Math.cos(angle));
      if (Shapes.point(at).isWithinDistance(plant, distanceM)) {
        hits++;
      }
    }
    return Math.round(village.residents() * (double) hits / SAMPLES);
  }
}
