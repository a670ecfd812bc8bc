package cn.anlan.geo.road.linear;

import cn.anlan.geo.road.linear.ChainBreak.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds where a route's stakes and its road part. A piece follows another where it begins, with
 * rising stakes, at the place where the other ends and serves a direction in common.
 */
final class Chains {
  private final String routeNo;
  private final List<RoutePiece> pieces;
  private final List<StakeRange> ranges;
  private final List<ChainBreak> breaks = new ArrayList<>();

  /**
   * @param pieces by their first stakes
   * @param ranges of their stakes, merged
   */
  Chains(String routeNo, List<RoutePiece> pieces, List<StakeRange> ranges) {
    this.routeNo = routeNo;
    this.pieces = pieces;
    this.ranges = ranges;
  }

  List<ChainBreak> breaks() {
    pieces.forEach(this::whereItEnds);
    for (int i = 1; i < ranges.size(); i++) {
      double from = ranges.get(i - 1).toKm();
      double to = ranges.get(i).fromKm();
      if (!isExplained(Kind.SHORT_CHAIN, from, to)) {
        breaks.add(new ChainBreak(routeNo, Kind.GAP, from, to, Double.NaN, Double.NaN));
      }
    }
    overlaps();
    return breaks.stream()
        .sorted(
            Comparator.comparingDouble((ChainBreak b) -> Math.min(b.fromKm(), b.toKm()))
                .thenComparing(ChainBreak::kind))
        .toList();
  }

  private void whereItEnds(RoutePiece piece) {
    RoutePiece next =
        pieces.stream()
            .filter(other -> other.follows(piece))
            .min(Comparator.comparingDouble(other -> other.jumpKm(piece)))
            .orElse(null);
    if (next == null || next.jumpKm(piece) <= RouteIndex.SLACK_KM) {
      return;
    }
    Coordinate end = piece.highEnd();
    if (next.lowKm() > piece.highKm()) {
      breaks.add(at(end, Kind.SHORT_CHAIN, piece.highKm(), next.lowKm()));
    } else if (isTwice(piece, piece.highKm() - RouteIndex.SLACK_KM)
        || isTwice(next, next.lowKm() + RouteIndex.SLACK_KM)) { // else the route is a ring
      breaks.add(at(end, Kind.LONG_CHAIN, piece.highKm(), next.lowKm()));
    }
  }

  private ChainBreak at(Coordinate place, Kind kind, double fromKm, double toKm) {
    return new ChainBreak(routeNo, kind, fromKm, toKm, place.x, place.y);
  }

  /** Whether another piece for the same traffic has the stake: near a ring's closing none has. */
  private boolean isTwice(RoutePiece piece, double stakeKm) {
    return pieces.stream()
        .anyMatch(
            other ->
                other != piece
                    && other.traffic().meets(piece.traffic())
                    && other.lowKm() < stakeKm
                    && other.highKm() > stakeKm);
  }

  private boolean isExplained(Kind kind, double lowKm, double highKm) {
    return breaks.stream()
        .filter(b -> b.kind() == kind)
        .anyMatch(
            b ->
                Math.min(b.fromKm(), b.toKm()) <= lowKm + RouteIndex.SLACK_KM
                    && Math.max(b.fromKm(), b.toKm()) >= highKm - RouteIndex.SLACK_KM);
  }

  private void overlaps() {
    for (int i = 0; i < pieces.size(); i++) {
      RoutePiece piece = pieces.get(i);
      for (int j = i + 1; j < pieces.size(); j++) {
        RoutePiece other = pieces.get(j);
        double to = Math.min(piece.highKm(), other.highKm());
        if (other.lowKm() >= piece.highKm() - RouteIndex.SLACK_KM) {
          break;
        }
        if (other.traffic().meets(piece.traffic())
            && !isExplained(Kind.LONG_CHAIN, other.lowKm(), to)) {
          breaks.add(
              new ChainBreak(routeNo, Kind.OVERLAP, other.lowKm(), to, Double.NaN, Double.NaN));
        }
      }
    }
  }
}
