package cn.anlan.geo.road.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pieces of a route that one direction of traffic meets one after the other without leaving the
 * road. A piece goes on in the one that begins where it ends, within 1 m, whatever the stakes do
 * there (断链); of several in the one with the least jump of the stakes. Where none does it goes on
 * in one that has the same stake, within 1 m, and begins no more than 50 m off [design]: a centre
 * line that parts into two carriageways, or a slip of the drawing. Every piece is in one
 * carriageway of a direction that it serves, and once.
 *
 * @param pieces their numbers in the index, by rising stakes; traffic with falling stakes meets
 *     them backwards
 * @param isRing whether the first goes on from the last
 */
public record Carriageway(List<Integer> pieces, boolean isRing) {
  private static final double NEAR_M = 50;

  public Carriageway {
    pieces = List.copyOf(pieces);
  }

  /** The second of two pieces goes on from the first; by their places in the list. */
  private record Link(int before, int after, double jumpKm, double gapM) {
    boolean isSamePlace() {
      return gapM <= RouteIndex.SAME_PLACE_M;
    }
  }

  /**
   * Those of a direction, by their first stakes.
   *
   * @param all of one route, by their first stakes
   */
  static List<Carriageway> of(List<RoutePiece> all, Direction direction) {
    List<RoutePiece> pieces = all.stream().filter(p -> p.traffic().meets(direction)).toList();
    int[] next = IntStream.range(0, pieces.size()).map(i -> -1).toArray();
    int[] before = next.clone();
    for (Link link : links(pieces)) {
      if (next[link.before] < 0 && before[link.after] < 0) {
        next[link.before] = link.after;
        before[link.after] = link.before;
      }
    }
    List<Carriageway> found = new ArrayList<>();
    boolean[] done = new boolean[next.length];
    for (boolean ring : new boolean[] {false, true}) {
      for (int i = 0; i < next.length; i++) {
        if (!done[i] && (ring || before[i] < 0)) {
          List<Integer> along = new ArrayList<>();
          for (int at = i; at >= 0 && !done[at]; at = next[at]) {
            along.add(pieces.get(at).number());
            done[at] = true;
          }
          found.add(new Carriageway(along, ring));
        }
      }
    }
    return found;
  }

  /** What may go on in what, the likeliest first. */
  private static List<Link> links(List<RoutePiece> pieces) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      for (int j = 0; j < pieces.size(); j++) {
        if (i != j) {
          double gapM = pieces.get(j).gapM(pieces.get(i));
          double jumpKm = pieces.get(j).jumpKm(pieces.get(i));
          if (gapM <= RouteIndex.SAME_PLACE_M || gapM <= NEAR_M && jumpKm <= RouteIndex.SLACK_KM) {
            links.add(new Link(i, j, jumpKm, gapM));
          }
        }
      }
    }
    links.sort(
        Comparator.comparing((Link link) -> !link.isSamePlace())
            .thenComparingDouble(Link::jumpKm)
            .thenComparingDouble(Link::gapM));
    return links;
  }
}
