package cn.anlan.geo.road.topology;

import cn.anlan.geo.road.Stakes;
import org.locationtech.jts.geom.LineString;

/**
 * A piece of road as the register has it: one line, with the stakes at its ends.
 *
 * @param code of the row; parts of one row share it
 * @param part from 1 where the row's line has several parts, else 0
 * @param roadClass value of the code list {@code road_class}
 * @param adminClass value of the code list {@code road_admin_class}
 * @param fromStakeKm at the first point of the line; greater than the other where the line was
 *     drawn against the stakes
 * @param oneWay traffic goes with the line only
 * @param deckLevel which of several roads one above the other (立交层次), 0 on the ground; null: not
 *     known, taken for 0
 * @param speedKmh design speed, NaN where not known
 * @param lanes 0 where not known
 * @param adt vehicles a day, NaN where not known
 * @param line longitude and latitude, CGCS2000; z is the height or NaN
 */
public record RoadPiece(
    String code,
    int part,
    String name,
    String routeNo,
    String roadClass,
    String adminClass,
    double fromStakeKm,
    double toStakeKm,
    boolean oneWay,
    Integer deckLevel,
    double speedKmh,
    int lanes,
    double adt,
    LineString line) {
  public RoadPiece {
    if (code == null || routeNo == null || line == null || line.getNumPoints() < 2) {
      throw new IllegalArgumentException("a piece of road needs code, route and line: " + code);
    }
    if (!Double.isFinite(fromStakeKm) || !Double.isFinite(toStakeKm)) {
      throw new IllegalArgumentException("no stakes: " + code);
    }
  }

  /** On which level it lies, as far as is known. */
  public int level() {
    return deckLevel == null ? 0 : deckLevel;
  }

  /** Whether its ends have different stakes, to the millimetre; else no place on it has one. */
  public boolean hasStakes() {
    return Stakes.metres(fromStakeKm) != Stakes.metres(toStakeKm);
  }

  /** Whether every point has a height. */
  public boolean hasHeights() {
    for (int i = 0; i < line.getNumPoints(); i++) {
      if (Double.isNaN(line.getCoordinateN(i).getZ())) {
        return false;
      }
    }
    return true;
  }

  /** What people find it by. */
  public String label() {
    return part == 0 ? code : code + "#" + part;
  }
}
