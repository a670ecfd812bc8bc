/** What is wrong, or may be, with a road layer as a network and as routes with stakes. */
package cn.anlan.geo.road.check;
