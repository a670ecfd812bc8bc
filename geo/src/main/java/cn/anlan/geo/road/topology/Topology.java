package cn.anlan.geo.road.topology;

import cn.anlan.geo.fault.UserFault;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Pieces of road joined to a network.
 *
 * <ul>
 *   <li>Ends at most the tolerance apart are one junction, whatever their levels (a ramp changes
 *       the level at its end); so are ends that are joined by a chain of such.
 *   <li>An end that meets the middle of a piece of the same level is a junction; that piece is cut
 *       there.
 *   <li>Lines that merely cross are none, unless both have a vertex there (within 1 cm) and the
 *       same level: so bridges stay above what they cross.
 * </ul>
 *
 * <p>A junction stands on the line that goes through, where there is one: ends move by the
 * tolerance at most. Measures are geodesic metres along the piece's line as it was delivered.
 *
 * @param junctions their places; a junction's number is its place in the list
 * @param parts of the pieces from junction to junction, by piece and measure
 * @param collapsed numbers of pieces that are no longer than the tolerance and join nothing
 */
public record Topology(
    PieceIndex index,
    double toleranceM,
    List<Coordinate> junctions,
    List<Part> parts,
    List<Integer> collapsed) {
  /** What is used where nobody says otherwise [design]. */
  public static final double DEFAULT_TOLERANCE_M = 1;

  private static final double GREATEST_TOLERANCE_M = 20;

  /**
   * A piece, or as much of it as lies between two junctions.
   *
   * @param piece number of the piece
   * @param fromM measure on the piece's line
   * @param line its first and last points are the junctions'
   */
  public record Part(
      int piece, int fromJunction, int toJunction, double fromM, double toM, Coordinate[] line) {
    public double lengthM() {
      return toM - fromM;
    }
  }

  public Topology {
    junctions = List.copyOf(junctions);
    parts = List.copyOf(parts);
    collapsed = List.copyOf(collapsed);
  }

  /** With {@link #DEFAULT_TOLERANCE_M}. */
  public static Topology of(List<RoadPiece> pieces) {
    return of(pieces, DEFAULT_TOLERANCE_M);
  }

  /**
   * Joins them.
   *
   * @param toleranceM how far apart two ends may be and still be one
   * @throws UserFault for a tolerance that is not above 0 and at most 20 m
   */
  public static Topology of(List<RoadPiece> pieces, double toleranceM) {
    return of(PieceIndex.of(pieces), toleranceM);
  }

  /** Joins the pieces of an index. */
  public static Topology of(PieceIndex index, double toleranceM) {
    if (!(toleranceM > 0 && toleranceM <= GREATEST_TOLERANCE_M)) {
      throw new UserFault(
          "连接容差 (tolerance) " + toleranceM + " m 超出范围 (out of range)",
          "取 0 以上至 20 米 (take more than 0, at most 20 m)");
    }
    return new Joining(index, toleranceM).topology();
  }

  public List<RoadPiece> pieces() {
    return index.pieces();
  }

  /** The piece of a part. */
  public RoadPiece piece(Part part) {
    return index.pieces().get(part.piece());
  }
}
