package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Terrain;
import cn.anlan.data.demo.industry.Industry;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Where mines may lie: the counties known for mining more often, in each the higher ground. */
final class MinePlaces {
  private static final int CANDIDATES = 6;
  private static final int TRIES = 300;

  private final Ground ground;
  private final Random random;
  private final Weighted<County> coal;
  private final Weighted<County> ore;
  private final Weighted<County> any;
  private final Map<String, PreparedGeometry> prepared = new HashMap<>();

  MinePlaces(Ground ground, Industry industry, Random random) {
    this.ground = ground;
    this.random = random;
    this.coal = weighted(industry.favouredCounties("coal_mine"), 0.15);
    this.ore = weighted(industry.favouredCounties("non_coal_mine"), 0.5);
    this.any = weighted(Map.of(), 1);
  }

  County coalCounty() {
    return coal.draw(random);
  }

  County oreCounty() {
    return ore.draw(random);
  }

  /** Likelier where the county is larger. */
  County anyCounty() {
    return any.draw(random);
  }

  /** The highest of a few places on land in the county. */
  Coordinate high(County county) {
    Coordinate best = null;
    for (int i = 0; i < CANDIDATES; i++) {
      Coordinate at = anywhere(county);
      if (best == null || height(at) > height(best)) {
        best = at;
      }
    }
    return best;
  }

  /** Any place on land in the county, rounded to 1e-7°. */
  Coordinate anywhere(County county) {
    var box = county.geometry().getEnvelopeInternal();
    for (int i = 0; i < TRIES; i++) {
      Coordinate at =
          Rounded.place(
              box.getMinX() + random.nextDouble() * box.getWidth(),
              box.getMinY() + random.nextDouble() * box.getHeight());
      if (allows(county, Shapes.point(at))) {
        return at;
      }
    }
    return county.seat();
  }

  /** Whether a shape lies wholly in the county and not in the water. */
  boolean allows(County county, Geometry shape) {
    return within(county, shape) && !ground.preparedWater().intersects(shape);
  }

  /** Whether a shape lies wholly in the county. */
  boolean within(County county, Geometry shape) {
    return prepared
        .computeIfAbsent(county.code(), c -> PreparedGeometryFactory.prepare(county.geometry()))
        .covers(shape);
  }

  static double height(Coordinate at) {
    return Terrain.heightM(at.x, at.y);
  }

  private Weighted<County> weighted(Map<String, Double> favoured, double elsewhere) {
    return new Weighted<>(
        ground.counties(),
        c -> c.geometry().getArea() * favoured.getOrDefault(c.code(), elsewhere));
  }
}
