package cn.anlan.geo.snapshot;

import java.util.Map;

/**
 * How many rows have which value.
 *
 * @param column the column's name
 * @param total all rows that were counted
 * @param byValue rows by value, written as text (days as 2021-03-01), in the order of the text
 * @param missing rows without a value
 */
public record Counts(String column, long total, Map<String, Long> byValue, long missing) {}
