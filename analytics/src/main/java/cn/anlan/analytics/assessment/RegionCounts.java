package cn.anlan.analytics.assessment;

/**
 * What a region brings to its grade.
 *
 * @param code region code
 * @param population residents; 0 where unknown
 * @param byLevel number of risk points of level 1..4, at index level − 1
 */
public record RegionCounts(String code, long population, int[] byLevel) {}
