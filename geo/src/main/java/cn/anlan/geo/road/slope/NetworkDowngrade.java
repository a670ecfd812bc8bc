package cn.anlan.geo.road.slope;

import cn.anlan.geo.road.LongDowngrade;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A downgrade of a network that is, or may be, too long and too steep, in its direction of travel.
 *
 * @param road number or name of the road that most of it is, or an empty text
 * @param roadClass {@code highway=*} of most of it
 * @param bearingDeg geodesic, from its top to its foot, clockwise from north, 0 to 360
 * @param top longitude, latitude, height in metres
 * @param foot likewise
 * @param zoneTop where the first of all stretches begins that exceed the limits and overlap; this
 *     is the one of them with the greatest drop
 * @param zoneFoot where the last of them ends
 * @param topPlace the settlement nearest to its top; null where none is within {@value
 *     NetworkDowngrades#NEAR_M} m
 * @param footPlace likewise
 * @param parts metres of the edges that it runs over, in its order
 * @param found its measures are km along its road
 */
public record NetworkDowngrade(
    String road,
    String roadClass,
    double bearingDeg,
    Coordinate top,
    Coordinate foot,
    Coordinate zoneTop,
    Coordinate zoneFoot,
    NearPlace topPlace,
    NearPlace footPlace,
    List<Part> parts,
    LongDowngrade found) {
  /** A settlement, and how far away in a straight line. */
  public record NearPlace(String name, double distanceM) {}

  /**
   * Metres along an edge's line.
   *
   * @param fromM the lesser
   * @param forward whether it goes down along the line
   */
  public record Part(int edge, double fromM, double toM, boolean forward) {
    double lengthM() {
      return toM - fromM;
    }
  }

  public NetworkDowngrade {
    parts = List.copyOf(parts);
  }
}
