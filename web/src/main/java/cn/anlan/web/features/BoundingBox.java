package cn.anlan.web.features;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Box;

/** The {@code bbox} parameter: {@code west,south,east,north} in degrees. */
public final class BoundingBox {
  private BoundingBox() {}

  /**
   * @throws UserFault where the text is no such box
   */
  public static Box parse(String text) {
    String[] parts = text.split(",");
    try {
      if (parts.length == 4) {
        double west = Double.parseDouble(parts[0]);
        double south = Double.parseDouble(parts[1]);
        double east = Double.parseDouble(parts[2]);
        double north = Double.parseDouble(parts[3]);
        if (west <= east && south <= north && Math.abs(south) <= 90 && Math.abs(north) <= 90) {
          return new Box(west, south, east, north);
        }
      }
    } catch (NumberFormatException notNumbers) {
      // said below, with the value
    }
    throw new UserFault(
        "bbox=" + text + " 无法理解 (not understood)",
        "写作 西,南,东,北（度）(write west,south,east,north in degrees)");
  }
}
