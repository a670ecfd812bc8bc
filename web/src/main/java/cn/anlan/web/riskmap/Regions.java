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
 * The regions of one administrative level that were valid on a day, and the way from any county
 * code, also an abolished one, to the region that counts it.
 */
final class Regions {
  /** A region and its row in the snapshot. */
  record Region(String code, String name, String parentCode, long population, int row) {}

  private static final int MAX_SUCCESSIONS = 8;

  private final List<Region> valid = new ArrayList<>();
  private final Map<String, Region> byCode = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> successors = new HashMap<>();

  Regions(LayerSnapshot snapshot, Scope scope, String adminLevel, LocalDate asOf) {
    Query.on(snapshot, scope)
        .rows()
        .forEach(
            (int row) -> {
              String code = snapshot.text("code", row);
              String parent = snapshot.text("parent_code", row);
              if (parent != null) {
                parents.put(code, parent);
              }
              if (!isValid(snapshot, row, asOf)) {
                String successor = snapshot.text("successor_code", row);
                if (successor != null) {
                  successors.put(code, successor);
                }
              } else if (adminLevel.equals(snapshot.text("admin_level", row))) {
                Object population = snapshot.value("population", row);
                Region region =
                    new Region(
                        code,
                        snapshot.text("name", row),
                        parent,
                        population == null ? 0 : (Long) population,
                        row);
                valid.add(region);
                byCode.put(code, region);
              }
            });
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
      code = successors.containsKey(code) ? successors.get(code) : parents.get(code);
    }
    return null;
  }

  private static boolean isValid(LayerSnapshot snapshot, int row, LocalDate asOf) {
    LocalDate from = snapshot.date("valid_from", row);
    LocalDate to = snapshot.date("valid_to", row);
    return (from == null || !from.isAfter(asOf)) && (to == null || asOf.isBefore(to));
  }
}
