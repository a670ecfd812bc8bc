package cn.anlan.geo.distance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The index against {@link BruteForce}, shape by shape. */
class TargetIndexRandomTest {
  private static final int LAYERS = 10;
  private static final int SITES = 40;

  @Test
  void everyShapeWithinIsFoundAtItsDistance() {
    long first = System.nanoTime() & 0xffffff;
    int met = IntStream.range(0, LAYERS).parallel().map(i -> compare(first + i)).sum();
    assertThat(met).as("pairs that meet, first seed %d", first).isPositive();
  }

  /** How many pairs of a site and a shape meet. */
  private static int compare(long seed) {
    Random random = new Random(seed);
    RandomShapes shapes = new RandomShapes(random);
    List<Geometry> layer = layer(shapes, random);
    TargetIndex index = TargetIndex.of(layer);
    List<BruteForce> references = layer.stream().map(TargetIndexRandomTest::reference).toList();
    int met = 0;
    for (int i = 0; i < SITES; i++) {
      Geometry shape;
      do {
        shape = layer.get(random.nextInt(layer.size()));
      } while (shape == null || shape.isEmpty());
      Geometry site = i % 3 == 0 ? shapes.line(shape) : shapes.site(shape);
      GeodesicTarget subject = GeodesicTarget.of(site);
      double maxM = Math.pow(10, 5.3 * random.nextDouble());
      Map<Integer, NearestPair> hits = new HashMap<>();
      index.within(subject, maxM, h -> assertThat(hits.put(h.owner(), h.pair())).isNull());
      double least = Double.POSITIVE_INFINITY;
      for (int owner = 0; owner < layer.size(); owner++) {
        String what = "seed " + seed + ", site " + i + " " + site + ", shape " + owner;
        if (references.get(owner) == null) {
          assertThat(hits).as(what).doesNotContainKey(owner);
          continue;
        }
        double expected = references.get(owner).distanceM(site);
        double tolerance = Math.max(1e-3, 1e-6 * expected);
        least = Math.min(least, expected);
        NearestPair pair = hits.get(owner);
        if (pair == null) {
          assertThat(expected).as(what).isGreaterThan(maxM - tolerance);
        } else {
          assertThat(Math.abs(pair.distanceM() - expected))
              .as("%s: %s, expected %s", what, pair, expected)
              .isLessThan(tolerance);
          assertThat(pair.distanceM()).isLessThanOrEqualTo(maxM);
          requireEnds(what, pair, subject, layer.get(owner));
        }
        met += expected == 0 ? 1 : 0;
        int only = owner;
        Hit hit = index.nearest(subject, o -> o == only).orElseThrow();
        assertThat(hit.owner()).as(what).isEqualTo(owner);
        assertThat(Math.abs(hit.distanceM() - expected)).as(what).isLessThan(tolerance);
      }
      Hit nearest = index.nearest(subject).orElseThrow();
      assertThat(Math.abs(nearest.distanceM() - least))
          .as("seed %d, site %d %s: %s, expected %s", seed, i, site, nearest, least)
          .isLessThan(Math.max(1e-3, 1e-6 * least));
    }
    return met;
  }

  /** The ends stand on their shapes, and the distance is that between them. */
  private static void requireEnds(
      String what, NearestPair pair, GeodesicTarget subject, Geometry shape) {
    double ends =
        Cgcs2000.distanceM(
            pair.subjectLonDeg(), pair.subjectLatDeg(), pair.targetLonDeg(), pair.targetLatDeg());
    assertThat(Math.abs(ends - pair.distanceM())).as(what).isLessThan(1e-6);
    Geometry from = point(pair.subjectLonDeg(), pair.subjectLatDeg());
    Geometry to = point(pair.targetLonDeg(), pair.targetLatDeg());
    assertThat(subject.nearest(from).distanceM()).as(what).isLessThan(1e-5);
    assertThat(GeodesicTarget.of(shape).nearest(to).distanceM()).as(what).isLessThan(1e-5);
  }

  private static Geometry point(double lon, double lat) {
    return RandomShapes.FACTORY.createPoint(new Coordinate(lon, lat));
  }

  private static BruteForce reference(Geometry shape) {
    return shape == null || shape.isEmpty() ? null : new BruteForce(shape);
  }

  private static List<Geometry> layer(RandomShapes shapes, Random random) {
    List<Geometry> layer = new ArrayList<>();
    Geometry shore = shapes.shore();
    layer.add(shore);
    layer.add(null);
    layer.add(RandomShapes.FACTORY.createPoint());
    for (int i = 0; i < 12; i++) {
      layer.add(i % 4 == 0 ? shapes.line(shore) : shapes.site(shore));
    }
    if (random.nextBoolean()) {
      layer.add(shapes.shore()); // which may overlap the first
    }
    return layer;
  }
}
