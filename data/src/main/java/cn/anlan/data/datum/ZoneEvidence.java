package cn.anlan.data.datum;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * In which zone eastings without a prefix are: read in the neighbouring one, a point of Jiangxi
 * lies 293 km away and mostly in the province still. A row speaks for a zone in which it lies in
 * the county that it names, or, where it names none, in the province. A right zone has nine such
 * rows in ten, a wrong one 1 in 50 by county and 3 in 10 by province. Not thread-safe.
 */
public final class ZoneEvidence {
  /**
   * The unprefixed systems whose zones Jiangxi touches; 6° zone 20 has the meridian of 3° zone 39.
   */
  private static final List<CoordinateSystem> ZONES =
      List.of(
          CoordinateSystem.GK3_CM_114E, CoordinateSystem.GK3_CM_117E, CoordinateSystem.GK6_CM_111E);

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double HIT_IF_RIGHT = 0.9;
  private static final double COUNTY_HIT_IF_WRONG = 0.02;
  private static final double PROVINCE_HIT_IF_WRONG = 0.3;

  private final CountyGround ground;
  private final Map<CoordinateSystem, Double> log = new EnumMap<>(CoordinateSystem.class);
  private final Map<CoordinateSystem, Long> hits = new EnumMap<>(CoordinateSystem.class);
  private long rows;

  public ZoneEvidence(CountyGround ground) {
    this.ground = ground;
    for (CoordinateSystem zone : ZONES) {
      log.put(zone, 0.0);
      hits.put(zone, 0L);
    }
  }

  /**
   * @param county today's code of the county that the row names, or null
   */
  public void add(String county, double eastM, double northM) {
    boolean named = county != null && ground.insideM(county, 115, 27).isPresent();
    double ifWrong = named ? COUNTY_HIT_IF_WRONG : PROVINCE_HIT_IF_WRONG;
    rows++;
    for (CoordinateSystem zone : ZONES) {
      boolean hit = hits(named ? county : null, zone, eastM, northM);
      hits.merge(zone, hit ? 1L : 0L, Long::sum);
      log.merge(
          zone,
          Math.log(hit ? HIT_IF_RIGHT / ifWrong : (1 - HIT_IF_RIGHT) / (1 - ifWrong)),
          Double::sum);
    }
  }

  private boolean hits(String county, CoordinateSystem zone, double eastM, double northM) {
    Optional<Coordinate> at = place(zone, eastM, northM);
    if (at.isEmpty() || county == null) {
      return at.isPresent() && ground.inProvince(at.get().x, at.get().y);
    }
    return ground.insideM(county, at.get().x, at.get().y).orElseThrow() > -3 * ground.sigmaM();
  }

  /** Where numbers lie in CGCS2000 if they are of the zone; empty where they cannot be. */
  public static Optional<Coordinate> place(CoordinateSystem zone, double eastM, double northM) {
    try {
      Point point = FACTORY.createPoint(new Coordinate(eastM, northM));
      return Optional.of(zone.toCgcs2000(point).getCoordinate());
    } catch (UserFault cannotBe) {
      return Optional.empty();
    }
  }

  /** The zone that the rows speak for most. */
  public CoordinateSystem best() {
    return log.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** Rows that fit a zone. */
  public long fitting(CoordinateSystem zone) {
    return hits.get(same(zone));
  }

  public long rows() {
    return rows;
  }

  /** Whether the rows speak for another zone, 100 to one. */
  public boolean speaksAgainst(CoordinateSystem zone) {
    return log.get(best()) - log.get(same(zone)) >= Math.log(DatumOdds.EVIDENCE);
  }

  /** Whether a system's eastings carry no prefix, so that its zone can be mistaken. */
  public static boolean canBeMistaken(CoordinateSystem system) {
    return ZONES.contains(same(system));
  }

  /** The zones that numbers of this one could also be of. */
  public static List<CoordinateSystem> others(CoordinateSystem system) {
    return ZONES.stream().filter(zone -> zone != same(system)).toList();
  }

  /** 6° zone 20 and 3° zone 39 are the same numbers. */
  private static CoordinateSystem same(CoordinateSystem zone) {
    return zone == CoordinateSystem.GK6_CM_117E ? CoordinateSystem.GK3_CM_117E : zone;
  }
}
