package cn.anlan.data.source.gdal;

import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The coordinate system that a WKT, as GDAL prints it, declares. Its EPSG code and name come first;
 * where these say nothing, as in MapInfo tables and in .prj files of some programs, the datum and
 * the projection's parameters tell a Gauss-Krüger zone of Jiangxi.
 */
final class DeclaredSystem {
  private static final Pattern EPSG = Pattern.compile("ID\\[\"EPSG\",(\\d{4,6})]]\\s*$");
  private static final Pattern NAME = Pattern.compile("^\\w+\\[\"([^\"]*)\"");
  private static final Pattern DATUM = Pattern.compile("(?:DATUM|ENSEMBLE)\\[\"([^\"]*)\"");
  private static final String ORIGIN = "PARAMETER\\[\"Longitude of natural origin\",([-.\\d]+)";
  private static final String EASTING = "PARAMETER\\[\"False easting\",([-.\\d]+)";
  private static final List<CoordinateSystem> ZONES =
      List.of(
          CoordinateSystem.GK3_CM_114E,
          CoordinateSystem.GK3_CM_117E,
          CoordinateSystem.GK3_ZONE_38,
          CoordinateSystem.GK3_ZONE_39,
          CoordinateSystem.GK6_CM_111E,
          CoordinateSystem.GK6_ZONE_19,
          CoordinateSystem.GK6_ZONE_20);

  private DeclaredSystem() {}

  /**
   * @param wkt WKT 2 of several lines; empty or {@code (unknown)} where nothing is declared
   * @return words that {@link CoordinateSystem#parse} takes or refuses; not explicit where the file
   *     says WGS 84 for want of a word for CGCS2000, as MapInfo tables do
   */
  static Optional<DeclaredCrs> of(String wkt) {
    String name = find(NAME, wkt).orElse("");
    Optional<String> epsg = find(EPSG, wkt.strip()).map(code -> "EPSG:" + code);
    if (epsg.isPresent()) {
      return epsg.map(code -> new DeclaredCrs(code, true));
    }
    if (wkt.isBlank()
        || wkt.startsWith("(")
        || name.toLowerCase(Locale.ROOT).startsWith("undefined")) {
      return Optional.empty();
    }
    if (isUnderstood(name)) {
      return Optional.of(new DeclaredCrs(name, true));
    }
    return byParameters(wkt)
        .or(
            () ->
                name.equals("unnamed")
                    ? Optional.empty()
                    : Optional.of(new DeclaredCrs(name, true)));
  }

  private static Optional<DeclaredCrs> byParameters(String wkt) {
    String datum = find(DATUM, wkt).orElse("");
    if (datum.contains("Beijing") || datum.contains("Pulkovo 1942")) {
      return Optional.of(new DeclaredCrs("Beijing 1954", true));
    }
    if (datum.contains("Xian") || datum.contains("Xi'an")) {
      return Optional.of(new DeclaredCrs("Xian 1980", true));
    }
    boolean cgcs = datum.matches("(?i).*(china.?2000|cgcs.?2000|China Geodetic).*");
    boolean wgs = datum.matches("(?i).*(World Geodetic System 1984|WGS.?(19)?84).*");
    if (!cgcs && !wgs) {
      return Optional.empty();
    }
    if (!wkt.startsWith("PROJ")) {
      CoordinateSystem system = cgcs ? CoordinateSystem.CGCS2000 : CoordinateSystem.WGS84;
      return Optional.of(new DeclaredCrs(system.code(), cgcs));
    }
    return zone(wkt).map(system -> new DeclaredCrs(system.code(), cgcs));
  }

  /** Two systems of one central meridian and false easting are the same coordinates. */
  private static Optional<CoordinateSystem> zone(String wkt) {
    boolean scaleOne = !wkt.contains("Scale factor at natural origin\",0.9996");
    Optional<Double> lon0 = find(Pattern.compile(ORIGIN), wkt).map(Double::valueOf);
    Optional<Double> east = find(Pattern.compile(EASTING), wkt).map(Double::valueOf);
    if (!scaleOne || !wkt.contains("Transverse Mercator") || lon0.isEmpty() || east.isEmpty()) {
      return Optional.empty();
    }
    return ZONES.stream()
        .filter(s -> centralMeridian(s) == lon0.get() && falseEasting(s) == east.get())
        .findFirst();
  }

  private static double centralMeridian(CoordinateSystem zone) {
    return switch (zone) {
      case GK3_CM_114E, GK3_ZONE_38 -> 114;
      case GK6_CM_111E, GK6_ZONE_19 -> 111;
      default -> 117;
    };
  }

  private static double falseEasting(CoordinateSystem zone) {
    return switch (zone) {
      case GK3_ZONE_38 -> 38_500_000;
      case GK3_ZONE_39 -> 39_500_000;
      case GK6_ZONE_19 -> 19_500_000;
      case GK6_ZONE_20 -> 20_500_000;
      default -> 500_000;
    };
  }

  private static boolean isUnderstood(String name) {
    try {
      CoordinateSystem.parse(name);
      return true;
    } catch (UserFault unknown) {
      return false;
    }
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }
}
