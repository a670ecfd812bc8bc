/**
 * Linear reference (线性参照): places on roads by route number and kilometre stake, both ways.
 *
 * <p>A piece's stakes are known at its two ends; between them they stand in proportion to the
 * geodesic length. So a stake is as good as the two known ones beside it: where the register's
 * stakes and the drawn line agree to 1 %, a stake in the middle of a piece of 10 km may be some 50
 * m off, and each place says by how much a kilometre of stakes is longer or shorter on the line.
 */
package cn.anlan.geo.road.linear;
