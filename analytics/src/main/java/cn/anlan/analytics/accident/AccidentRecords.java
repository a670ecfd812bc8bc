package cn.anlan.analytics.accident;

import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * The layer {@code accident} as records.
 *
 * @param accidents in the order of the snapshot's rows
 * @param unusable codes of rows that have a negative number or no date: they are left out, and the
 *     result must say so
 */
public record AccidentRecords(List<Accident> accidents, List<String> unusable) {
  /**
   * @param enterprises the layer by which an accident names a reporting unit
   */
  public static AccidentRecords read(LayerSnapshot rows, LayerSnapshot enterprises, Scope scope) {
    NamedRows named = NamedRows.ofThemselves(enterprises, scope).through(rows, "enterprise_code");
    List<Accident> accidents = new ArrayList<>();
    List<String> unusable = new ArrayList<>();
    Query.on(rows, scope)
        .rows()
        .forEach(
            (int row) -> {
              if (isUsable(rows, row)) {
                accidents.add(accident(rows, row, named.unit(row)));
              } else {
                unusable.add(rows.text(LayerSnapshot.CODE, row));
              }
            });
    return new AccidentRecords(accidents, unusable);
  }

  private static boolean isUsable(LayerSnapshot rows, int row) {
    boolean negative = false;
    for (String column :
        List.of(
            "deaths",
            "deaths_first_report",
            "deaths_day_7",
            "deaths_day_30",
            "serious_injuries",
            "acute_poisoned",
            "direct_loss_10k_yuan")) {
      negative |= rows.number(column, row) < 0;
    }
    return !negative && rows.date("occurred_on", row) != null;
  }

  private static Accident accident(LayerSnapshot rows, int row, String unitCode) {
    long deaths = whole(rows, "deaths", row, 0);
    long day30 = whole(rows, "deaths_day_30", row, deaths);
    long day7 = whole(rows, "deaths_day_7", row, day30);
    String sector = rows.text("sector", row);
    return new Accident(
        rows.text(LayerSnapshot.CODE, row),
        rows.date("occurred_on", row),
        sector,
        rows.text("county_code", row),
        unitCode,
        Boolean.TRUE.equals(rows.value("is_production_related", row)),
        Accident.windowDays(
            Boolean.TRUE.equals(rows.value("is_traffic", row)),
            sector,
            rows.text("accident_type", row)),
        whole(rows, "deaths_first_report", row, day7),
        day7,
        day30,
        deaths,
        whole(rows, "serious_injuries", row, 0),
        whole(rows, "acute_poisoned", row, 0),
        number(rows, "direct_loss_10k_yuan", row),
        Boolean.TRUE.equals(rows.value("is_demo", row)));
  }

  /** A number that was never delivered is the one that is known instead. */
  private static long whole(LayerSnapshot rows, String column, int row, long instead) {
    double value = rows.number(column, row);
    return Double.isNaN(value) ? instead : (long) value;
  }

  private static double number(LayerSnapshot rows, String column, int row) {
    double value = rows.number(column, row);
    return Double.isNaN(value) ? 0 : value;
  }
}
