package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** The rows of one layer, numbered as they come. */
final class Rows {
  private final String layer;
  private final String kind;
  private final List<DemoRow> rows = new ArrayList<>();

  /**
   * @param kind the letters in the codes, {@code DEMO-<kind>-000001}
   */
  Rows(String layer, String kind) {
    this.layer = layer;
    this.kind = kind;
  }

  /** The number of the next row, from 1. */
  int nextNumber() {
    return rows.size() + 1;
  }

  /** Adds a row and returns its code; values that are null stay away. */
  String add(Map<String, Object> values, Geometry geometry, double sigmaM) {
    String code = DemoCodes.of(kind, nextNumber());
    Map<String, Object> given = new HashMap<>(values);
    given.values().removeIf(value -> value == null);
    rows.add(new DemoRow(code, given, geometry, sigmaM));
    return code;
  }

  void handTo(DemoSink sink) {
    sink.layer(layer, rows::forEach);
  }
}
