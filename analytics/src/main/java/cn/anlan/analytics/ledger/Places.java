package cn.anlan.analytics.ledger;

import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Where the rows of a layer are declared, as numbers: a place is a county code, with a reporting
 * unit besides where the row names one. Which unit counts a place is asked once for each place and
 * not for each row.
 */
final class Places {
  private static final String COUNTY = "county_code";

  private record Place(String unit, String county) {}

  private final List<Place> places = new ArrayList<>();
  private final int[] byRow;
  private final RoaringBitmap rows;

  Places(LayerSnapshot layer, Scope scope, NamedRows named, UnitTree tree) {
    List<String> codes = tree.codes();
    codes.forEach(code -> places.add(new Place(null, code)));
    places.add(new Place(null, null)); // a code that is none
    this.rows = Query.on(layer, scope).rows();
    this.byRow = new int[layer.size()];
    IntUnaryOperator county = layer.ranks(COUNTY, codes);
    rows.forEach((int row) -> byRow[row] = county.applyAsInt(row));
    Map<Place, Integer> numbers = new HashMap<>();
    named.forEach(
        (row, unit) -> {
          Place place = new Place(unit, places.get(byRow[row]).county());
          byRow[row] =
              numbers.computeIfAbsent(
                  place,
                  p -> {
                    places.add(p);
                    return places.size() - 1;
                  });
        });
  }

  /** The rows that the scope lets be seen. */
  RoaringBitmap rows() {
    return rows;
  }

  int count() {
    return places.size();
  }

  /** The place of a row. */
  int of(int row) {
    return byRow[row];
  }

  /** Of each place the code of the unit that counts it on a day, or null for none. */
  String[] units(UnitTree tree, UnitLevel level, LocalDate day) {
    return places.stream()
        .map(p -> tree.find(p.unit(), p.county(), level, day).map(Unit::code).orElse(null))
        .toArray(String[]::new);
  }
}
