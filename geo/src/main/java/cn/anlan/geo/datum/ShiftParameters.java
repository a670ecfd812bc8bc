package cn.anlan.geo.datum;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * The seven parameters of a Bursa-Wolf transformation from an old datum to CGCS2000, as an office
 * has them from its surveying authority. Such parameters are state secrets: they stand in the
 * office's own file, and neither messages nor reports nor {@link #toString} show their values.
 *
 * @param id name of the set
 * @param convention how the rotations are meant; the two differ in their signs
 * @param translationM X, Y, Z in metres
 * @param rotationArcsec about X, Y, Z in seconds of arc, each at most 60
 * @param scalePpm in millionths, at most 100
 * @param sigmaM one standard deviation of a transformed point in metres
 * @param validIn where the set holds
 * @param source by whom, of which date and under what number it was given; shown in reports
 */
public record ShiftParameters(
    String id,
    OldDatum datum,
    Convention convention,
    List<Double> translationM,
    List<Double> rotationArcsec,
    Double scalePpm,
    Double sigmaM,
    Area validIn,
    String source) {

  /** The two ways in which rotations are written down. */
  public enum Convention {
    /** Rotations turn the point: EPSG method 9606, PROJ's {@code towgs84}. */
    @JsonProperty("position_vector")
    POSITION_VECTOR,
    /** Rotations turn the axes: EPSG method 9607, usual in Chinese software. */
    @JsonProperty("coordinate_frame")
    COORDINATE_FRAME
  }

  /** Bounds in CGCS2000 degrees. */
  public record Area(double west, double south, double east, double north) {
    public Area {
      require(west < east && south < north, "valid_in needs west < east and south < north");
    }

    boolean contains(double lonDeg, double latDeg) {
      return lonDeg >= west && lonDeg <= east && latDeg >= south && latDeg <= north;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f–%.2f°E, %.2f–%.2f°N", west, east, south, north);
    }
  }

  public ShiftParameters {
    require(id != null && id.matches("[a-z0-9][a-z0-9_-]{0,39}"), "'id' is missing or not simple");
    require(datum != null, "'datum' is required: xian_1980 or beijing_1954");
    require(convention != null, "'convention' is required: position_vector or coordinate_frame");
    translationM = three(translationM, 1_000, "translation_m");
    rotationArcsec = three(rotationArcsec, 60, "rotation_arcsec");
    require(scalePpm != null && Math.abs(scalePpm) <= 100, "'scale_ppm' must be within 100");
    require(sigmaM != null && sigmaM > 0 && sigmaM <= 100, "'sigma_m' must be within 0 to 100");
    require(validIn != null, "'valid_in' is required: west, south, east, north");
    require(source != null && !source.isBlank(), "'source' is required: who gave the set, when");
  }

  private static List<Double> three(List<Double> values, double most, String key) {
    require(values != null && values.size() == 3, "'" + key + "' needs three numbers");
    for (Double value : values) {
      require(value != null && Math.abs(value) <= most, "'" + key + "' must be within " + most);
    }
    return List.copyOf(values);
  }

  /** Says nothing of the values. */
  @Override
  public String toString() {
    return "ShiftParameters[" + id + ", " + datum + "]";
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
