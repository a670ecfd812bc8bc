package cn.anlan.analytics.blackspot;

import cn.anlan.geo.road.linear.Direction;
import java.util.Comparator;
import java.util.List;

/**
 * A route (路线) by its stakes: what kind of road it is where, and its crashes.
 *
 * @param pieces in the order of their place; there may be gaps between them. Pieces with the same
 *     stakes are the two carriageways of one road where each serves one direction, else one road
 *     after the other (长链), save where they lie {@code abreast}
 * @param abreast where pieces that serve the same direction lie beside one another, none following
 *     the other: there they are one road, drawn more than once
 * @param crashes in any order
 */
public record Route(
    String routeNo, List<Piece> pieces, List<Abreast> abreast, List<Crash> crashes) {
  /**
   * A piece of one kind.
   *
   * @param fromM metres along the route, by its stakes
   * @param toM above {@code fromM}
   * @param direction of the traffic that it serves
   * @param adt average daily traffic on it in vehicles: of both directions together, of a piece
   *     that serves one its own; NaN where nobody counted
   */
  public record Piece(double fromM, double toM, Direction direction, String roadClass, double adt) {
    public Piece {
      if (!(toM > fromM)) {
        throw new IllegalArgumentException("a piece from " + fromM + " to " + toM + " m");
      }
    }
  }

  /** Between two stakes, metres along the route. */
  public record Abreast(double fromM, double toM) {}

  public Route {
    pieces = pieces.stream().sorted(Comparator.comparingDouble(Piece::fromM)).toList();
    abreast = List.copyOf(abreast);
    crashes = List.copyOf(crashes);
  }

  /** Whether any piece has this place. */
  public boolean has(double positionM) {
    return pieces.stream().anyMatch(p -> p.fromM <= positionM && positionM <= p.toM);
  }
}
