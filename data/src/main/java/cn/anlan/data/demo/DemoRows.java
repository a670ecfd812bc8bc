package cn.anlan.data.demo;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.ingest.OwnRows.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;

/** The demonstration province on the product's base map, as rows ready to be loaded. */
public final class DemoRows {
  private static final String SOURCE = "示例数据（虚构）";

  private DemoRows() {}

  /** Takes the layers in the order of loading, each whole and in a stream. */
  @FunctionalInterface
  public interface Sink {
    void layer(String layer, Consumer<Consumer<Row>> rows);
  }

  /** The same plan gives the same rows; every row is marked as invented. */
  public static void generate(DemoPlan plan, Sink sink) {
    DemoProvince.draw(
        plan,
        (layer, rows) -> sink.layer(layer, taker -> rows.accept(row -> taker.accept(marked(row)))));
  }

  /**
   * The invented statement that the invented shorelines are complete in the province, without which
   * no invented site could pass. The real base map makes no such statement: it is not complete.
   */
  public static Row shorelineCoverage() {
    Geometry province =
        BaseMap.regions().stream()
            .filter(region -> region.text("admin_level").equals("province"))
            .map(BaseFeature::geometry)
            .findFirst()
            .orElseThrow();
    return new Row(
        "DEMO-COV-SHORELINE",
        Map.of(
            "covers_layer",
            "shoreline",
            "statement",
            "示例声明（虚构）：假定示例岸线在全省范围内完整",
            "source",
            SOURCE,
            "is_demo",
            true),
        province);
  }

  private static Row marked(DemoRow row) {
    Map<String, Object> values = new HashMap<>(row.values());
    values.put("county_code_located", values.get("county_code"));
    values.put("sigma_m", row.sigmaM());
    values.put("source", SOURCE);
    values.put("is_demo", true);
    return new Row(row.code(), values, row.geometry());
  }
}
