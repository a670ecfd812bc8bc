package cn.anlan.data.export;

/**
 * What every export says of itself, wherever its format has room.
 *
 * @param demo whether the layer's rows are, in part, invented
 */
record Label(String layer, String title, String crs, long dataVersion, boolean demo) {
  static final String DEMO = "示例数据";

  String text() {
    return title
        + " ("
        + layer
        + ")。数据版本 (data version) "
        + dataVersion
        + ",坐标系 (CRS) "
        + crs
        + (demo ? "。含" + DEMO + ",为虚构,不得作为依据 (contains invented demonstration data)" : "");
  }
}
