package cn.anlan.data.ingest.crs;

import cn.anlan.data.datum.CountyGround;
import cn.anlan.data.datum.DatumOdds;
import cn.anlan.data.datum.DatumWeighing;
import cn.anlan.data.datum.Hypothesis;
import cn.anlan.data.datum.KnownPlace;
import cn.anlan.data.datum.ZoneEvidence;
import cn.anlan.data.ingest.region.ProvinceMap;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.PackedDms;
import cn.anlan.geo.datum.SourceSystem;
import cn.anlan.geo.fault.UserFault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** What the rows of a sample say of their coordinate system. */
final class DatumSurvey {
  /** Assumed where the user gives no accuracy: a hand-held receiver, or a click on a map. */
  private static final double POINT_SIGMA_M = 20;

  private static final double DEGREE_M = 111_000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A map that knows nothing. */
  private static final CountyGround NOWHERE =
      new CountyGround() {
        @Override
        public OptionalDouble insideM(String countyCode, double lonDeg, double latDeg) {
          return OptionalDouble.empty();
        }

        @Override
        public boolean inProvince(double lonDeg, double latDeg) {
          return false;
        }

        @Override
        public double sigmaM() {
          return ProvinceMap.UNKNOWN_SIGMA_M;
        }
      };

  private final CountyGround ground;
  private final StoredPlaces places;
  private final Double sigmaM;

  /**
   * @param ground null where no regions are known
   * @param sigmaM of the delivered points, or null
   */
  DatumSurvey(CountyGround ground, StoredPlaces places, Double sigmaM) {
    this.ground = ground;
    this.places = places;
    this.sigmaM = sigmaM;
  }

  /** The hypothesis that a system's numbers stand for once they are degrees. */
  static Hypothesis held(SourceSystem system) {
    return system == CoordinateSystem.GCJ02 || system == CoordinateSystem.BD09
        ? Hypothesis.of((CoordinateSystem) system)
        : Hypothesis.CGCS2000;
  }

  /**
   * Weighs the hypotheses on rows in a system. Rows of projected systems are brought to degrees
   * first: shifted numbers that somebody has projected are shifted still.
   */
  DatumOdds weigh(List<RowSample.Row> rows, SourceSystem system) {
    DatumWeighing weighing =
        new DatumWeighing(
            ground == null ? NOWHERE : ground, Math.hypot(pointSigmaM(), grainM(rows, system)));
    for (RowSample.Row row : rows) {
      Optional<KnownPlace> known = places.find(row);
      if (row.county() != null) {
        Coordinate at = degrees(row.place(), system);
        if (at != null) {
          weighing.addNamed(row.county(), at.x, at.y);
        }
      }
      if (known.isPresent()) {
        Coordinate at = degrees(row.centre(), system);
        if (at != null) {
          weighing.addKnown(at.x, at.y, known.get());
        }
      }
    }
    return weighing.odds();
  }

  /** The zones that unprefixed rows fit; null where nothing can tell. */
  ZoneEvidence zones(List<RowSample.Row> rows) {
    if (ground == null || rows.isEmpty()) {
      return null;
    }
    ZoneEvidence zones = new ZoneEvidence(ground);
    rows.forEach(r -> zones.add(r.county(), r.place().x, r.place().y));
    return zones;
  }

  /** Of rows in metres: which zone they fit, as a clause; empty where none can be told. */
  String zoneWords(List<RowSample.Row> rows) {
    ZoneEvidence zones = zones(rows);
    if (zones == null || zones.fitting(zones.best()) == 0) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ";坐标是米,%d 行中 %d 行按 %s 在所报的县(省) (metres: this zone fits), 但是 CGCS2000、西安80 还是北京54 看不出来",
        zones.rows(),
        zones.fitting(zones.best()),
        zones.best().title());
  }

  boolean isPacked(List<RowSample.Row> rows) {
    PackedDms packed = new PackedDms();
    rows.forEach(r -> packed.add(r.place().x, r.place().y));
    return packed.isPacked();
  }

  private double pointSigmaM() {
    return sigmaM == null ? POINT_SIGMA_M : sigmaM;
  }

  /** What rounding leaves open: of the finest number in the sample. */
  private static double grainM(List<RowSample.Row> rows, SourceSystem system) {
    int decimals = 0;
    for (RowSample.Row row : rows) {
      int here =
          Math.max(
              BigDecimal.valueOf(row.place().x).scale(), BigDecimal.valueOf(row.place().y).scale());
      decimals = Math.max(decimals, here);
    }
    double step = Math.pow(10, -decimals) * (system.isDegrees() ? DEGREE_M : 1);
    return step / Math.sqrt(12);
  }

  private static Coordinate degrees(Coordinate delivered, SourceSystem system) {
    if (held(system) != Hypothesis.CGCS2000) {
      return delivered;
    }
    try {
      return system.toCgcs2000(FACTORY.createPoint(delivered)).getCoordinate();
    } catch (UserFault cannotBe) {
      return null;
    }
  }
}
