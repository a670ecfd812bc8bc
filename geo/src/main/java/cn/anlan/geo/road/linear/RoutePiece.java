package cn.anlan.geo.road.linear;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.topology.RoadPiece;
import org.locationtech.jts.geom.Coordinate;

/** A piece in the order of its stakes. */
record RoutePiece(int number, RoadPiece piece, MeasuredLine line) {
  /** More than 50 m anywhere in China. */
  private static final double FAR_DEG = 0.001;

  double lowKm() {
    return Math.min(piece.fromStakeKm(), piece.toStakeKm());
  }

  double highKm() {
    return Math.max(piece.fromStakeKm(), piece.toStakeKm());
  }

  /** Whether the line was drawn with rising stakes. */
  boolean isRising() {
    return piece.fromStakeKm() < piece.toStakeKm();
  }

  Direction traffic() {
    return Direction.of(piece);
  }

  double measureM(double stakeKm) {
    double share = (stakeKm - piece.fromStakeKm()) / (piece.toStakeKm() - piece.fromStakeKm());
    return Math.min(1, Math.max(0, share)) * line.lengthM();
  }

  double stakeKm(double measureM) {
    double share = line.lengthM() == 0 ? 0 : measureM / line.lengthM();
    return share >= 1
        ? piece.toStakeKm()
        : piece.fromStakeKm() + share * (piece.toStakeKm() - piece.fromStakeKm());
  }

  Coordinate lowEnd() {
    return line.point(isRising() ? 0 : line.size() - 1);
  }

  Coordinate highEnd() {
    return line.point(isRising() ? line.size() - 1 : 0);
  }

  /** Whether it begins, with rising stakes, where the other ends and serves a direction too. */
  boolean follows(RoutePiece other) {
    return other != this
        && traffic().meets(other.traffic())
        && gapM(other) <= RouteIndex.SAME_PLACE_M;
  }

  /**
   * From the other's last place to its first, with rising stakes; infinite where plainly not near.
   */
  double gapM(RoutePiece other) {
    Coordinate from = other.highEnd();
    Coordinate to = lowEnd();
    return Math.abs(from.y - to.y) > FAR_DEG || Math.abs(from.x - to.x) > FAR_DEG
        ? Double.POSITIVE_INFINITY
        : Cgcs2000.distanceM(from.x, from.y, to.x, to.y);
  }

  /** By how much its stakes begin beside the other's last. */
  double jumpKm(RoutePiece other) {
    return Math.abs(lowKm() - other.highKm());
  }

  RoutePlace place(double stakeKm) {
    double within = Math.min(highKm(), Math.max(lowKm(), stakeKm));
    return at(measureM(within), within);
  }

  RoutePlace at(double measureM) {
    return at(measureM, stakeKm(measureM));
  }

  private RoutePlace at(double measureM, double stakeKm) {
    Coordinate at = line.at(measureM);
    boolean against = isRising() == (traffic() == Direction.DECREASING);
    double bearing = line.bearingDeg(measureM);
    return new RoutePlace(
        number,
        piece.code(),
        piece.routeNo(),
        stakeKm,
        traffic(),
        at.x,
        at.y,
        at.getZ(),
        against ? (bearing + 180) % 360 : bearing,
        measureM,
        line.lengthM() / (highKm() - lowKm()));
  }

  /** Its part between two stakes, with rising stakes. */
  Coordinate[] cut(double fromKm, double toKm) {
    return line.cut(measureM(Math.max(lowKm(), fromKm)), measureM(Math.min(highKm(), toKm)));
  }
}
