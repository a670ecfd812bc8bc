package cn.anlan.analytics.assessment;

import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * What is dangerous by its nature in a region, whatever has happened there: red risk points,
 * first-level major hazard installations (一级重大危险源), tailings ponds. Shown beside the grade and
 * never in its score, for 赣安〔2022〕1号 item 8 grades by accidents and hazards. Counted by the county
 * that a row declares, as the ledgers of today have it.
 *
 * @param byRegion of each region the counts in the order of {@link #KINDS}
 */
public record InherentRisk(Map<String, long[]> byRegion) {
  /**
   * A kind of inherent risk.
   *
   * @param layer whose rows are counted
   * @param field and {@code value} of the rows that count; null for all rows
   */
  public record Kind(String layer, String field, String value, Text title, String unit) {}

  public static final List<Kind> KINDS =
      List.of(
          new Kind("risk_point", "level", "1", new Text("红色风险点", "Red risk points"), "处"),
          new Kind(
              "major_hazard_installation",
              "hazard_level",
              "1",
              new Text("一级重大危险源", "First-level major hazard installations"),
              "处"),
          new Kind("tailings_pond", null, null, new Text("尾矿库", "Tailings ponds"), "座"));

  /**
   * Counts the regions of a level on a day.
   *
   * @param layers by name; a layer that is not there counts nothing
   */
  public static InherentRisk of(
      Map<String, LayerSnapshot> layers, UnitTree tree, UnitLevel level, LocalDate day) {
    Map<String, long[]> counts = new TreeMap<>();
    for (int i = 0; i < KINDS.size(); i++) {
      LayerSnapshot layer = layers.get(KINDS.get(i).layer());
      if (layer != null) {
        count(layer, KINDS.get(i), i, tree, level, day, counts);
      }
    }
    return new InherentRisk(counts);
  }

  /** The counts of a region in the order of {@link #KINDS}. */
  public long[] of(String code) {
    return byRegion.getOrDefault(code, new long[KINDS.size()]);
  }

  private static void count(
      LayerSnapshot layer,
      Kind kind,
      int place,
      UnitTree tree,
      UnitLevel level,
      LocalDate day,
      Map<String, long[]> counts) {
    IntUnaryOperator wanted =
        kind.field() == null ? row -> 0 : layer.ranks(kind.field(), List.of(kind.value()));
    Map<String, String> regions = new HashMap<>();
    layer
        .rows()
        .filter(row -> wanted.applyAsInt(row) == 0)
        .forEach(
            row -> {
              String region =
                  regions.computeIfAbsent(
                      layer.text("county_code", row),
                      code -> tree.find(code, level, day).map(Unit::code).orElse(""));
              counts.computeIfAbsent(region, any -> new long[KINDS.size()])[place]++;
            });
  }
}
