package cn.anlan.web.bench;

import cn.anlan.data.store.Progress;
import cn.anlan.geo.distance.PointDistances;
import cn.anlan.geo.distance.PointSet;
import cn.anlan.geo.distance.TargetIndex;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;

/**
 * A million sites against a shore of 120,000 vertices, by our engine and by PostGIS, in one run:
 * which stand within 1 km and how far, and the nearest shore of each; the answers are compared.
 */
final class DistanceBench {
  private static final double[] GROWTH = {0.01, 0.1, 1, 10};
  private static final double LIMIT_M = 1_000;
  private static final int OUR_TRIES = 30;
  private static final int TRIES = 3;
  private static final int ASKED_AGAIN = 200;

  private final Progress progress;
  private final int sites;
  private final int knnSites;
  private final BenchGround ground = new BenchGround();

  /**
   * @param sites how many sites
   * @param knnSites how many of them PostGIS's nearest shore is asked for
   */
  DistanceBench(Progress progress, int sites, int knnSites) {
    this.progress = progress;
    this.sites = sites;
    this.knnSites = Math.min(sites, knnSites);
  }

  DistanceResult run() throws IOException, SQLException {
    List<Geometry> shores = ground.shores();
    double[][] at = ground.sites(sites);
    try (BenchDatabase bench = BenchDatabase.open(progress)) {
      Machine machine = bench.machine();
      progress.step("本引擎 (our engine)");
      double emptyMb = BenchDatabase.usedMb();
      double indexSeconds = least(TRIES, () -> TargetIndex.of(shores));
      TargetIndex index = TargetIndex.of(shores);
      double indexMb = BenchDatabase.usedMb() - emptyMb;
      List<DistanceResult.Growth> growth = new ArrayList<>();
      for (double factor : GROWTH) {
        growth.add(growth(index, (int) (factor * sites)));
      }
      PointSet set = PointSet.of(at[0], at[1]);
      PointDistances within = index.nearest(set, LIMIT_M);
      PointDistances nearest = index.nearest(set, Double.POSITIVE_INFINITY);
      DistanceResult.Growth cost =
          growth.stream().filter(g -> g.sites() == sites).findFirst().orElseThrow();
      DistanceResult.Ours ours =
          new DistanceResult.Ours(
              indexSeconds,
              cost.setSeconds(),
              cost.within1kmSeconds(),
              cost.nearestSeconds(),
              indexMb,
              cost.memoryMb());
      try (PostgisRival rival = new PostgisRival(bench.database().owner().getConnection())) {
        progress.step("装入 PostGIS (loading PostGIS)");
        rival.load(shores, at);
        progress.step("PostGIS");
        DistanceResult.Postgis postgis = ask(rival);
        return new DistanceResult(
            LocalDate.now().toString(),
            BenchGround.SEED,
            shores.stream().mapToInt(Geometry::getNumPoints).sum(),
            sites,
            machine,
            ours,
            postgis,
            ratios(ours, postgis),
            compare(rival, within, best(postgis.withDistance()).sql(), sites),
            compare(rival, nearest, best(postgis.knn()).sql(), knnSites),
            growth);
      }
    }
  }

  private DistanceResult.Growth growth(TargetIndex index, int count) {
    progress.step("%,d 点 (sites)".formatted(count));
    double[][] at = ground.sites(count);
    double emptyMb = BenchDatabase.usedMb();
    int tries = count > sites ? 1 : OUR_TRIES;
    double setSeconds = least(count > sites ? 1 : TRIES, () -> PointSet.of(at[0], at[1]));
    PointSet set = PointSet.of(at[0], at[1]);
    double within = least(tries, () -> index.nearest(set, LIMIT_M));
    double nearest = least(tries, () -> index.nearest(set, Double.POSITIVE_INFINITY));
    PointDistances answer = index.nearest(set, Double.POSITIVE_INFINITY);
    double memoryMb = BenchDatabase.usedMb() - emptyMb;
    if (answer.size() != set.size()) { // also keeps both in use until here
      throw new IllegalStateException("an answer for each site");
    }
    return new DistanceResult.Growth(count, setSeconds, within, nearest, memoryMb);
  }

