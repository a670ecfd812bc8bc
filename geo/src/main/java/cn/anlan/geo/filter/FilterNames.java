package cn.anlan.geo.filter;

import cn.anlan.geo.snapshot.LayerSnapshot;

/** The two names of the geometry: ours, and the one that GeoJSON's users expect. */
final class FilterNames {
  private static final String GEOJSON = "geometry";

  private FilterNames() {}

  /** The name that snapshots know. */
  static String property(String written) {
    return written.equals(GEOJSON) ? LayerSnapshot.GEOMETRY : written;
  }

  static boolean isGeometry(String written) {
    return property(written).equals(LayerSnapshot.GEOMETRY);
  }
}
