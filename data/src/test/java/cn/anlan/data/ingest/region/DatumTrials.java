package cn.anlan.data.ingest.region;

import cn.anlan.data.datum.DatumOdds;
import cn.anlan.data.datum.DatumWeighing;
import cn.anlan.data.datum.Hypothesis;
import cn.anlan.geo.datum.Bd09;
import cn.anlan.geo.datum.Gcj02;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Files of random points in counties whose outlines are the truth, delivered in a datum, and judged
 * with another map of the same counties.
 */
final class DatumTrials {
  private static final double DEG_M = 111_000;

  /** How the points of a file lie. */
  enum Spread {
    /** All over the province, a county as likely as another. */
    PROVINCE,
    /** In one county. */
    COUNTY,
    /** In ten places, within some 2 km. */
    CLUSTERS
  }

  record Outcome(int right, int doubtful, int wrong) {}

  private record Area(String code, Geometry shape, IndexedPointInAreaLocator inside) {}

  private final List<Area> truth = new ArrayList<>();
  private final ProvinceMap map;
  private final double wrongNames;

  /**
   * @param truth outlines by code
   * @param map what the judge knows
   * @param wrongNames share of rows that name a county some 10 km away
   */
  DatumTrials(Map<String, Geometry> truth, ProvinceMap map, double wrongNames) {
    truth.forEach(
        (code, shape) ->
            this.truth.add(new Area(code, shape, new IndexedPointInAreaLocator(shape))));
    this.map = map;
    this.wrongNames = wrongNames;
  }

  Outcome run(Hypothesis datum, Spread spread, int points, int files, Random random) {
    int right = 0;
    int doubtful = 0;
    int wrong = 0;
    for (int i = 0; i < files; i++) {
      DatumOdds odds = file(datum, spread, points, random);
      if (!odds.isEvidence()) {
        doubtful++;
      } else if (odds.best() == datum) {
        right++;
      } else {
        wrong++;
      }
    }
    return new Outcome(right, doubtful, wrong);
  }

  DatumOdds file(Hypothesis datum, Spread spread, int points, Random random) {
    DatumWeighing weighing = new DatumWeighing(map, 20);
    Area home = truth.get(random.nextInt(truth.size()));
    List<Coordinate> centres = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      centres.add(inside(truth.get(random.nextInt(truth.size())), random));
    }
    for (int i = 0; i < points; i++) {
      Coordinate at =
          switch (spread) {
            case PROVINCE -> inside(truth.get(random.nextInt(truth.size())), random);
            case COUNTY -> inside(home, random);
            case CLUSTERS -> near(centres.get(random.nextInt(centres.size())), 2_000, random);
          };
      String named =
          random.nextDouble() < wrongNames ? county(near(at, 10_000, random)) : county(at);
      if (named != null) {
        Coordinate measured = near(at, 20, random);
        double[] delivered =
            switch (datum) {
              case CGCS2000 -> new double[] {measured.x, measured.y};
              case GCJ02 -> Gcj02.fromWgs84(measured.x, measured.y);
              case BD09 -> Bd09.fromWgs84(measured.x, measured.y);
            };
        weighing.addNamed(named, delivered[0], delivered[1]);
      }
    }
    return weighing.odds();
  }

  private static Coordinate inside(Area area, Random random) {
    Envelope box = area.shape().getEnvelopeInternal();
    while (true) {
      Coordinate c =
          new Coordinate(
              box.getMinX() + random.nextDouble() * box.getWidth(),
              box.getMinY() + random.nextDouble() * box.getHeight());
      if (area.inside().locate(c) == Location.INTERIOR) {
        return c;
      }
    }
  }

  private static Coordinate near(Coordinate c, double sigmaM, Random random) {
    return new Coordinate(
        c.x + random.nextGaussian() * sigmaM / DEG_M / Math.cos(Math.toRadians(c.y)),
        c.y + random.nextGaussian() * sigmaM / DEG_M);
  }

  /** The true county; null outside the province. */
  private String county(Coordinate c) {
    for (Area area : truth) {
      if (area.shape().getEnvelopeInternal().contains(c)
          && area.inside().locate(c) != Location.EXTERIOR) {
        return area.code();
      }
    }
    return null;
  }
}
