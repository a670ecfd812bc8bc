/** Pieces of road made a network: what is joined to what, and how other programs read it. */
package cn.anlan.geo.road.topology;
