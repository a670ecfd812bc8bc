package cn.anlan.geo.datum;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;

/**
 * The coordinate systems that Anlan reads and writes. Coordinates are always (east, north) or (lon,
 * lat), whatever axis order the EPSG register gives the system.
 *
 * <p>{@link #parse} turns what a person writes into one of these. Beijing 1954, Xian 1980 and
 * anything unknown are refused with a reason; there is no default, because an undeclared datum can
 * be wrong by more than a kilometre.
 */
public enum CoordinateSystem implements SourceSystem {
  CGCS2000(Kind.GEOGRAPHIC, 4490, 0, "CGCS2000 经纬度"),
  WGS84(Kind.GEOGRAPHIC, 4326, 0, "WGS 84 经纬度"),
  WEB_MERCATOR(Kind.MERCATOR, 3857, 0, "WGS 84 网络墨卡托"),
  GK3_ZONE_38(Kind.GAUSS_KRUGER, 4526, 38_500_000, "CGCS2000 3°带38带(东坐标带带号)"),
  GK3_ZONE_39(Kind.GAUSS_KRUGER, 4527, 39_500_000, "CGCS2000 3°带39带(东坐标带带号)"),
  GK3_CM_114E(Kind.GAUSS_KRUGER, 4547, 500_000, "CGCS2000 3°带中央经线114°E"),
  GK3_CM_117E(Kind.GAUSS_KRUGER, 4548, 500_000, "CGCS2000 3°带中央经线117°E"),
  GK6_ZONE_19(Kind.GAUSS_KRUGER, 4497, 19_500_000, "CGCS2000 6°带19带(东坐标带带号)"),
  GK6_ZONE_20(Kind.GAUSS_KRUGER, 4498, 20_500_000, "CGCS2000 6°带20带(东坐标带带号)"),
  GK6_CM_111E(Kind.GAUSS_KRUGER, 4508, 500_000, "CGCS2000 6°带中央经线111°E"),
  GK6_CM_117E(Kind.GAUSS_KRUGER, 4509, 500_000, "CGCS2000 6°带中央经线117°E"),
  GCJ02(Kind.SHIFTED, 0, 0, "GCJ-02 火星坐标"),
  BD09(Kind.SHIFTED, 0, 0, "BD-09 百度坐标");

  enum Kind {
    /** Degrees. */
    GEOGRAPHIC,
    /** Metres, true scale at the equator only. */
    MERCATOR,
    /** Metres, true scale on the central meridian. */
    GAUSS_KRUGER,
    /** Degrees, moved on purpose; known to no register. */
    SHIFTED
  }

  private final Kind kind;
  private final int epsg;
  private final double falseEastingM;
  private final String title;

  CoordinateSystem(Kind kind, int epsg, double falseEastingM, String title) {
    this.kind = kind;
    this.epsg = epsg;
    this.falseEastingM = falseEastingM;
    this.title = title;
  }

  /**
   * The system that a user's words mean: an EPSG code ({@code 4490}, {@code EPSG:4490}, an OGC URN
   * or URI), or a name such as {@code CGCS2000}, {@code CRS84}, {@code gcj02}, {@code 火星}. Case,
   * spaces, hyphens and underscores do not matter.
   *
   * @throws cn.anlan.geo.fault.UserFault if the words mean nothing, or a system that is refused;
   *     the remedy names what is accepted
   */
  public static CoordinateSystem parse(String words) {
    return SystemNames.parse(words);
  }

  /** The system that {@link #code} names; empty for those of old datums, and for other words. */
  public static Optional<CoordinateSystem> findByCode(String code) {
    return Arrays.stream(values()).filter(system -> system.code().equals(code)).findFirst();
  }

  /** The EPSG code; empty for GCJ-02 and BD-09, which have none. */
  public OptionalInt epsg() {
    return epsg == 0 ? OptionalInt.empty() : OptionalInt.of(epsg);
  }

  /** How the database and messages write it: {@code EPSG:4547}, {@code GCJ-02} or {@code BD-09}. */
  @Override
  public String code() {
    return switch (this) {
      case GCJ02 -> "GCJ-02";
      case BD09 -> "BD-09";
      default -> "EPSG:" + epsg;
    };
  }

  /** The SRID of geometries in it: the EPSG code, or 0. */
  @Override
  public int srid() {
    return epsg;
  }

  /** Its Chinese title. */
  @Override
  public String title() {
    return title;
  }

  /** Whether its coordinates are degrees (else metres). */
  @Override
  public boolean isDegrees() {
    return kind == Kind.GEOGRAPHIC || kind == Kind.SHIFTED;
  }

  @Override
  public Geometry toCgcs2000(Geometry delivered) {
    return DatumShift.toCgcs2000(delivered, this);
  }

  @Override
  public CoordinateSystem shape() {
    return this;
  }

  Kind kind() {
    return kind;
  }

  double falseEastingM() {
    return falseEastingM;
  }
}
