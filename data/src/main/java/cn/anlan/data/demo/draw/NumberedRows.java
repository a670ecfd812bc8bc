package cn.anlan.data.demo.draw;

import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Numbers the rows of one layer as they come and passes them on. */
public final class NumberedRows {
  private final String kind;
  private final Consumer<DemoRow> out;
  private int written;

  /**
   * @param kind the letters in the codes, {@code DEMO-<kind>-000001}
   */
  public NumberedRows(String kind, Consumer<DemoRow> out) {
    this.kind = kind;
    this.out = out;
  }

  /** The number that the next row will have, from 1. */
  public int next() {
    return written + 1;
  }

  /** The code that the next row will have. */
  public String nextCode() {
    return DemoCodes.of(kind, next());
  }

  /** Passes a row on and returns its code. */
  public String write(Map<String, Object> values, Geometry geometry, Double sigmaM) {
    String code = nextCode();
    written++;
    out.accept(new DemoRow(code, values, geometry, sigmaM));
    return code;
  }

  /** The same for a row at a place. */
  public String write(Map<String, Object> values, Coordinate at, Double sigmaM) {
    return write(values, Shapes.point(at), sigmaM);
  }
}
