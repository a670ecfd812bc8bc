package cn.anlan.data.demo.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/** The numbered rows of one small layer, kept until the layer is handed over. */
public final class KeptRows {
  private final String layer;
  private final List<DemoRow> kept = new ArrayList<>();
  private final NumberedRows rows;

  /**
   * @param layer id of the catalogue's layer
   * @param kind the letters in the codes, {@code DEMO-<kind>-000001}
   */
  public KeptRows(String layer, String kind) {
    this.layer = layer;
    this.rows = new NumberedRows(kind, kept::add);
  }

  /** The number that the next row will have, from 1. */
  public int next() {
    return rows.next();
  }

  /** Adds a row and returns its code; values that are null stay away. */
  public String add(Map<String, Object> values, Geometry geometry, double sigmaM) {
    Map<String, Object> given = new HashMap<>(values);
    given.values().removeIf(Objects::isNull);
    return rows.write(given, geometry, sigmaM);
  }

  public void handTo(DemoSink sink) {
    sink.layer(layer, kept::forEach);
  }
}
