package cn.anlan.data.road;

import cn.anlan.data.store.Database;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.linear.Carriageway;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.topology.RoadPiece;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The height profiles of the stored roads as traffic meets them, each direction for itself: pieces
 * of one {@link Carriageway}, as long as the same limits hold. Pieces without heights may get them
 * from an elevation model ({@link cn.anlan.geo.road.height.LineHeights}).
 *
 * @param runs by route number, direction and stake
 * @param lengthKm of all roads, by their stakes
 * @param withoutHeightsKm of those pieces that have a point without height; they are in no profile
 * @param fromGroundKm of those pieces that have heights of an elevation model
 * @param ground files of the elevation model; none without one
 * @param dataVersion of the database when they were read
 */
public record StoredProfiles(
    List<ProfileRun> runs,
    double lengthKm,
    double withoutHeightsKm,
    double fromGroundKm,
    List<ElevationModel.Source> ground,
    long dataVersion,
    boolean isDemo) {
  /**
   * Those of roads that have been read, with heights of an elevation model for pieces that have
   * none.
   *
   * @param routes of the same roads, in the same order
   * @param database has the bridges and tunnels
   * @param files none for no model
   * @throws cn.anlan.geo.fault.UserFault for files that cannot be read or are elsewhere
   */
  public static StoredProfiles of(
      StoredRoads roads, RouteIndex routes, Database database, List<Path> files) {
    if (files.isEmpty()) {
      return with(roads, routes, null, null);
    }
    Envelope area = new Envelope();
    roads.pieces().forEach(piece -> area.expandToInclude(piece.line().getEnvelopeInternal()));
    return with(roads, routes, ElevationModel.read(files, area), RoadStructures.read(database));
  }

  private static StoredProfiles with(
      StoredRoads roads, RouteIndex routes, ElevationModel ground, RoadStructures structures) {
    Stretch[] stretches = new Stretch[roads.pieces().size()]; // null where there are no heights
    double length = 0;
    double without = 0;
    double fromGround = 0;
    for (int i = 0; i < stretches.length; i++) {
      RoadPiece piece = roads.pieces().get(i);
      MeasuredLine line = routes.pieces().line(i);
      double pieceKm = Math.abs(piece.toStakeKm() - piece.fromStakeKm());
      length += pieceKm;
      if (pieceKm > 0) {
        stretches[i] =
            piece.hasHeights()
                ? Stretch.delivered(piece, line)
                : ground == null ? null : Stretch.onGround(piece, line, ground, structures);
      }
      without += stretches[i] == null ? pieceKm : 0;
      fromGround += stretches[i] != null && stretches[i].isFromGround() ? pieceKm : 0;
    }
    List<ProfileRun> runs = new ArrayList<>();
    for (String routeNo : routes.routes()) {
      for (Direction direction : List.of(Direction.INCREASING, Direction.DECREASING)) {
        for (Carriageway way : routes.carriageways(routeNo, direction)) {
          addRuns(routeNo, direction, way, stretches, runs);
        }
      }
    }
    return new StoredProfiles(
        runs,
        length,
        without,
        fromGround,
        ground == null ? List.of() : ground.files(),
        roads.dataVersion(),
        roads.isDemo());
  }

  /** Of pieces that have heights and the same limits. */
  private static void addRuns(
      String routeNo,
      Direction direction,
      Carriageway way,
      Stretch[] stretches,
      List<ProfileRun> runs) {
    List<List<Stretch>> parts = new ArrayList<>();
    Stretch last = null;
    for (int piece : way.pieces()) {
      Stretch next = stretches[piece];
      if (next != null && last != null && next.isFast() == last.isFast()) {
        parts.get(parts.size() - 1).add(next);
      } else if (next != null) {
        parts.add(new ArrayList<>(List.of(next)));
      }
      last = next;
    }
    boolean isRing =
        way.isRing() && parts.size() == 1 && parts.get(0).size() == way.pieces().size();
    for (List<Stretch> part : parts) {
      List<Stretch> along = isRing ? Stretch.openedAtTop(part) : part;
      runs.add(ProfileRun.of(routeNo, direction, along));
    }
  }
}
