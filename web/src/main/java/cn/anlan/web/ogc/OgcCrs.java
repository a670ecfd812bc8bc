package cn.anlan.web.ogc;

import cn.anlan.geo.datum.AxisOrder;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system by its URI, with the order of axes that its authority gives it:
 * CRS84 and 3857 are east first, the other EPSG systems here (4326, 4490 and the Gauss-Krüger ones)
 * north first. CGCS2000 and WGS 84 count as one datum, which holds to better than a metre.
 *
 * @param system the same system east first, as the rest of the program has it
 * @param northFirst whether latitude or northing is written first
 */
public record OgcCrs(String uri, CoordinateSystem system, boolean northFirst) {
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

  /** What is given where nothing else is asked for. */
  public static final OgcCrs CRS84 =
      new OgcCrs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", CoordinateSystem.WGS84, false);

  /** In which layers are kept. */
  public static final OgcCrs STORED = epsg(CoordinateSystem.CGCS2000);

  private static final List<OgcCrs> ALL = list();

  private static OgcCrs epsg(CoordinateSystem system) {
    return new OgcCrs(EPSG + system.srid(), system, system != CoordinateSystem.WEB_MERCATOR);
  }

  private static List<OgcCrs> list() {
    List<OgcCrs> all = new ArrayList<>(List.of(CRS84));
    Arrays.stream(CoordinateSystem.values())
        .filter(system -> system.epsg().isPresent())
        .map(OgcCrs::epsg)
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** All systems that can be asked for, CRS84 first. */
  public static List<OgcCrs> all() {
    return ALL;
  }

  /**
   * Reads a URI, or an EPSG code in the short forms {@code EPSG:4490} and {@code [EPSG:4490]}.
   *
   * @param parameter the parameter's name, for the message
   * @throws UserFault where the system is not among {@link #all}
   */
  public static OgcCrs parse(String parameter, String value) {
    String wanted = value.strip().replaceFirst("^https:", "http:");
    String code = wanted.replaceAll("[\\[\\]]", "").replaceFirst("(?i)^EPSG:", EPSG);
    return ALL.stream()
        .filter(crs -> crs.uri.equals(wanted) || crs.uri.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    parameter + "=" + value + " 不支持 (system not supported)",
                    "取 (take): "
                        + ALL.stream().map(OgcCrs::uri).collect(Collectors.joining(", "))));
  }

  public boolean isDegrees() {
    return system.isDegrees();
  }

  /**
   * A geometry of a layer as it is written in this system; it may be changed in place.
   *
   * @param lonLat in CGCS2000
   * @throws UserFault if a projected system is asked for and it lies outside 70–140 E, 0–60 N
   */
  public Geometry write(Geometry lonLat) {
    Geometry moved = isDegrees() ? lonLat : DatumShift.fromCgcs2000(lonLat, system);
    if (northFirst) {
      AxisOrder.swap(moved);
    }
    return moved;
  }
}
