package cn.anlan.analytics.blackspot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of a route, one of many of equal length that are compared with one another.
 *
 * @param lengthM of road; less than from the one end to the other where the route has a gap
 * @param roadClass that of most of it
 * @param adt average daily traffic, the mean of what was counted by length; NaN where nothing was
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
  public double exposure(int years) {
    return adt * 365.25 * years * lengthKm() / 1e6;
  }

  /** Cuts a route at the multiples of a length; where there is no road there is no stretch. */
  static List<Stretch> cut(
      Route route, int stretchM, LocalDate from, LocalDate to, CrashWeights w) {
    Map<Long, List<Crash>> byNumber = new HashMap<>();
    for (Crash crash : route.crashes()) {
      if (crash.day().isAfter(from) && !crash.day().isAfter(to)) {
        long number = (long) Math.floor(crash.positionM() / stretchM);
        byNumber.computeIfAbsent(number, any -> new ArrayList<>()).add(crash);
      }
    }
    List<Stretch> stretches = new ArrayList<>();
    if (route.pieces().isEmpty()) {
      return stretches;
    }
    double end = route.pieces().stream().mapToDouble(Route.Piece::toM).max().orElseThrow();
    long first = (long) Math.floor(route.pieces().get(0).fromM() / stretchM);
    for (long number = first; number * stretchM < end; number++) {
      List<Crash> crashes = byNumber.getOrDefault(number, List.of());
      Stretch stretch = of(route, number * stretchM, (number + 1.0) * stretchM, crashes, w);
      if (stretch.lengthM > 0) {
        stretches.add(stretch);
      }
    }
    return stretches;
  }

  private static Stretch of(
      Route route, double fromM, double toM, List<Crash> crashes, CrashWeights weights) {
    double length = 0;
    double counted = 0;
    double traffic = 0;
    double from = toM;
    double to = fromM;
    Map<String, Double> byClass = new HashMap<>();
    for (Route.Piece piece : route.pieces()) {
      double metres = piece.overlapM(fromM, toM);
      if (metres > 0) {
        length += metres;
        from = Math.min(from, Math.max(fromM, piece.fromM()));
        to = Math.max(to, Math.min(toM, piece.toM()));
        byClass.merge(piece.roadClass(), metres, Double::sum);
        if (!Double.isNaN(piece.adt())) {
          counted += metres;
          traffic += metres * piece.adt();
        }
      }
    }
    String roadClass =
        byClass.entrySet().stream()
            .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse("");
    return new Stretch(
        route.routeNo(),
        from,
        to,
        length,
        roadClass,
        counted > 0 ? traffic / counted : Double.NaN,
        crashes.size(),
        (int) crashes.stream().filter(CrashKind.FATAL::counts).count(),
        crashes.stream().mapToInt(Crash::deaths).sum(),
        crashes.stream().mapToDouble(weights::of).sum());
  }
}
