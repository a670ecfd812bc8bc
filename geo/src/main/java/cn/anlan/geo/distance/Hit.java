package cn.anlan.geo.distance;

/**
 * What a {@link TargetIndex} found: one of its shapes and the shortest geodesic to it.
 *
 * @param owner the shape's number in the list that the index was built from
 * @param pair the shortest geodesic, its second end on that shape
 */
public record Hit(int owner, NearestPair pair) {
  /** The geodesic's length in metres; 0 where the shapes meet. */
  public double distanceM() {
    return pair.distanceM();
  }
}
