package cn.anlan.data.catalog;

import cn.anlan.geo.text.Text;
import java.util.Arrays;

/** The columns that every layer's table has beside its own fields, with their meaning. */
public enum StandardColumn {
  ID("id", "编号（主键）", "Identifier (primary key)"),
  CODE("code", "业务编码（唯一）", "Business key (unique)"),
  GEOM("geom", "图形，CGCS2000 经纬度（EPSG:4490）", "Geometry, CGCS2000 lon/lat (EPSG:4490)"),
  SOURCE_GEOM("source_geom", "原始坐标图形（空：即同 geom）", "Geometry as delivered (none: the same as geom)"),
  SOURCE_CRS("source_crs", "原始坐标系", "Coordinate system as delivered"),
  SIGMA_M("sigma_m", "位置中误差（米）", "Positional standard deviation (m)"),
  SOURCE("source", "来源", "Source"),
  IS_DEMO("is_demo", "是否示例数据", "Whether the row is invented demonstration data"),
  DELIVERY_ID("delivery_id", "所属批次", "Delivery that brought the row"),
  DATA_VERSION("data_version", "数据版本", "Data version that wrote the row");

  private final String column;
  private final Text title;

  StandardColumn(String column, String zh, String en) {
    this.column = column;
    this.title = new Text(zh, en);
  }

  public String column() {
    return column;
  }

  public Text title() {
    return title;
  }

  static boolean isStandard(String name) {
    return Arrays.stream(values()).anyMatch(c -> c.column.equals(name));
  }
}
