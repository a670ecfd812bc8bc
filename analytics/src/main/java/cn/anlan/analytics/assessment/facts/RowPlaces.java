package cn.anlan.analytics.assessment.facts;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which reporting unit a row names, itself or through its enterprise or its risk point's
 * enterprise. Few rows name one, so they are found as sets by the units' enterprises.
 */
final class RowPlaces {
  static final String UNIT = "reporting_unit_code";
  static final String ENTERPRISE = "enterprise_code";
  static final String RISK_POINT = "risk_point_code";

  /** Counts are of regions and cover the province; see the package. */
  static final Scope ALL = Scope.wholeProvince("regional figures");

  private final Map<String, List<Object>> enterprises = new TreeMap<>();
  private final Map<String, List<Object>> riskPoints = new TreeMap<>();
  private final Map<String, Byte> placeOfEnterprise;
  private final Map<String, Byte> placeOfRiskPoint;

  RowPlaces(FactSources sources) {
    LayerSnapshot firms = sources.enterprises();
    Query.on(firms, ALL)
        .filter(columns -> columns.isNull(UNIT).not())
        .rows()
        .forEach(
            (int row) ->
                enterprises
                    .computeIfAbsent(firms.text(UNIT, row), u -> new ArrayList<>())
                    .add(firms.text(LayerSnapshot.CODE, row)));
    LayerSnapshot points = sources.riskPoints();
    enterprises.forEach(
        (unit, codes) ->
            Query.on(points, ALL)
                .filter(columns -> columns.in(ENTERPRISE, codes))
                .rows()
                .forEach(
                    (int row) ->
                        riskPoints
                            .computeIfAbsent(unit, u -> new ArrayList<>())
                            .add(points.text(LayerSnapshot.CODE, row))));
    placeOfEnterprise = places(enterprises, units());
    placeOfRiskPoint = places(riskPoints, units());
  }

  /** By code of the enterprise or risk point; for single rows. */
  byte ofRow(LayerSnapshot rows, int row) {
    String enterprise = rows.text(ENTERPRISE, row);
    return enterprise != null
        ? placeOfEnterprise.getOrDefault(enterprise, (byte) 0)
        : placeOfRiskPoint.getOrDefault(rows.text(RISK_POINT, row), (byte) 0);
  }

  private static Map<String, Byte> places(Map<String, List<Object>> codes, List<String> units) {
    Map<String, Byte> places = new HashMap<>();
    codes.forEach(
        (unit, own) ->
            own.forEach(code -> places.put((String) code, (byte) (units.indexOf(unit) + 1))));
    return places;
  }

  /** The units that are named at all, in order. */
  List<String> units() {
    return List.copyOf(enterprises.keySet());
  }

  /** Of each row its unit's place in {@link #units} plus one; 0 for none. */
  byte[] ofEnterprises(LayerSnapshot firms) {
    byte[] places = new byte[firms.size()];
    List<String> units = units();
    var ranks = firms.ranks(UNIT, units);
    for (int row = 0; row < places.length; row++) {
      int rank = ranks.applyAsInt(row);
      places[row] = (byte) (rank == units.size() ? 0 : rank + 1);
    }
    return places;
  }

  /** The same for a layer whose rows name their enterprise, and perhaps a risk point instead. */
  byte[] ofRows(LayerSnapshot rows) {
    byte[] places = new byte[rows.size()];
    boolean points = rows.columns().stream().anyMatch(c -> c.name().equals(RISK_POINT));
    byte place = 1;
    for (String unit : units()) {
      mark(rows, ENTERPRISE, enterprises.get(unit), false, place, places);
      List<Object> own = riskPoints.getOrDefault(unit, List.of());
      if (points && !own.isEmpty()) {
        mark(rows, RISK_POINT, own, true, place, places);
      }
      place++;
    }
    return places;
  }

  private static void mark(
      LayerSnapshot rows,
      String column,
      List<Object> codes,
      boolean withoutEnterprise,
      byte place,
      byte[] places) {
    RoaringBitmap found =
        Query.on(rows, ALL)
            .filter(
                columns ->
                    withoutEnterprise
                        ? columns.in(column, codes).and(columns.isNull(ENTERPRISE))
                        : columns.in(column, codes))
            .rows();
    found.forEach((int row) -> places[row] = place);
  }

  /** Every code that a row may be declared under: regions' and reporting units' own. */
  static List<String> regions(FactSources sources) {
    Set<String> codes = new TreeSet<>();
    for (LayerSnapshot layer : List.of(sources.regions(), sources.units())) {
      layer.rows().forEach(row -> codes.add(layer.text(LayerSnapshot.CODE, row)));
    }
    return List.copyOf(codes);
  }
}
