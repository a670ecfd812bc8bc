package cn.anlan.web.surroundings;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The directions of a report: 8 or 16 sectors of equal width, the first centred on true north.
 * Azimuths are degrees clockwise from north; one on the edge of two sectors belongs to the later.
 */
public final class Compass {
  private static final String[] ZH = {
    "北", "北东北", "东北", "东东北", "东", "东东南", "东南", "南东南",
    "南", "南西南", "西南", "西西南", "西", "西西北", "西北", "北西北"
  };
  private static final String[] EN = {
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE",
    "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"
  };

  private final int points;

  private Compass(int points) {
    this.points = points;
  }

  /**
   * @throws UserFault for another number than 8 and 16
   */
  public static Compass of(int points) {
    if (points != 8 && points != 16) {
      throw new UserFault("points=" + points + " 不支持 (not supported)", "取 8 或 16 (take 8 or 16)");
    }
    return new Compass(points);
  }

  /** How many sectors there are. */
  public int points() {
    return points;
  }

  /** The sector of an azimuth, 0 for north, clockwise. */
  public int sector(double azimuthDeg) {
    double turned = ((azimuthDeg + 180.0 / points) % 360 + 360) % 360;
    return Math.min(points - 1, (int) (turned / (360.0 / points)));
  }

  /** The sector's name. */
  public Text name(int sector) {
    int at = sector * (16 / points);
    return new Text(ZH[at], EN[at]);
  }

  /** All names in turn. */
  public List<Text> names() {
    List<Text> names = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      names.add(name(i));
    }
    return names;
  }
}
