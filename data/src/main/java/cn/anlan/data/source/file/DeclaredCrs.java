package cn.anlan.data.source.file;

/**
 * The coordinate system that a file claims.
 *
 * @param words as the file writes it: an EPSG code, a URN or a name
 * @param explicit false where only the format's standard implies it, as RFC 7946 does for GeoJSON
 */
public record DeclaredCrs(String words, boolean explicit) {}
