package cn.anlan.analytics.ledger;

import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** Listed supervision (挂牌督办) of major hazards by the level that listed them. */
public final class ListingLedger {
  /** The levels of listing, as the code list {@code listing_level} has them. */
  public static final List<String> LEVELS = List.of("county", "city", "province");

  /**
   * @param delisted 挂牌销号率: delisted of listed, cumulative
   * @param overdue not delisted and due before the day, of all not delisted
   */
  public record Counts(Rate delisted, Rate overdue) {
    static final Counts NONE = new Counts(new Rate(0, 0), new Rate(0, 0));

    Counts plus(Counts other) {
      return new Counts(delisted.plus(other.delisted), overdue.plus(other.overdue));
    }
  }

  private ListingLedger() {}

  /**
   * By unit (an empty code for none) and level of listing, at the end of a day.
   *
   * @param named the listings whose hazard counts in a functional zone
   */
  public static Map<String, Map<String, Counts>> counts(
      LayerSnapshot listings,
      Scope scope,
      NamedRows named,
      UnitTree tree,
      UnitLevel level,
      LocalDate asOf) {
    Places places = new Places(listings, scope, named, tree);
    String[] units = places.units(tree, level, asOf);
    IntUnaryOperator listingLevel = listings.ranks("listing_level", LEVELS);
    int day = (int) asOf.toEpochDay();
    Map<String, Map<String, Counts>> byUnit = new TreeMap<>();
    places
        .rows()
        .forEach(
            (int row) -> {
              int of = listingLevel.applyAsInt(row);
              if (of == LEVELS.size() || listings.epochDay("listed_on", row) > day) {
                return;
              }
              int delistedOn = listings.epochDay("delisted_on", row);
              boolean delisted = delistedOn != Integer.MIN_VALUE && delistedOn <= day;
              boolean overdue = !delisted && listings.epochDay("due_on", row) < day;
              byUnit
                  .computeIfAbsent(
                      Objects.requireNonNullElse(units[places.of(row)], ""), any -> new TreeMap<>())
                  .merge(
                      LEVELS.get(of),
                      new Counts(
                          new Rate(delisted ? 1 : 0, 1),
                          new Rate(overdue ? 1 : 0, delisted ? 0 : 1)),
                      Counts::plus);
            });
    return byUnit;
  }
}
