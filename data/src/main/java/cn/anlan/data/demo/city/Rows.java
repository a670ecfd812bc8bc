package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.Village;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Numbers the rows of one layer and says by which village they stand. */
final class Rows {
  static final GeometryFactory FACTORY = new GeometryFactory();

  private final String prefix;
  private final Consumer<DemoRow> out;
  private int written;

  Rows(String kind, Consumer<DemoRow> out) {
    this.prefix = "DEMO-" + kind + "-";
    this.out = out;
  }

  /** The values that every row by a village has; the caller adds its own. */
  static Map<String, Object> by(Village village) {
    Map<String, Object> values = new HashMap<>(32);
    values.put("county_code", village.county().code());
    values.put("township_code", village.township().code());
    return values;
  }

  /**
   * What kind of place a village's buildings stand in, by the classes of the railway regulation
   * (铁路安全管理条例 art. 27). A quarter of a town counts as urban.
   */
  static String placeClass(Village village) {
    return village.name().endsWith("社区") ? "urban" : "village_town";
  }

  /** The number that the next row will have. */
  int next() {
    return written + 1;
  }

  /** The code that the next row will have. */
  String nextCode() {
    String number = Integer.toString(written + 1);
    return prefix + "000000".substring(Math.min(6, number.length())) + number;
  }

  void write(Map<String, Object> values, Geometry geometry, Double sigmaM) {
    String code = nextCode();
    written++;
    out.accept(new DemoRow(code, values, geometry, sigmaM));
  }

  void write(Map<String, Object> values, Coordinate at, Double sigmaM) {
    write(values, FACTORY.createPoint(at), sigmaM);
  }
}
