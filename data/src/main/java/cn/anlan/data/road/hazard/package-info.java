/**
 * What roads lead past, read from the stored layers or from an OSM file, and the province's road
 * layer as an order for a network to be prepared.
 */
package cn.anlan.data.road.hazard;
