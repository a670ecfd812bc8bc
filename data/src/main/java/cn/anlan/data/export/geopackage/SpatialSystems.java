package cn.anlan.data.export.geopackage;

import cn.anlan.geo.datum.CoordinateSystem;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The definitions of the registered systems as well-known text, as PROJ 9.1 writes them ({@code
 * export/srs.tsv}: code, tab, text).
 */
final class SpatialSystems {
  private static final Map<Integer, String> WKT =
      ExportResource.lines("srs.tsv").stream()
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toUnmodifiableMap(p -> Integer.valueOf(p[0]), p -> p[1]));

  private SpatialSystems() {}

  /** The well-known text of a system that has an EPSG code. */
  static String wkt(CoordinateSystem system) {
    String wkt = WKT.get(system.epsg().orElseThrow());
    if (wkt == null) {
      throw new IllegalStateException("export/srs.tsv lacks " + system.code());
    }
    return wkt;
  }

  /** The name that the text gives the system. */
  static String name(CoordinateSystem system) {
    String wkt = wkt(system);
    int from = wkt.indexOf('"') + 1;
    return wkt.substring(from, wkt.indexOf('"', from));
  }
}
