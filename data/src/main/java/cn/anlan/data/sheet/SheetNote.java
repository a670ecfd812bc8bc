package cn.anlan.data.sheet;

/**
 * What a reader of a sheet should know of how it was read.
 *
 * @param value what it is about: a row, a column
 */
public record SheetNote(String value, String reason, String remedy) {}
