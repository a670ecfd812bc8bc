package cn.anlan.data.initial;

/**
 * How long a layer took from its first row to its last index, drawing included.
 *
 * @param layer id of the catalogue's layer
 */
public record LoadedLayer(String layer, long rows, double seconds) {
  public long rowsPerSecond() {
    return Math.round(rows / Math.max(seconds, 1e-3));
  }
}
