package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.Village;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Numbers the rows of one layer and says by which village they stand. */
final class Rows {
  private final String kind;
  private final Consumer<DemoRow> out;
  private int written;

  Rows(String kind, Consumer<DemoRow> out) {
    this.kind = kind;
    this.out = out;
  }

  /** The values that every row by a village has; the caller adds its own. */
  static Map<String, Object> by(Village village) {
    Map<String, Object> values = new HashMap<>(32);
    values.put("county_code", village.county().code());
    values.put("township_code", village.township().code());
    return values;
  }

  /** The number that the next row will have. */
  int next() {
    return written + 1;
  }

  /** The code that the next row will have. */
  String nextCode() {
    return DemoCodes.of(kind, next());
  }

  void write(Map<String, Object> values, Geometry geometry, Double sigmaM) {
    String code = nextCode();
    written++;
    out.accept(new DemoRow(code, values, geometry, sigmaM));
  }

  void write(Map<String, Object> values, Coordinate at, Double sigmaM) {
    write(values, Shapes.point(at), sigmaM);
  }
}
