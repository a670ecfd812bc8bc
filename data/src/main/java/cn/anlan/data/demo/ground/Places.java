package cn.anlan.data.demo.ground;

import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Invented places in one county: most lie round a few centres, as works do round towns and
 * industrial parks, the rest anywhere on land.
 */
public final class Places {
  private static final double CLUSTERED = 0.75;
  private static final int TRIES = 400;

  private final PreparedGeometry land;
  private final Envelope box;
  private final PreparedGeometry water;
  private final List<Coordinate> centres = new ArrayList<>();
  private final Random random;

  public Places(Geometry county, PreparedGeometry water, Random random) {
    this.land = PreparedGeometryFactory.prepare(county);
    this.box = county.getEnvelopeInternal();
    this.water = water;
    this.random = random;
    centres.add(county.getInteriorPoint().getCoordinate());
    int more = 1 + random.nextInt(3);
    for (int i = 0; i < more; i++) {
      centres.add(anywhere().getCoordinate());
    }
  }

  /** The chief centre: an inner point of the county that lies on land. */
  Coordinate centre() {
    Point centre = Shapes.point(centres.get(0));
    return onLand(centre) ? centres.get(0) : anywhere().getCoordinate();
  }

  /** A place of works, inside the county and not in the water. */
  public Point next() {
    if (random.nextDouble() < CLUSTERED) {
      for (int i = 0; i < TRIES; i++) {
        Coordinate centre =
            centres.get(Math.min(random.nextInt(centres.size() + 1), centres.size() - 1));
        double distanceM = Math.abs(random.nextGaussian()) * 3500;
        Point place = point(Geodesics.step(centre, random.nextDouble() * 360, distanceM));
        if (onLand(place)) {
          return place;
        }
      }
    }
    return anywhere();
  }

  private Point anywhere() {
    for (int i = 0; i < TRIES; i++) {
      Point place =
          point(
              new Coordinate(
                  box.getMinX() + random.nextDouble() * box.getWidth(),
                  box.getMinY() + random.nextDouble() * box.getHeight()));
      if (onLand(place)) {
        return place;
      }
    }
    return Shapes.point(centres.get(0));
  }

  private boolean onLand(Point place) {
    return land.covers(place) && !water.intersects(place);
  }

  private static Point point(Coordinate c) {
    return Shapes.point(Rounded.place(c));
  }
}
