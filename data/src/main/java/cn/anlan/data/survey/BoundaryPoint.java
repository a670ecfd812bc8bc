package cn.anlan.data.survey;

/**
 * A boundary point (界址点) as it stands in a file.
 *
 * @param row the line or record it stands on, from 1
 * @param name its number, such as J1
 * @param ring tells rings apart: points of one ring follow one another
 * @param east easting in metres or longitude in degrees, of the file's own system
 * @param north northing in metres or latitude in degrees
 */
public record BoundaryPoint(long row, String name, int ring, double east, double north) {
  boolean isAt(BoundaryPoint other) {
    return east == other.east && north == other.north;
  }
}
