package cn.anlan.web.bench;

import cn.anlan.analytics.crash.Match;
import cn.anlan.analytics.crash.Match.Placed;
import cn.anlan.analytics.crash.Report;
import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.topology.PieceIndex;
import cn.anlan.geo.road.topology.RoadPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Accidents whose place on the roads is known, reported with errors: positions by 30 m, one in a
 * hundred by 5 km; stakes by 50 m, one in a hundred any; one route in a hundred wrong; positions,
 * routes and stakes missing at times.
 */
final class InventedCrashes {
  private static final double LON_M = 98_000;
  private static final double LAT_M = 110_800;

  private final List<Report> reports = new ArrayList<>();
  private final List<Coordinate> truth = new ArrayList<>();
  private final List<String> routes = new ArrayList<>();

  InventedCrashes(PieceIndex roads, int count, long seed) {
    Random random = new Random(seed);
    List<RoadPiece> pieces = roads.pieces();
    for (int i = 0; i < count; i++) {
      int number = random.nextInt(pieces.size());
      RoadPiece piece = pieces.get(number);
      double share = random.nextDouble();
      Coordinate at = roads.line(number).at(share * roads.line(number).lengthM());
      double sigmaM = random.nextInt(100) == 0 ? 5_000 : 30;
      boolean hasPosition = random.nextInt(10) > 0;
      double lon = at.x + random.nextGaussian() * sigmaM / LON_M;
      double lat = at.y + random.nextGaussian() * sigmaM / LAT_M;
      String route =
          random.nextInt(100) == 0
              ? pieces.get(random.nextInt(pieces.size())).routeNo()
              : piece.routeNo();
      double stakeKm =
          piece.fromStakeKm()
              + share * (piece.toStakeKm() - piece.fromStakeKm())
              + random.nextGaussian() * 0.05;
      stakeKm = random.nextInt(100) == 0 ? random.nextDouble() * 200 : Math.max(0, stakeKm);
      boolean named = random.nextInt(4) > 0;
      boolean staked = named && random.nextInt(3) > 0;
      reports.add(
          new Report(
              "B" + i,
              hasPosition ? lon : Double.NaN,
              hasPosition ? lat : Double.NaN,
              Double.NaN,
              named ? route : null,
              staked ? stakeKm : Double.NaN));
      truth.add(at);
      routes.add(piece.routeNo());
    }
  }

  List<Report> reports() {
    return reports;
  }

  /** How many of the places are right to within 200 m, on the right route. */
  int right(List<Match> matches) {
    int right = 0;
    for (int i = 0; i < matches.size(); i++) {
      if (matches.get(i) instanceof Placed placed) {
        double offM =
            Cgcs2000.distanceM(
                placed.place().lonDeg(), placed.place().latDeg(), truth.get(i).x, truth.get(i).y);
        right += offM <= 200 && placed.place().routeNo().equals(routes.get(i)) ? 1 : 0;
      }
    }
    return right;
  }
}
