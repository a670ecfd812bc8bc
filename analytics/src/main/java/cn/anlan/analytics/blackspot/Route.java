package cn.anlan.analytics.blackspot;

import java.util.Comparator;
import java.util.List;

/**
 * A route (路线) by its stakes: what kind of road it is where, and its crashes.
 *
 * @param pieces in the order of their place; there may be gaps between them
 * @param crashes in any order
 */
public record Route(String routeNo, List<Piece> pieces, List<Crash> crashes) {
  /**
   * A piece of one kind.
   *
   * @param fromM metres along the route, by its stakes
   * @param toM above {@code fromM}
   * @param adt average daily traffic in vehicles; NaN where nobody counted
   */
  public record Piece(double fromM, double toM, String roadClass, double adt) {
    public Piece {
      if (!(toM > fromM)) {
        throw new IllegalArgumentException("a piece from " + fromM + " to " + toM + " m");
      }
    }

    /** How many of its metres lie within from and to. */
    double overlapM(double from, double to) {
      return Math.max(0, Math.min(toM, to) - Math.max(fromM, from));
    }
  }

  public Route {
    pieces = pieces.stream().sorted(Comparator.comparingDouble(Piece::fromM)).toList();
    crashes = List.copyOf(crashes);
  }

  /** Whether any piece has this place. */
  public boolean has(double positionM) {
    return pieces.stream().anyMatch(p -> p.fromM <= positionM && positionM <= p.toM);
  }
}
