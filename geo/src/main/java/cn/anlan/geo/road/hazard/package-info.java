/**
 * What a tanker with dangerous goods puts at risk along a road: the versioned model, the hazards,
 * and the table that says which stretch of which edge lies within reach of which hazard. Knows
 * edges, not how one routes on them.
 */
package cn.anlan.geo.road.hazard;
