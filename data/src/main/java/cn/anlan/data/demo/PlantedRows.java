package cn.anlan.data.demo;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Planted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The list of what was planted, as rows of the layer {@code planted_anomaly}. */
final class PlantedRows {
  private PlantedRows() {}

  static void write(List<Planted> planted, Consumer<DemoRow> out) {
    int number = 0;
    for (Planted one : planted) {
      Map<String, Object> values = new HashMap<>();
      values.put("kind", one.kind());
      values.put("shows_in", one.layer());
      values.put("subjects", one.subjects());
      values.put("county_code", one.countyCode());
      values.put("from_on", one.from());
      values.put("to_on", one.to());
      values.put("expected", one.expected());
      out.accept(new DemoRow(DemoCodes.of("PA", ++number, 4), values, null, null));
    }
  }
}
