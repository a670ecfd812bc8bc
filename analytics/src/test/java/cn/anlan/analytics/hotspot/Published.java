package cn.anlan.analytics.hotspot;

import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A published data set and what R spdep makes of it; see the files in {@code
 * src/test/resources/spatial}. Digits are grouped there by threes, for people to compare.
 */
record Published(
    String title,
    String variable,
    double[] values,
    int[][] neighbours,
    Moran moranW,
    Moran moranB,
    double[] gi,
    double[] giStar,
    double[] localMoran,
    double[] localMoranZ) {

  record Moran(
      double i,
      double varNormal,
      double varRandom,
      double zNormal,
      double zRandom,
      double pNormal) {}

  /** Events and births by county. */
  record Rates(double[] events, double[] births) {}

  static Published read(String name) {
    return read(name, Published.class);
  }

  static <T> T read(String name, Class<T> type) {
    try (InputStream file = Published.class.getResourceAsStream("/spatial/" + name + ".yaml")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return StrictYaml.read(name, text.replaceAll("(?<=[0-9])_(?=[0-9])", ""), type);
    } catch (IOException e) {
      throw new IllegalStateException("reading " + name, e);
    }
  }

  /** Style B: 1 for each neighbour. */
  SpatialWeights binary() {
    int[][] fromZero = new int[neighbours.length][];
    for (int i = 0; i < fromZero.length; i++) {
      fromZero[i] = new int[neighbours[i].length];
      for (int k = 0; k < fromZero[i].length; k++) {
        fromZero[i][k] = neighbours[i][k] - 1;
      }
    }
    return SpatialWeights.binary(fromZero);
  }
}
