package cn.anlan.data.source.file;

/**
 * Why a record, or one value of it, cannot be used. Chinese first, as people read it.
 *
 * @param field the column or {@code geom}; null for the record as a whole
 * @param value what stands there, may be null
 */
public record Problem(String field, String value, String reason, String remedy) {}
