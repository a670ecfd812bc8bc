/**
 * Filters in CQL2 Text and JSON (OGC 21-065r2), parsed by a grammar and answered by snapshots
 * alone; nothing of a filter ever reaches SQL. {@link cn.anlan.geo.filter.Filter} is the entry.
 */
package cn.anlan.geo.filter;
