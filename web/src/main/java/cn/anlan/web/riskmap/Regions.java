package cn.anlan.web.riskmap;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The regions of one administrative level on a day, and the way from any county code, also an
 * abolished one, to the region that counts it.
 *
 * <p>A region without an outline of its own is counted in the one whose outline holds it ({@code
 * drawn_in}); where that one did not exist yet on the day, the region is shown with the outline of
 * its successor.
 */
final class Regions {
  /**
   * A region.
   *
   * @param row its own row in the snapshot
   * @param outlineRow the row whose outline it is drawn with
   */
  record Region(
      String code, String name, String parentCode, long population, int row, int outlineRow) {}

  private static final int MAX_SUCCESSIONS = 8;

  private final LayerSnapshot snapshot;
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Region> byCode = new HashMap<>();
  private final Map<String, String> countedIn = new HashMap<>();
  private final List<Region> valid;

  Regions(LayerSnapshot snapshot, Scope scope, String adminLevel, LocalDate asOf) {
    this.snapshot = snapshot;
    Query.on(snapshot, scope)
        .rows()
        .forEach((int row) -> rows.put(snapshot.text("code", row), row));
    for (Map.Entry<String, Integer> entry : rows.entrySet()) {
      int row = entry.getValue();
      if (isFuture(row, asOf)) {
        follow(entry.getKey(), holderBefore(entry.getKey(), row, asOf));
      } else if (!isValid(row, asOf)) {
        follow(entry.getKey(), snapshot.text("successor_code", row));
      } else if (adminLevel.equals(snapshot.text("admin_level", row))) {
        place(entry.getKey(), row, asOf);
      } else {
        follow(entry.getKey(), snapshot.text("parent_code", row));
      }
    }
    valid = new ArrayList<>(byCode.values());
    valid.sort(Comparator.comparing(Region::code));
  }

  /** In order of code. */
  List<Region> valid() {
    return valid;
  }

  /** The region of this level that a declared code belongs to, or null. */
  Region find(String declaredCode) {
    String code = declaredCode;
    for (int i = 0; i < MAX_SUCCESSIONS && code != null; i++) {
      if (byCode.containsKey(code)) {
        return byCode.get(code);
      }
      code = countedIn.get(code);
    }
    return null;
  }

  private void place(String code, int row, LocalDate asOf) {
    if (snapshot.findGeometry(row).isPresent()) {
      byCode.put(code, region(code, row, row));
      return;
    }
    String holder = drawnIn(row);
    Integer holderRow = holder == null ? null : rows.get(holder);
    if (holderRow != null && isValid(holderRow, asOf)) {
      follow(code, holder);
    } else {
      byCode.put(code, region(code, row, holderRow == null ? row : holderRow));
    }
  }

  /**
   * Where a unit that was founded later is counted on the day: in the unit it succeeded, else in
   * the one whose outline holds it. Deliveries name units by today's codes.
   */
  private String holderBefore(String code, int row, LocalDate asOf) {
    return rows.entrySet().stream()
        .filter(e -> code.equals(snapshot.text("successor_code", e.getValue())))
        .filter(e -> isValid(e.getValue(), asOf))
        .map(Map.Entry::getKey)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> drawnIn(row));
  }

  private String drawnIn(int row) {
    return snapshot.value("drawn_in", row) instanceof List<?> codes && !codes.isEmpty()
        ? (String) codes.get(0)
        : null;
  }

  private Region region(String code, int row, int outlineRow) {
    Object population = snapshot.value("population", row);
    if (population == null) {
      population = snapshot.value("population", outlineRow);
    }
    return new Region(
        code,
        snapshot.text("name", row),
        snapshot.text("parent_code", row),
        population == null ? 0 : (Long) population,
        row,
        outlineRow);
  }

  private void follow(String code, String next) {
    if (next != null) {
      countedIn.put(code, next);
    }
  }

  private boolean isValid(int row, LocalDate asOf) {
    LocalDate to = snapshot.date("valid_to", row);
    return !isFuture(row, asOf) && (to == null || asOf.isBefore(to));
  }

  private boolean isFuture(int row, LocalDate asOf) {
    LocalDate from = snapshot.date("valid_from", row);
    return from != null && from.isAfter(asOf);
  }
}
