package cn.anlan.analytics.ledger;

import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** 覆盖率: what is done of what there is to be done. */
public final class Coverage {
  /** The assessment units that the city plan of 2019 lists: 11 central areas and 32 counties. */
  public static final int CITY_UNITS = 43;

  private Coverage() {}

  /**
   * Enterprises registered in the hazard system of all in scope, by unit (an empty code for none).
   * In scope is what was commissioned by the day, or whose day of commissioning is not known; that
   * an enterprise is registered has no day, so the share is that of now.
   */
  public static Map<String, Rate> enterprises(
      LayerSnapshot enterprises, Scope scope, UnitTree tree, UnitLevel level, LocalDate asOf) {
    NamedRows named = NamedRows.ofThemselves(enterprises, scope);
    Places places = new Places(enterprises, scope, named, tree);
    String[] units = places.units(tree, level, asOf);
    int day = (int) asOf.toEpochDay();
    Map<String, Rate> byUnit = new TreeMap<>();
    places
        .rows()
        .forEach(
            (int row) -> {
              if (enterprises.epochDay("commissioned_on", row) <= day) {
                boolean is = Boolean.TRUE.equals(enterprises.value("registered_in_system", row));
                byUnit.merge(
                    Objects.requireNonNullElse(units[places.of(row)], ""),
                    new Rate(is ? 1 : 0, 1),
                    Rate::plus);
              }
            });
    return byUnit;
  }

  /** City assessments done by a day of the units there are, by the city's code. */
  public static Map<String, Rate> cityUnits(
      LayerSnapshot assessments, Scope scope, LocalDate asOf) {
    int day = (int) asOf.toEpochDay();
    Map<String, Rate> byCity = new TreeMap<>();
    Query.on(assessments, scope)
        .rows()
        .forEach(
            (int row) -> {
              int on = assessments.epochDay("assessed_on", row);
              boolean done =
                  "done".equals(assessments.text("status", row))
                      && on != Integer.MIN_VALUE
                      && on <= day;
              byCity.merge(
                  assessments.text("city_code", row), new Rate(done ? 1 : 0, 1), Rate::plus);
            });
    return byCity;
  }
}
