package cn.anlan.analytics.blackspot;

/**
 * Stakes of a route that do not tell how far apart two places are (断链): the road goes on with
 * stakes that it has had before, or leaves some out.
 *
 * @param fromM the lesser, metres along the route
 */
public record Broken(double fromM, double toM) {
  boolean meets(double lowM, double highM) {
    return lowM < toM && highM > fromM;
  }
}
