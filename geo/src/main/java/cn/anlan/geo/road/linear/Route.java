package cn.anlan.geo.road.linear;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.MeasuredLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The pieces of one route by their stakes. */
final class Route {
  private final String routeNo;
  private final List<RoutePiece> pieces;
  private final double[] highestSoFarKm;
  private final List<StakeRange> ranges;
  private final List<ChainBreak> breaks;

  Route(String routeNo, List<RoutePiece> unordered) {
    this.routeNo = routeNo;
    this.pieces =
        unordered.stream()
            .sorted(
                Comparator.comparingDouble(RoutePiece::lowKm)
                    .thenComparingDouble(RoutePiece::highKm)
                    .thenComparingInt(RoutePiece::number))
            .toList();
    this.highestSoFarKm = new double[pieces.size()];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < highestSoFarKm.length; i++) {
      highest = Math.max(highest, pieces.get(i).highKm());
      highestSoFarKm[i] = highest;
    }
    this.ranges = merged(pieces);
    this.breaks = new Chains(routeNo, pieces, ranges).breaks();
  }

  String routeNo() {
    return routeNo;
  }

  List<StakeRange> ranges() {
    return ranges;
  }

  List<ChainBreak> breaks() {
    return breaks;
  }

  List<Carriageway> carriageways(Direction direction) {
    return Carriageway.of(pieces, direction);
  }

  List<RoutePlace> places(double stakeKm, Direction direction) {
    List<RoutePlace> places = new ArrayList<>();
    for (RoutePiece piece : over(stakeKm, stakeKm)) {
      if (piece.traffic().meets(direction)) {
        RoutePlace place = piece.place(stakeKm);
        if (places.stream().noneMatch(known -> RouteIndex.isSame(known, place))) {
          places.add(place);
        }
      }
    }
    return places;
  }

  /** Pieces that have any of these stakes, by their first. */
  private List<RoutePiece> over(double lowKm, double highKm) {
    int i = firstAbove(highKm + RouteIndex.SLACK_KM) - 1;
    List<RoutePiece> over = new ArrayList<>();
    for (; i >= 0 && highestSoFarKm[i] >= lowKm - RouteIndex.SLACK_KM; i--) {
      if (pieces.get(i).highKm() >= lowKm - RouteIndex.SLACK_KM) {
        over.add(pieces.get(i));
      }
    }
    Collections.reverse(over);
    return over;
  }

  /** The first piece that begins above a stake. */
  private int firstAbove(double stakeKm) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).lowKm() <= stakeKm) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  RouteCut cut(double fromKm, double toKm, Direction direction) {
    double lowKm = Math.min(fromKm, toKm);
    double highKm = Math.max(fromKm, toKm);
    List<RouteCut.Line> lines = new ArrayList<>();
    List<RoutePiece> used = new ArrayList<>();
    for (RoutePiece piece : over(lowKm, highKm)) {
      double from = Math.max(lowKm, piece.lowKm());
      double to = Math.min(highKm, piece.highKm());
      if (piece.traffic().meets(direction) && to - from > RouteIndex.SLACK_KM / 2) {
        used.add(piece);
        append(lines, piece, from, to);
      }
    }
    double lengthM = 0;
    for (RouteCut.Line line : lines) {
      lengthM += MeasuredLine.of(line.points()).lengthM();
    }
    return new RouteCut(
        routeNo,
        fromKm,
        toKm,
        direction,
        fromKm < toKm ? lines : reversed(lines),
        gaps(used, lowKm, highKm),
        breaks.stream()
            .filter(b -> b.kind() == ChainBreak.Kind.LONG_CHAIN)
            .filter(b -> b.toKm() < highKm && b.fromKm() > lowKm)
            .toList(),
        lengthM);
  }

  /** Goes on with the line that ends where the piece begins, or begins another. */
  private static void append(
      List<RouteCut.Line> lines, RoutePiece piece, double fromKm, double toKm) {
    Coordinate[] points = piece.cut(fromKm, toKm);
    for (int i = lines.size() - 1; i >= 0; i--) {
      RouteCut.Line before = lines.get(i);
      Coordinate end = before.points()[before.points().length - 1];
      if (Math.abs(before.toKm() - fromKm) <= RouteIndex.SLACK_KM
          && Cgcs2000.distanceM(end.x, end.y, points[0].x, points[0].y)
              <= RouteIndex.SAME_PLACE_M) {
        List<Coordinate> joined = new ArrayList<>(Arrays.asList(before.points()));
        joined.addAll(Arrays.asList(points).subList(1, points.length));
        List<String> codes = new ArrayList<>(before.codes());
        codes.add(piece.piece().code());
        lines.set(
            i,
            new RouteCut.Line(
                before.fromKm(), toKm, List.copyOf(codes), joined.toArray(Coordinate[]::new)));
        return;
      }
    }
    lines.add(new RouteCut.Line(fromKm, toKm, List.of(piece.piece().code()), points));
  }

  private static List<RouteCut.Line> reversed(List<RouteCut.Line> lines) {
    List<RouteCut.Line> result = new ArrayList<>();
    for (RouteCut.Line line : lines) {
      List<String> codes = new ArrayList<>(line.codes());
      Collections.reverse(codes);
      List<Coordinate> points = new ArrayList<>(Arrays.asList(line.points()));
      Collections.reverse(points);
      result.add(
          0,
          new RouteCut.Line(line.toKm(), line.fromKm(), codes, points.toArray(Coordinate[]::new)));
    }
    return result;
  }

  private List<ChainBreak> gaps(List<RoutePiece> used, double lowKm, double highKm) {
    List<ChainBreak> gaps = new ArrayList<>();
    double reached = lowKm;
    for (StakeRange range : merged(used)) {
      addGap(reached, Math.min(highKm, range.fromKm()), gaps);
      reached = Math.max(reached, range.toKm());
    }
    addGap(reached, highKm, gaps);
    return gaps;
  }

  private void addGap(double fromKm, double toKm, List<ChainBreak> gaps) {
    if (toKm - fromKm <= RouteIndex.SLACK_KM) {
      return;
    }
    for (ChainBreak chain : breaks) {
      if (chain.kind() == ChainBreak.Kind.SHORT_CHAIN
          && chain.fromKm() <= fromKm + RouteIndex.SLACK_KM
          && chain.toKm() >= toKm - RouteIndex.SLACK_KM) {
        gaps.add(chain);
        return;
      }
    }
    gaps.add(new ChainBreak(routeNo, ChainBreak.Kind.GAP, fromKm, toKm, Double.NaN, Double.NaN));
  }

  /** By stake, those that touch as one. */
  static List<StakeRange> merged(List<RoutePiece> byStake) {
    List<StakeRange> ranges = new ArrayList<>();
    for (RoutePiece piece : byStake) {
      StakeRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      if (last != null && piece.lowKm() <= last.toKm() + RouteIndex.SLACK_KM) {
        ranges.set(
            ranges.size() - 1,
            new StakeRange(last.fromKm(), Math.max(last.toKm(), piece.highKm())));
      } else {
        ranges.add(new StakeRange(piece.lowKm(), piece.highKm()));
      }
    }
    return List.copyOf(ranges);
  }
}
