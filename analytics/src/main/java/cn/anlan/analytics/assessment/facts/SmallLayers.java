package cn.anlan.analytics.assessment.facts;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Accidents, listings and enterprises counted: layers small enough to be counted anew whenever one
 * of them has changed.
 */
final class SmallLayers {
  private final FactSources sources;
  private final Places places;
  private final FactRules rules;
  private final RowPlaces rowPlaces;

  SmallLayers(FactSources sources, Places places, FactRules rules, RowPlaces rowPlaces) {
    this.sources = sources;
    this.places = places;
    this.rules = rules;
    this.rowPlaces = rowPlaces;
  }

  /**
   * Accidents by severity and their deaths, each on its day. The severity is that of the casualties
   * (order 493 art. 3), whatever the row says; a row with a negative number has no severity and is
   * not counted.
   *
   * @param refused takes the codes of such rows
   */
  DayCounts accidents(List<String> refused) {
    LayerSnapshot rows = sources.accidents();
    DayCounts.Builder builder = builder();
    byte[] units = rowPlaces.ofRows(rows);
    IntUnaryOperator region = rows.ranks("county_code", places.regions());
    IntUnaryOperator sector = rows.ranks("sector", places.sectors());
    IntUnaryOperator related = rows.ranks("is_production_related", List.of("true"));
    int[] days = rows.epochDays("occurred_on");
    rows.rows()
        .filter(row -> !rules.productionRelatedOnly() || related.applyAsInt(row) == 0)
        .forEach(
            row -> {
              Severity severity;
              try {
                severity = severity(rows, row);
              } catch (IllegalArgumentException e) {
                refused.add(rows.text(LayerSnapshot.CODE, row));
                return;
              }
              int first =
                  places.series(
                      units[row], region.applyAsInt(row), sector.applyAsInt(row), Measure.ORDINARY);
              builder.add(first + severity.ordinal(), days[row], 1);
              int deaths = first + Measure.DEATHS.ordinal() - Measure.ORDINARY.ordinal();
              builder.add(deaths, days[row], (int) rows.number("deaths", row));
            });
    return builder.build();
  }

  private static Severity severity(LayerSnapshot rows, int row) {
    return Severity.of(
        (long) rows.number("deaths", row),
        (long) rows.number("serious_injuries", row),
        (long) rows.number("acute_poisoned", row),
        rows.number("direct_loss_10k_yuan", row));
  }

  /** Enterprises from the day of their commissioning; one without a date has always been there. */
  DayCounts enterprises() {
    LayerSnapshot rows = sources.enterprises();
    DayCounts.Builder builder = builder();
    byte[] units = rowPlaces.ofEnterprises(rows);
    IntUnaryOperator region = rows.ranks("county_code", places.regions());
    IntUnaryOperator sector = rows.ranks("sector", places.sectors());
    int[] days = rows.epochDays("commissioned_on");
    rows.rows()
        .forEach(
            row ->
                builder.add(
                    places.series(
                        units[row],
                        region.applyAsInt(row),
                        sector.applyAsInt(row),
                        Measure.ENTERPRISES),
                    days[row],
                    1));
    return builder.build();
  }

  /** Listings past their date; a listing is of its hazard's place and sector. */
  DayCounts listings() {
    LayerSnapshot rows = sources.listings();
    DayCounts.Builder builder = builder();
    Map<String, Integer> hazardRows = hazardRows(rows);
    LayerSnapshot hazards = sources.hazards();
    IntUnaryOperator region = rows.ranks("county_code", places.regions());
    IntUnaryOperator sector = hazards.ranks("sector", places.sectors());
    int[] listed = rows.epochDays("listed_on");
    int[] due = rows.epochDays("due_on");
    int[] delisted = rows.epochDays("delisted_on");
    rows.rows()
        .forEach(
            row -> {
              Integer hazard = hazardRows.get(rows.text("hazard_code", row));
              int series =
                  places.series(
                      hazard == null ? 0 : rowPlaces.ofRow(hazards, hazard),
                      region.applyAsInt(row),
                      hazard == null ? places.sectors().size() : sector.applyAsInt(hazard),
                      Measure.LISTINGS_OVERDUE);
              int from = Math.max(listed[row], due[row] + rules.listingOverdueDays() + 1);
              boolean ends = delisted[row] != Integer.MIN_VALUE;
              if (!ends || delisted[row] > from) {
                builder.add(series, from, 1);
                if (ends) {
                  builder.add(series, delisted[row], -1);
                }
              }
            });
    return builder.build();
  }

  private Map<String, Integer> hazardRows(LayerSnapshot listings) {
    List<Object> codes = new ArrayList<>();
    listings.rows().forEach(row -> codes.add(listings.text("hazard_code", row)));
    Map<String, Integer> rows = new HashMap<>();
    if (!codes.isEmpty()) {
      LayerSnapshot hazards = sources.hazards();
      Query.on(hazards, RowPlaces.ALL)
          .filter(columns -> columns.in(LayerSnapshot.CODE, codes))
          .rows()
          .forEach((int row) -> rows.put(hazards.text(LayerSnapshot.CODE, row), row));
    }
    return rows;
  }

  private DayCounts.Builder builder() {
    return DayCounts.builder(rules.firstDay(), places.seriesCount());
  }
}
