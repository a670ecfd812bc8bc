package cn.anlan.geo.datum;

import cn.anlan.geo.fault.UserFault;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;

/**
 * Looks at raw coordinates before and after they are moved, and names the likely cause where they
 * cannot be what was declared: swapped axes, a zone prefix too many, too few or of another zone,
 * metres declared as degrees.
 *
 * <p>It cannot notice unprefixed coordinates declared in the neighbouring zone: those are plausible
 * numbers 293 km away. The import's province check does.
 */
final class SourceRange {
  private static final Envelope RESULT = new Envelope(70, 140, 0, 60);

  /**
   * A Gauss-Krüger easting lies this close to its central meridian. Zones are 300 or 600 km wide,
   * but a whole province may be drawn in one zone: Jiangxi reaches 440 km from 114° E, 740 km from
   * 111° E.
   */
  private static final double MAX_OFF_MERIDIAN_3_DEG_M = 500_000;

  private static final double MAX_OFF_MERIDIAN_6_DEG_M = 800_000;

  private static final double MAX_NORTHING_M = 6_700_000;
  private static final double MERCATOR_LIMIT_M = 20_037_509;

  private SourceRange() {}

  /**
   * @param system whose numbers they should be; for an old datum, the CGCS2000 system of like shape
   * @param code what was declared, for the message
   */
  static void checkDeclared(Envelope raw, CoordinateSystem system, String code) {
    if (raw.isNull()) {
      return;
    }
    if (!Double.isFinite(raw.getMinX() + raw.getMaxX() + raw.getMinY() + raw.getMaxY())) {
      throw new UserFault("坐标不是有限数 (a coordinate is not a finite number)", "检查源文件的坐标列");
    }
    switch (system.kind()) {
      case GEOGRAPHIC, SHIFTED -> checkDegrees(raw, code);
      case GAUSS_KRUGER -> checkGaussKruger(raw, system, code);
      case MERCATOR -> {
        if (Math.max(Math.abs(raw.getMinX()), Math.abs(raw.getMaxX())) > MERCATOR_LIMIT_M
            || Math.max(Math.abs(raw.getMinY()), Math.abs(raw.getMaxY())) > MERCATOR_LIMIT_M) {
          throw fault(raw, code, "超出网络墨卡托的范围", "坐标可能是带带号的高斯-克吕格坐标: 试 EPSG:4526 或 4527");
        }
      }
    }
  }

  /** Whether a pair of numbers can be coordinates of the system, in the order (east, north). */
  static boolean canBe(double x, double y, CoordinateSystem system) {
    Envelope point = new Envelope(x, x, y, y);
    return switch (system.kind()) {
      case GEOGRAPHIC, SHIFTED -> RESULT.contains(point);
      case GAUSS_KRUGER -> fits(point, system);
      case MERCATOR -> Math.abs(x) <= MERCATOR_LIMIT_M && Math.abs(y) <= MERCATOR_LIMIT_M;
    };
  }

  static void checkResult(Envelope lonLat, Envelope raw, String code) {
    if (lonLat.isNull() || RESULT.contains(lonLat)) {
      return;
    }
    throw fault(
        raw,
        code,
        String.format(
            Locale.ROOT,
            "转换后在 %.4f–%.4f°E, %.4f–%.4f°N,不在中国",
            lonLat.getMinX(),
            lonLat.getMaxX(),
            lonLat.getMinY(),
            lonLat.getMaxY()),
        "坐标轴可能颠倒(应东坐标在前),或坐标系、带号声明有误");
  }

  private static void checkDegrees(Envelope raw, String code) {
    if (RESULT.contains(raw)) {
      return;
    }
    if (RESULT.contains(swapped(raw))) {
      throw fault(raw, code, "经纬度颠倒 (axes swapped)", "把经度放在纬度之前");
    }
    if (raw.getMaxX() > 360 || raw.getMaxY() > 360) {
      throw fault(raw, code, "这些数是米,不是度 (metres, not degrees)", "声明投影坐标系,如 EPSG:4547");
    }
    throw fault(raw, code, "不在 70–140°E, 0–60°N 之内", "检查坐标系声明和坐标列");
  }

