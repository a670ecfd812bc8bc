package cn.anlan.geo.datum;

import org.locationtech.jts.geom.Geometry;

/**
 * A system in which coordinates may be delivered: one that Anlan knows as it is ({@link
 * CoordinateSystem}), or one on an old datum that an office's own parameters lead to CGCS2000
 * ({@link OldSystem}).
 */
public sealed interface SourceSystem permits CoordinateSystem, OldSystem {
  /** How the database and messages write it: {@code EPSG:4547}, {@code GCJ-02} … */
  String code();

  /** The SRID of geometries in it: the EPSG code, or 0 where it has none. */
  int srid();

  /** Its Chinese title. */
  String title();

  /** Whether its coordinates are degrees (else metres). */
  boolean isDegrees();

  /** The system of ours with the same zone, prefix and unit: itself, or its CGCS2000 likeness. */
  CoordinateSystem shape();

  /**
   * A copy of the geometry in CGCS2000 (lon, lat), SRID 4490.
   *
   * @throws cn.anlan.geo.fault.UserFault if the coordinates cannot be what was declared, or fall
   *     outside 70–140 E, 0–60 N; the message names the likely cause
   */
  Geometry toCgcs2000(Geometry delivered);
}