  private DistanceResult.Postgis ask(PostgisRival rival) throws SQLException {
    List<DistanceResult.Statement> within = new ArrayList<>();
    List<DistanceResult.Statement> distance = new ArrayList<>();
    List<DistanceResult.Statement> knn = new ArrayList<>();
    int few = Math.min(knnSites, 20_000);
    int bestPart = 0;
    double bestSeconds = Double.POSITIVE_INFINITY;
    for (int part : PostgisRival.PARTS) {
      within.add(statement(rival, PostgisRival.WITHIN.formatted(part), TRIES));
      distance.add(statement(rival, PostgisRival.DISTANCE.formatted(part), TRIES));
      double seconds = rival.seconds(PostgisRival.KNN.formatted(part, few), 2);
      if (seconds < bestSeconds) {
        bestSeconds = seconds;
        bestPart = part;
      }
    }
    DistanceResult.Statement all =
        statement(rival, PostgisRival.KNN.formatted(bestPart, knnSites), 1);
    double scaled = all.seconds() * sites / knnSites;
    knn.add(new DistanceResult.Statement(all.sql(), scaled, all.plan()));
    return new DistanceResult.Postgis(within, distance, knn, knnSites);
  }

  private static DistanceResult.Statement statement(PostgisRival rival, String sql, int tries)
      throws SQLException {
    return new DistanceResult.Statement(sql, rival.seconds(sql, tries), rival.plan(sql));
  }

  private static DistanceResult.Statement best(List<DistanceResult.Statement> statements) {
    return statements.stream()
        .min(java.util.Comparator.comparingDouble(DistanceResult.Statement::seconds))
        .orElseThrow();
  }

  private static DistanceResult.Ratios ratios(
      DistanceResult.Ours ours, DistanceResult.Postgis postgis) {
    return new DistanceResult.Ratios(
        DistanceResult.least(postgis.within()) / ours.within1kmSeconds(),
        DistanceResult.least(postgis.withDistance()) / ours.within1kmSeconds(),
        DistanceResult.least(postgis.knn()) / ours.nearestSeconds());
  }

  private DistanceResult.Differences compare(
      PostgisRival rival, PointDistances ours, String sql, int count)
      throws SQLException, IOException {
    double[] theirs = rival.distances(sql, sites);
    int asked = 0;
    int still = 0;
    int compared = 0;
    int onlyOurs = 0;
    int onlyTheirs = 0;
    int beyond = 0;
    double fromLimitM = 0;
    double greatestM = 0;
    for (int i = 0; i < count; i++) {
      boolean here = ours.owner(i) != PointDistances.NONE;
      boolean there = !Double.isNaN(theirs[i]);
      if (here && there) {
        compared++;
        double gapM = Math.abs(ours.distanceM(i) - theirs[i]);
        greatestM = Math.max(greatestM, gapM);
        if (gapM > 1e-3 + 2e-5 * theirs[i]) {
          beyond++;
          if (asked < ASKED_AGAIN) {
            asked++;
            double edgeM = rival.edgeByEdgeM(i, ours.distanceM(i));
            still += Math.abs(ours.distanceM(i) - edgeM) > 1e-3 + 2e-5 * edgeM ? 1 : 0;
          }
        }
      } else if (here) {
        onlyOurs++;
        fromLimitM = Math.max(fromLimitM, Math.abs(ours.distanceM(i) - LIMIT_M));
      } else if (there) {
        onlyTheirs++;
        fromLimitM = Math.max(fromLimitM, Math.abs(theirs[i] - LIMIT_M));
      }
    }
    return new DistanceResult.Differences(
        compared, onlyOurs, onlyTheirs, fromLimitM, beyond, greatestM, asked, still);
  }

  private static double least(int tries, Supplier<?> work) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tries; i++) {
      long start = System.nanoTime();
      if (work.get() == null) {
        throw new IllegalStateException("work without a result");
      }
      least = Math.min(least, BenchDatabase.secondsSince(start));
    }
    return least;
  }
}
