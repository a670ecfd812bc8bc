package cn.anlan.geo.road.route;

import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.DangerousGoods.Band;
import cn.anlan.geo.road.hazard.DangerousGoods.Cargo;
import cn.anlan.geo.road.hazard.EdgeRisk;
import cn.anlan.geo.road.hazard.HazardTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a trip comes by where, what it puts at risk there in those hours, and whether it may be
 * there then: a road may be closed by the time it is reached that was open at the departure. Stops
 * and rests are not counted.
 */
public final class Timetable {
  private static final int HOUR_S = 3600;
  private static final int DAY_H = 24;

  private final DangerousGoods model;
  private final HazardTable table;
  private final Cargo cargo;
  private final double departureS;
  private final Map<String, EdgeRisk> byBand = new HashMap<>();

  /**
   * @param departureS seconds of the day
   */
  Timetable(DangerousGoods model, HazardTable table, Cargo cargo, double departureS) {
    this.model = model;
    this.table = table;
    this.cargo = cargo;
    this.departureS = departureS;
  }

  /**
   * A leg that is closed when the trip is on it.
   *
   * @param hour of the day at which it is met
   */
  record Met(Leg leg, int hour, Band band) {}

  /** The first leg that is closed when the trip is on it. */
  Optional<Met> firstClosed(Trip trip) {
    double clockS = departureS;
    for (Leg leg : trip.legs()) {
      int first = hourAt(clockS);
      clockS += leg.timeS();
      for (int hour = first; ; hour = (hour + 1) % DAY_H) {
        Band band = model.band(hour);
        if (risk(band).isClosed(leg.edge().id())) {
          return Optional.of(new Met(leg, hour, band));
        }
        if (hour == hourAt(clockS)) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  /** The bands through which a trip goes, in their order. */
  Map<String, Band> bands(Trip trip) {
    Map<String, Band> bands = new LinkedHashMap<>();
    int hours = (int) Math.min(DAY_H, Math.floor((departureS % HOUR_S + trip.timeS()) / HOUR_S));
    for (int i = 0; i <= hours; i++) {
      Band band = model.band(hourAt(departureS + (double) i * HOUR_S));
      bands.putIfAbsent(band.id(), band);
    }
    return bands;
  }

  /** What hazards do in the hours of a leg. */
  EdgeRisk risk(Leg leg) {
    return risk(leg.middleS());
  }

  /** What they do so many seconds after the departure. */
  EdgeRisk risk(double afterS) {
    return risk(model.band(hourAt(departureS + afterS)));
  }

  private EdgeRisk risk(Band band) {
    return byBand.computeIfAbsent(band.id(), any -> new EdgeRisk(model, table, cargo, band));
  }

  private static int hourAt(double clockS) {
    return (int) (clockS / HOUR_S) % DAY_H;
  }
}
