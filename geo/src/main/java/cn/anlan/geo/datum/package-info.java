/**
 * Datums and coordinate systems: everything that comes in is brought to CGCS2000 (EPSG:4490),
 * longitude first, in degrees, and goes out again in the system that was asked for.
 *
 * <p>{@link cn.anlan.geo.datum.CoordinateSystem} says what is accepted and what a user may call it;
 * {@link cn.anlan.geo.datum.DatumShift} moves geometries. Only this package may use GeoTools for
 * referencing. Beijing 1954 and Xian 1980 are refused: their transformation parameters are state
 * secrets, none are shipped, and a silent null shift would be wrong by tens of metres.
 */
package cn.anlan.geo.datum;
