package cn.anlan.web.print;

import java.util.List;
import java.util.Locale;

/** Numbers as printed pages show them, the same in both languages. */
public final class Figures {
  private static final String NONE = "–";

  private Figures() {}

  /** Metres to the centimetre; six decimals where fewer would hide on which side of 0 it is. */
  public static String metres(Double value) {
    if (value == null) {
      return NONE;
    }
    boolean tiny = value != 0 && Math.abs(value) < 0.01;
    return String.format(Locale.ROOT, tiny ? "%,.6f m" : "%,.2f m", value);
  }

  /** A distance: metres below a kilometre, else kilometres to ten metres. */
  public static String distance(Double metres) {
    if (metres == null) {
      return NONE;
    }
    return metres < 1_000
        ? String.format(Locale.ROOT, "%.0f m", metres)
        : String.format(Locale.ROOT, "%.2f km", metres / 1_000);
  }

  /** A whole number with separators. */
  public static String whole(Long value) {
    return value == null ? NONE : String.format(Locale.ROOT, "%,d", value);
  }

  /** [lon, lat] in degrees to seven decimals, about a centimetre. */
  public static String position(List<Double> lonLat) {
    return lonLat == null || lonLat.size() < 2
        ? NONE
        : String.format(Locale.ROOT, "%.7f, %.7f", lonLat.get(0), lonLat.get(1));
  }

  /** Anything as text, null as a dash. */
  public static String orNone(Object value) {
    return value == null || value.toString().isBlank() ? NONE : value.toString();
  }
}
