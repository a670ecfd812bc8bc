package cn.anlan.analytics.assessment.facts;

import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which reporting unit a row names, itself or through its enterprise or its risk point's
 * enterprise. Few rows name one, so they are found as sets by the units' enterprises.
 */
final class RowPlaces {
  static final String ENTERPRISE = "enterprise_code";
  static final String RISK_POINT = "risk_point_code";

  /** Counts are of regions and cover the province; see the package. */
  static final Scope ALL = Scope.wholeProvince("regional figures");

  private final NamedRows enterprises;
  private final NamedRows riskPoints;
  private final List<String> units;
  private final Map<String, String> unitOfEnterprise;
  private final Map<String, String> unitOfRiskPoint;

  RowPlaces(FactSources sources) {
    enterprises = NamedRows.ofThemselves(sources.enterprises(), ALL);
    riskPoints = enterprises.through(sources.riskPoints(), ENTERPRISE);
    units = enterprises.units();
    unitOfEnterprise = enterprises.unitByCode();
    unitOfRiskPoint = riskPoints.unitByCode();
  }

  /** The units that are named at all, in order. */
  List<String> units() {
    return units;
  }

  /** By code of the enterprise or risk point; for single rows. */
  byte ofRow(LayerSnapshot rows, int row) {
    String enterprise = rows.text(ENTERPRISE, row);
    return place(
        enterprise != null
            ? unitOfEnterprise.get(enterprise)
            : unitOfRiskPoint.get(rows.text(RISK_POINT, row)));
  }

  /** Of each enterprise its unit's place in {@link #units} plus one; 0 for none. */
  byte[] ofEnterprises(LayerSnapshot firms) {
    return places(firms, enterprises);
  }

  /** The same for a layer whose rows name their enterprise, and perhaps a risk point instead. */
  byte[] ofRows(LayerSnapshot rows) {
    NamedRows named = enterprises.through(rows, ENTERPRISE);
    boolean points = rows.columns().stream().anyMatch(c -> c.name().equals(RISK_POINT));
    return places(
        rows, points ? named.and(riskPoints.through(rows, RISK_POINT, ENTERPRISE)) : named);
  }

  private byte[] places(LayerSnapshot rows, NamedRows named) {
    byte[] places = new byte[rows.size()];
    named.forEach((row, unit) -> places[row] = place(unit));
    return places;
  }

  private byte place(String unit) {
    return (byte) (unit == null ? 0 : units.indexOf(unit) + 1);
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
