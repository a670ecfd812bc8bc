package cn.anlan.data.demo;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.DemoGround.County;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.ingest.OwnRows.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

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
    DemoProvince.generate(ground(), plan.seed())
        .forEach(
            (layer, rows) ->
                sink.layer(layer, taker -> rows.forEach(row -> taker.accept(row(row)))));
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

  private static Row row(DemoRow row) {
    Map<String, Object> values = new HashMap<>(row.values());
    values.put("county_code_located", values.get("county_code"));
    values.put("sigma_m", row.sigmaM());
    values.put("source", SOURCE);
    values.put("is_demo", true);
    return new Row(row.code(), values, row.geometry());
  }

  private static DemoGround ground() {
    List<County> counties = new ArrayList<>();
    Geometry province = null;
    for (BaseFeature region : BaseMap.regions()) {
      switch (region.text("admin_level")) {
        case "province" -> province = region.geometry();
        case "county" ->
            counties.add(
                new County(
                    region.code(),
                    region.text("name"),
                    (long) Math.max(1, region.getNumber("population")),
                    region.geometry()));
        default -> {
          // cities add nothing to where things stand
        }
      }
    }
    counties.sort(Comparator.comparing(County::code));
    List<Geometry> shores = BaseMap.demoShorelines().stream().map(BaseFeature::geometry).toList();
    List<Geometry> areas = new ArrayList<>();
    for (Geometry shore : shores) {
      addAreas(shore, areas);
    }
    BaseMap.waters().forEach(water -> addAreas(water.geometry(), areas));
    Geometry water = OverlayNGRobust.union(areas, shores.get(0).getFactory());
    return new DemoGround(counties, province, water, shores);
  }

  private static void addAreas(Geometry geometry, List<Geometry> areas) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getDimension() == 2) {
        areas.add(geometry.getGeometryN(i));
      }
    }
  }
}
