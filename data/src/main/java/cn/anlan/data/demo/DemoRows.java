package cn.anlan.data.demo;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.ingest.load.OwnRows.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The demonstration province on the product's base map, as rows ready to be loaded. */
public final class DemoRows {
  static final String SOURCE = "示例数据（虚构）";

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

  private static Row marked(DemoRow row) {
    Map<String, Object> values = new HashMap<>(row.values());
    values.put("county_code_located", values.get("county_code"));
    values.put("sigma_m", row.sigmaM());
    values.put("source", SOURCE);
    values.put("is_demo", true);
    return new Row(row.code(), values, row.geometry());
  }
}
