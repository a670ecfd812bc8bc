package cn.anlan.data.datum;

import java.util.OptionalDouble;

/** Where the counties lie, as far as the map knows it. */
public interface CountyGround {
  /**
   * How deep inside the named county a CGCS2000 point lies, in metres: the distance to its
   * boundary, negative outside; empty where the county's area is not known.
   */
  OptionalDouble insideM(String countyCode, double lonDeg, double latDeg);

  /** Whether a CGCS2000 point lies in the province. */
  boolean inProvince(double lonDeg, double latDeg);

  /** One standard deviation of the boundaries, across the line, in metres. */
  double sigmaM();
}
