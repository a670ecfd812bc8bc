package cn.anlan.web.checks;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Shore;
import cn.anlan.geo.rule.ground.Coverage;
import cn.anlan.geo.rule.ground.Ground;
import cn.anlan.geo.rule.ground.Shores;
import cn.anlan.geo.rule.ground.TargetLayer;
import cn.anlan.geo.rule.measure.Measuring;
import cn.anlan.geo.rule.measure.Rulers;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Geometry;

/**
 * What every check of one data version measures against. A layer is made ready when a rule first
 * asks for it; one that has not changed is carried over from the version before. What a site is
 * measured to does not depend on who asks, so no scope narrows it.
 */
final class Grounds implements Ground {
  private final Generation generation;
  private final Shores shores;
  private final Map<String, Coverage> coverage;
  private final Province province;
  private final Map<LayerSnapshot, TargetLayer> layers = new ConcurrentHashMap<>();
  private final Map<Rule, Measuring> rules = new ConcurrentHashMap<>();
  private final Rulers rulers = new Rulers(this);

  private Grounds(
      Generation generation, Shores shores, Map<String, Coverage> coverage, Province province) {
    this.generation = generation;
    this.shores = shores;
    this.coverage = coverage;
    this.province = province;
  }

  /**
   * @param before of an earlier data version, or null
   */
  static Grounds of(Generation generation, Grounds before) {
    Grounds grounds =
        new Grounds(
            generation,
            measurable(shoresOf(generation)),
            coverageOf(generation.get("coverage")),
            Province.find(generation.get("region"))
                .orElseThrow(
                    () ->
                        new UserFault(
                            "没有省界，不能核查 (no province outline loaded)",
                            "先导入 region 图层 (import the region layer first)")));
    if (before != null) {
      before.layers.forEach(
          (snapshot, layer) -> {
            if (generation.find(snapshot.layer()).orElse(null) == snapshot) {
              grounds.layers.put(snapshot, layer);
            }
          });
    }
    return grounds;
  }

  Generation generation() {
    return generation;
  }

  Province province() {
    return province;
  }

  /** The rule made ready on this data version; once for all who ask. */
  Measuring measuring(Rule rule) {
    return rules.computeIfAbsent(rule, r -> Measuring.of(r, rulers));
  }

  @Override
  public TargetLayer layer(String id) {
    return layers.computeIfAbsent(generation.get(id), TargetLayer::of);
  }

  @Override
  public Shores shores() {
    return shores;
  }

  @Override
  public Coverage coverage(String layer) {
    return coverage.getOrDefault(layer, Coverage.none());
  }

  /** A stored shore that cannot be measured is our data's fault, not the caller's. */
  private static Shores measurable(List<Shore> shores) {
    try {
      return Shores.of(shores);
    } catch (UserFault unusable) {
      throw new IllegalStateException(unusable.line(), unusable);
    }
  }

  private static List<Shore> shoresOf(Generation generation) {
    LayerSnapshot waters = generation.get("water_body");
    LayerSnapshot lines = generation.get("shoreline");
    Query waterQuery = Query.on(waters, Scope.wholeProvince("check"));
    List<Shore> shores = new ArrayList<>();
    for (int row : lines.rows().toArray()) {
      Geometry line = lines.findGeometry(row).orElse(null);
      if (line == null) {
        continue;
      }
      String waterCode = lines.text("water_code", row);
      int water = waterQuery.findRow(waterCode).orElseThrow();
      shores.add(
          new Shore(
              lines.id(row),
              lines.text("code", row),
              waterCode,
              waters.text("name", water),
              waters.attributes(water),
              lines.text("definition", row),
              number(lines, "sigma_m", row),
              number(lines, "sigma_definition_m", row),
              Boolean.TRUE.equals(lines.value("is_demo", row)),
              line));
    }
    return shores;
  }

  private static Map<String, Coverage> coverageOf(LayerSnapshot layer) {
    Map<String, List<Coverage.Area>> areas = new HashMap<>();
    for (int row : layer.rows().toArray()) {
      boolean demo = Boolean.TRUE.equals(layer.value("is_demo", row));
      List<Coverage.Area> ofLayer =
          areas.computeIfAbsent(layer.text("covers_layer", row), id -> new ArrayList<>());
      layer.findGeometry(row).ifPresent(area -> ofLayer.add(new Coverage.Area(area, demo)));
    }
    Map<List<Coverage.Area>, Coverage> alike = new HashMap<>();
    Map<String, Coverage> coverage = new HashMap<>();
    areas.forEach((id, list) -> coverage.put(id, alike.computeIfAbsent(list, Coverage::of)));
    return coverage;
  }

  private static Double number(LayerSnapshot layer, String column, int row) {
    double value = layer.number(column, row);
    return Double.isNaN(value) ? null : value;
  }
}
