package cn.anlan.web.evidence;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;

/** From the coordinates as delivered to the distance, step by step, with each step's accuracy. */
final class CrsChain {
  private static final Text LENGTH =
      new Text(
          "CGCS2000 椭球面（a = 6378137 m，1/f = 298.257222101）上真实最近点之间的大地线，算法误差小于 1 μm",
          "geodesic between the true nearest points on the CGCS2000 ellipsoid (a = 6378137 m, 1/f ="
              + " 298.257222101), computed to within 1 μm");

  private CrsChain() {}

  /**
   * @param delivered what the delivery declared ({@code EPSG:4547}, {@code GCJ-02} …), or null
   */
  static List<Text> of(String delivered) {
    List<Text> chain = new ArrayList<>();
    if (delivered == null) {
      chain.add(new Text("来源坐标系未声明", "the system of the delivery is not declared"));
      return chain;
    }
    CoordinateSystem system = find(delivered);
    chain.add(
        new Text(
            "来源坐标：" + delivered + (system == null ? "" : "（" + system.title() + "）"),
            "as delivered: " + delivered));
    if (system != null && system != CoordinateSystem.CGCS2000) {
      chain.add(conversion(system));
    }
    chain.add(new Text("存储：CGCS2000 经纬度（EPSG:4490）", "kept as CGCS2000 lon/lat (EPSG:4490)"));
    chain.add(LENGTH);
    return chain;
  }

  private static Text conversion(CoordinateSystem system) {
    return switch (system) {
      case GCJ02, BD09 ->
          new Text(
              "以通行公式反算到 CGCS2000，迭代余差小于 1e-8 m；该公式未经官方公布",
              "brought to CGCS2000 by the inverse of the formula in general use, to 1e-8 m; it was"
                  + " never officially published");
      case WGS84, WEB_MERCATOR ->
          new Text(
              "WGS 84 视同 CGCS2000（相差小于 1 m）", "WGS 84 taken as CGCS2000 (they agree within 1 m)");
      default ->
          new Text(
              "高斯-克吕格反算到 CGCS2000，误差不超过 2 mm",
              "brought to CGCS2000 by the inverse Gauss-Krüger projection, within 2 mm");
    };
  }

  private static CoordinateSystem find(String words) {
    try {
      return CoordinateSystem.parse(words);
    } catch (UserFault unknown) {
      return null;
    }
  }
}
