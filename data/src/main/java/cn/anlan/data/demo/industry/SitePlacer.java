package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.TurnedFrame;
import cn.anlan.geo.distance.NearestPair;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws plant sites whose boundary lies at a wished distance from the nearest invented shore. The
 * distance is the product's own exact one, so a site meant to stand 3 m short of the line does.
 */
final class SitePlacer {
  private static final double CLOSE_ENOUGH_M = 0.4;
  private static final int STEPS = 12;

  private final Function<Geometry, NearestPair> nearestShore;
  private final Predicate<Geometry> allowed;
  private final Random random;

  /**
   * @param nearestShore exact distance to the nearest invented shore
   * @param allowed whether a site may lie there (inside the province, not in the water)
   */
  SitePlacer(
      Function<Geometry, NearestPair> nearestShore, Predicate<Geometry> allowed, Random random) {
    this.nearestShore = nearestShore;
    this.allowed = allowed;
    this.random = random;
  }

  /** A site {@code wishedM} from the nearest shore, starting its search at a point of the shore. */
  Optional<Polygon> place(Coordinate onShore, double wishedM) {
    Outline outline = Outline.draw(random);
    Coordinate centre =
        Geodesics.step(onShore, random.nextDouble() * 360, wishedM + outline.radiusM());
    for (int i = 0; i < STEPS; i++) {
      Polygon site = outline.at(centre);
      NearestPair pair = nearestShore.apply(site);
      double shortM = wishedM - pair.distanceM();
      if (Math.abs(shortM) < CLOSE_ENOUGH_M) {
        return allowed.test(site) ? Optional.of(site) : Optional.empty();
      }
      if (pair.distanceM() == 0) {
        centre = Geodesics.step(centre, Geodesics.bearingDeg(onShore, centre), 500);
        continue;
      }
      Coordinate shore = new Coordinate(pair.targetLonDeg(), pair.targetLatDeg());
      Coordinate edge = new Coordinate(pair.subjectLonDeg(), pair.subjectLatDeg());
      double away = Geodesics.bearingDeg(shore, edge);
      centre = Geodesics.step(centre, shortM > 0 ? away : away + 180, Math.abs(shortM));
    }
    return Optional.empty();
  }

  /** A site round a given place, wherever the shore is. */
  Polygon placeAt(Coordinate centre) {
    return Outline.draw(random).at(centre);
  }

  /** The shape of a plant: a rectangle with cut corners, turned at random. */
  private record Outline(double lengthM, double widthM, double turnDeg) {
    static Outline draw(Random random) {
      return new Outline(
          160 + random.nextDouble() * 420,
          120 + random.nextDouble() * 260,
          random.nextDouble() * 180);
    }

    double radiusM() {
      return Math.hypot(lengthM, widthM) / 2;
    }

    Polygon at(Coordinate centre) {
      double[][] corners = {
        {-0.5, -0.5}, {0.3, -0.5}, {0.5, -0.3}, {0.5, 0.5}, {-0.35, 0.5}, {-0.5, 0.35}
      };
      // The frame's y points to the left, a plant's width to the right.
      TurnedFrame frame = new TurnedFrame(centre, turnDeg);
      return Shapes.polygon(
          corners.length, i -> frame.at(corners[i][0] * lengthM, -corners[i][1] * widthM));
    }
  }
}
