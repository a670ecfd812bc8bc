package cn.anlan.analytics.blackspot;

import cn.anlan.analytics.blackspot.Route.Piece;
import cn.anlan.geo.road.linear.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What kind of road a route is between two of its stakes. A road with two carriageways is as long
 * as one of them: the length is the mean of the directions that are served. Stakes that occur twice
 * because one piece of road follows the other (长链) count twice; where pieces lie abreast ({@link
 * Route.Abreast}) they are one road, and their traffic is their mean.
 *
 * @param fromM where its road begins, metres along the route by its stakes
 * @param toM where it ends
 * @param lengthM of road; less than from the one end to the other where the route has a gap
 * @param roadClass that of most of it; empty where there is no road
 * @param adt average daily traffic of both directions together, the mean of what was counted by
 *     length; where only one of two carriageways was counted the other is taken to have as much;
 *     NaN where nothing was
 */
public record Section(double fromM, double toM, double lengthM, String roadClass, double adt) {
  private static final List<Direction> DIRECTIONS =
      List.of(Direction.INCREASING, Direction.DECREASING);

  /** Sums up. */
  private static final class Sums {
    private final Map<String, Double> byClass = new HashMap<>();
    private double lengthM;
    private double countedM;

    /** Vehicle metres a day. */
    private double traffic;

    /** Road on which the same pieces lie from end to end. */
    void add(List<Piece> pieces, double metres, boolean isAbreast) {
      long served = DIRECTIONS.stream().filter(d -> count(pieces, d) > 0).count();
      for (Piece piece : pieces) {
        double weight = 0;
        int own = 0;
        for (Direction direction : DIRECTIONS) {
          if (piece.direction().meets(direction)) {
            weight += isAbreast ? 1.0 / count(pieces, direction) : 1;
            own++;
          }
        }
        double length = metres * weight / served;
        lengthM += length;
        byClass.merge(piece.roadClass(), length, Double::sum);
        if (!Double.isNaN(piece.adt())) {
          countedM += length;
          traffic += metres * weight / own * piece.adt();
        }
      }
    }

    private static long count(List<Piece> pieces, Direction direction) {
      return pieces.stream().filter(p -> p.direction().meets(direction)).count();
    }
  }

  /** Of a route between two of its stakes, metres; drawn in to where there is road. */
  public static Section of(Route route, double fromM, double toM) {
    List<Piece> pieces =
        route.pieces().stream().filter(p -> p.fromM() < toM && p.toM() > fromM).toList();
    TreeSet<Double> cuts = new TreeSet<>();
    pieces.forEach(p -> cuts.add(Math.max(fromM, p.fromM())));
    pieces.forEach(p -> cuts.add(Math.min(toM, p.toM())));
    route.abreast().forEach(a -> cuts.add(Math.min(toM, Math.max(fromM, a.fromM()))));
    route.abreast().forEach(a -> cuts.add(Math.min(toM, Math.max(fromM, a.toM()))));
    Sums sums = new Sums();
    double last = Double.NaN;
    for (double cut : cuts) {
      double middle = (last + cut) / 2; // NaN before the first, where no piece lies
      List<Piece> here =
          pieces.stream().filter(p -> p.fromM() < middle && p.toM() > middle).toList();
      sums.add(
          here,
          cut - last,
          route.abreast().stream().anyMatch(a -> a.fromM() < middle && a.toM() > middle));
      last = cut;
    }
    return new Section(
        pieces.stream().mapToDouble(p -> Math.max(fromM, p.fromM())).min().orElse(toM),
        pieces.stream().mapToDouble(p -> Math.min(toM, p.toM())).max().orElse(fromM),
        sums.lengthM,
        sums.byClass.entrySet().stream()
            .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(""),
        sums.countedM > 0 ? sums.traffic / sums.countedM : Double.NaN);
  }
}
