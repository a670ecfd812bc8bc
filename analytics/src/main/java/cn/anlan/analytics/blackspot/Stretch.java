package cn.anlan.analytics.blackspot;

import java.util.List;

/**
 * A stretch of a route, one of many of about equal length ({@link RouteStretches}) that are
 * compared with one another.
 *
 * @param lengthM of road ({@link Section}), which may be less or more than from end to end
 * @param roadClass that of most of it
 * @param adt average daily traffic of both directions; NaN where nothing was counted
 * @param crashes in the years looked at
 * @param weighted the same, each counted by its {@link CrashWeights}
 */
public record Stretch(
    String routeNo,
    double fromM,
    double toM,
    double lengthM,
    String roadClass,
    double adt,
    int crashes,
    int fatal,
    int deaths,
    double weighted) {

  public double lengthKm() {
    return lengthM / 1000;
  }

  /** Million vehicle kilometres in so many years; NaN where the traffic is unknown. */
  public double exposure(double years) {
    return adt * 365.25 * years * lengthKm() / 1e6;
  }

  /**
   * Whether it has road in common with what lies between two stakes; what only touches has none. A
   * single stake is in the stretch that begins or goes on there.
   *
   * @param otherToM not below {@code otherFromM}
   */
  public boolean meets(String otherRouteNo, double otherFromM, double otherToM) {
    return routeNo.equals(otherRouteNo)
        && fromM < Math.max(otherToM, Math.nextUp(otherFromM))
        && otherFromM < toM;
  }

  static Stretch of(String routeNo, Section section, List<Crash> crashes, CrashWeights weights) {
    return new Stretch(
        routeNo,
        section.fromM(),
        section.toM(),
        section.lengthM(),
        section.roadClass(),
        section.adt(),
        crashes.size(),
        (int) crashes.stream().filter(CrashKind.FATAL::counts).count(),
        crashes.stream().mapToInt(Crash::deaths).sum(),
        crashes.stream().mapToDouble(weights::of).sum());
  }
}
