package cn.anlan.data.basemap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of the base map.
 *
 * @param code its business key, unique in its file
 * @param properties its fields as the file has them: String, Long, Double, Boolean, List of these,
 *     or null; {@code code} is not among them
 * @param geometry in CGCS2000 (lon, lat), SRID 4490
 */
public record BaseFeature(String code, Map<String, Object> properties, Geometry geometry) {
  public BaseFeature {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** A text property; null where the feature has none. */
  public String text(String name) {
    Object value = properties.get(name);
    return value == null ? null : value.toString();
  }

  /**
   * A numeric property.
   *
   * @throws IllegalArgumentException where the feature has no such number
   */
  public double getNumber(String name) {
    if (properties.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(
        "base map feature " + code + " has no number '" + name + "'");
  }
}
