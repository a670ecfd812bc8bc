/** Roads: what their profiles say. Places along a route are its stakes, in kilometres. */
package cn.anlan.geo.road;
