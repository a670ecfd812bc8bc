/**
 * What the ledgers say of a region: events counted by place, sector and day in one pass over the
 * snapshots, so that any number of days, levels and sectors come from sums ({@link
 * cn.anlan.analytics.assessment.facts.FactTable}). Counts cover the whole province whatever a
 * reader may see, for what leaves here are figures of regions only (安全生产法 art. 89).
 */
package cn.anlan.analytics.assessment.facts;