  private static void checkGaussKruger(Envelope raw, CoordinateSystem system, String code) {
    if (fits(raw, system)) {
      return;
    }
    Envelope swapped = swapped(raw);
    if (fits(swapped, system)) {
      throw fault(raw, code, "东、北坐标颠倒 (axes swapped)", "把东坐标(Y, easting)放在北坐标(X, northing)之前");
    }
    for (CoordinateSystem other : CoordinateSystem.values()) {
      if (other.kind() == CoordinateSystem.Kind.GAUSS_KRUGER && fits(raw, other)) {
        String cause =
            other.falseEastingM() > 1e6 ? prefixCause(system, other) : "东坐标不带带号 (no zone prefix)";
        throw fault(raw, code, cause, "这些数符合 " + sameShape(other) + ",请核对");
      }
    }
    if (RESULT.contains(raw) || RESULT.contains(swapped)) {
      throw fault(raw, code, "这些数是度,不是米 (degrees, not metres)", "声明经纬度坐标系,如 EPSG:4490");
    }
    throw fault(raw, code, "东坐标或北坐标超出投影带", "带号或坐标系声明有误 (wrong zone prefix or system)");
  }

  private static String prefixCause(CoordinateSystem declared, CoordinateSystem found) {
    return declared.falseEastingM() > 1e6
        ? "东坐标带的是另一个带号 (another zone's prefix)"
        : "东坐标带有带号 " + (int) (found.falseEastingM() / 1e6) + " (zone prefix present)";
  }

  private static String sameShape(CoordinateSystem found) {
    return found.falseEastingM() > 1e6 ? found.code() : "EPSG:4547 (114°E) 或 EPSG:4548 (117°E)";
  }

  private static double reachM(CoordinateSystem system) {
    return switch (system) {
      case GK6_ZONE_19, GK6_ZONE_20, GK6_CM_111E, GK6_CM_117E -> MAX_OFF_MERIDIAN_6_DEG_M;
      default -> MAX_OFF_MERIDIAN_3_DEG_M;
    };
  }

  /** Coordinates of a Gauss-Krüger system, (east, north), that pass both checks. */
  static Envelope gaussKruger(CoordinateSystem system) {
    double reachM = reachM(system) - 1;
    double middleM = system.falseEastingM();
    return new Envelope(middleM - reachM, middleM + reachM, 2_000, MAX_NORTHING_M - 100_000);
  }

  /** What every result lies in, less the tenth of a metre by which moving there and back errs. */
  static Envelope result() {
    Envelope inner = new Envelope(RESULT);
    inner.expandBy(-1e-6);
    return inner;
  }

  private static boolean fits(Envelope raw, CoordinateSystem system) {
    double reachM = reachM(system);
    return raw.getMinX() > system.falseEastingM() - reachM
        && raw.getMaxX() < system.falseEastingM() + reachM
        && raw.getMinY() >= 0
        && raw.getMaxY() <= MAX_NORTHING_M
        // An easting below a thousand kilometres and a northing of the same size would be a tropic
        // sea; degrees in a metric system land there.
        && raw.getMaxY() > 1000;
  }

  private static Envelope swapped(Envelope raw) {
    return new Envelope(raw.getMinY(), raw.getMaxY(), raw.getMinX(), raw.getMaxX());
  }

  private static UserFault fault(Envelope raw, String code, String cause, String remedy) {
    String range =
        String.format(
            Locale.ROOT,
            "[%s, %s] – [%s, %s]",
            number(raw.getMinX()),
            number(raw.getMinY()),
            number(raw.getMaxX()),
            number(raw.getMaxY()));
    return new UserFault("坐标 " + range + " 与声明的 " + code + " 不符: " + cause, remedy);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) > 1000 ? "%.1f" : "%.5f", value);
  }
}
