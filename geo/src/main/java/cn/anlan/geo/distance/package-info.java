/**
 * Exact nearest distances on the CGCS2000 ellipsoid, and the strip within a distance of a shore.
 *
 * <p><b>What an edge is.</b> Between two neighbouring vertices of a line or ring the edge is the
 * <em>geodesic</em>, not the straight line in degrees and not a rhumb line. At 29°N a 10 km edge
 * drawn from west to east lies up to 1.1 m north of the straight line in degrees.
 *
 * <p><b>How a distance is found.</b> {@link cn.anlan.geo.distance.GeodesicTarget} cuts long edges
 * into pieces of at most 2 km along their geodesic and packs them in a tree of earth-centred boxes.
 * The search opens the nearest boxes first; a piece is measured exactly (iterated ellipsoidal
 * gnomonic projection) only while the rigorous lower bound of its distance is below the best one
 * found.
 *
 * <p><b>Why vertex to edge is enough.</b> The ellipsoid's curvature is positive everywhere, so by
 * the second variation of arc length a common perpendicular between the insides of two geodesics is
 * never a minimum of their distance. Two shapes that do not meet are therefore nearest at a vertex
 * of one of them.
 *
 * <p>Source of the methods: C. F. F. Karney, <i>Algorithms for geodesics</i>, J. Geodesy 87 (2013)
 * 43–55, sections 4 (inverse problem) and 8 (gnomonic projection); ellipsoid: GB 22021-2008.
 */
package cn.anlan.geo.distance;
