package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.List;

/**
 * What {@code bench distance} found. Times are the least of several tries; ratios are PostGIS's
 * time by ours.
 *
 * @param ours with the index of the shores and the set of sites in memory
 * @param postgis with tables and indexes in memory
 */
record DistanceResult(
    String date,
    long seed,
    int shoreVertices,
    int sites,
    Machine machine,
    Ours ours,
    Postgis postgis,
    Ratios ratios,
    Differences within1km,
    Differences nearest,
    List<Growth> growth) {

  /** Seconds, and of them one core's where both work. */
  record Ours(
      double indexSeconds,
      double setSeconds,
      double within1kmSeconds,
      double nearestSeconds,
      double indexMb,
      double setMb) {}

  record Statement(String sql, double seconds, String plan) {}

  /**
   * @param within ids only
   * @param knnSites how many sites the KNN statement was asked for; its time is scaled to all
   */
  record Postgis(
      List<Statement> within, List<Statement> withDistance, List<Statement> knn, int knnSites) {}

  record Ratios(double within1km, double within1kmWithDistance, double nearest) {}

  /**
   * Ours against PostGIS's own distances.
   *
   * @param compared sites that both answers have
   * @param onlyOurs sites that only we found, and how far they are from the limit at most
   * @param beyondTolerance distances that differ by more than 1 mm + 2·10⁻⁵·d
   * @param askedEdgeByEdge of those, the ones for which PostGIS was asked again with single edges
   * @param stillBeyond of those, the ones that differ even so
   */
  record Differences(
      int compared,
      int onlyOurs,
      int onlyPostgis,
      double furthestFromLimitM,
      int beyondTolerance,
      double greatestM,
      int askedEdgeByEdge,
      int stillBeyond) {}

  /** What {@code sites} cost: to make ready, to ask, to hold (with one answer). */
  record Growth(
      int sites,
      double setSeconds,
      double within1kmSeconds,
      double nearestSeconds,
      double memoryMb) {}

  String text() {
    Table asked = new Table("问题 question", "本引擎 ours s", "PostGIS s", "倍数 ratio");
    asked.row(
        "1 km 内（仅编号）within 1 km, ids only",
        three(ours.within1kmSeconds()),
        three(least(postgis.within())),
        one(ratios.within1km()));
    asked.row(
        "1 km 内及距离 within 1 km with distance",
        three(ours.within1kmSeconds()),
        three(least(postgis.withDistance())),
        one(ratios.within1kmWithDistance()));
    asked.row(
        "最近距离 nearest, no cut-off",
        three(ours.nearestSeconds()),
        three(least(postgis.knn())),
        one(ratios.nearest()));
    Table costs = new Table("点数 sites", "准备 set s", "1 km s", "最近 nearest s", "内存 MB");
    for (Growth g : growth) {
      costs.row(
          "%,d".formatted(g.sites()),
          three(g.setSeconds()),
          three(g.within1kmSeconds()),
          three(g.nearestSeconds()),
          one(g.memoryMb()));
    }
    return "%,d sites, %,d shore vertices, seed %d%n%s, load average before %s%n%n"
            .formatted(sites, shoreVertices, seed, machine.text(), one(machine.loadAverage()))
        + asked.text()
        + "\n"
        + differences("1 km", within1km)
        + differences("nearest", nearest)
        + "\n"
        + costs.text()
        + "\n"
        + postgis.knnSites()
        + " sites in the KNN statement\n\n"
        + statement(postgis.within())
        + statement(postgis.withDistance())
        + statement(postgis.knn());
  }

  static double least(List<Statement> statements) {
    return statements.stream().mapToDouble(Statement::seconds).min().orElse(Double.NaN);
  }

  private static String differences(String what, Differences d) {
    return "%s: %,d compared, %d only ours, %d only PostGIS's (at most %.4f m from the limit), %d"
            .formatted(
                what,
                d.compared(),
                d.onlyOurs(),
                d.onlyPostgis(),
                d.furthestFromLimitM(),
                d.beyondTolerance())
        + " beyond 1 mm + 2e-5 d, greatest difference %.4f m; of %d asked edge by edge %d still%n"
            .formatted(d.greatestM(), d.askedEdgeByEdge(), d.stillBeyond());
  }

  private static String statement(List<Statement> statements) {
    Statement best =
        statements.stream()
            .min(java.util.Comparator.comparingDouble(Statement::seconds))
            .orElseThrow();
    return best.sql() + "\n\n";
  }

  private static String one(double value) {
    return "%.1f".formatted(value);
  }

  private static String three(double value) {
    return "%.4f".formatted(value);
  }
}
