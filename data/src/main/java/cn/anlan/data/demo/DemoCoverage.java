package cn.anlan.data.demo;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.ingest.load.OwnRows.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * The invented statements that the demonstration province is complete, without which no invented
 * site could pass a rule. The real base map makes no such statement: it is not complete.
 */
public final class DemoCoverage {
  /** The layers that distance rules measure to, walk along or count in. */
  static final List<String> LAYERS =
      List.of(
          "shoreline",
          "bridge",
          "broadcast_facility",
          "building",
          "city_gas_pipe",
          "drinking_water_zone",
          "enterprise",
          "explosives_store",
          "ferry",
          "filling_station",
          "fireworks_shop",
          "fireworks_warehouse",
          "forbidden_zone",
          "major_hazard_installation",
          "mine_water_line",
          "oil_gas_pipeline",
          "pipeline_station",
          "power_line",
          "poyang_belt",
          "protected_site",
          "quarry",
          "railway",
          "resident_point",
          "road",
          "special_equipment",
          "tailings_flow_path",
          "township",
          "tunnel",
          "water_body");

  private DemoCoverage() {}

  /** One row for each layer, over the whole province. */
  public static List<Row> rows() {
    Geometry province =
        BaseMap.regions().stream()
            .filter(region -> region.text("admin_level").equals("province"))
            .map(BaseFeature::geometry)
            .findFirst()
            .orElseThrow();
    return LAYERS.stream().map(layer -> row(layer, province)).toList();
  }

  private static Row row(String layer, Geometry province) {
    String what = layer.equals("shoreline") ? "示例岸线" : "图层 " + layer;
    return new Row(
        "DEMO-COV-" + layer.toUpperCase(Locale.ROOT).replace('_', '-'),
        Map.of(
            "covers_layer",
            layer,
            "statement",
            "示例声明（虚构）：假定" + what + "在全省范围内完整",
            "source",
            DemoRows.SOURCE,
            "is_demo",
            true),
        province);
  }
}
