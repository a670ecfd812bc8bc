package cn.anlan.geo.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A tile of several layers: one after the other, as the encoding allows. It has at most {@link
 * TileBuilder#MAX_BYTES} in gzip like any other; where the layers together would have more, the
 * small ones stay as they are and the large ones share what is left, each with less detail.
 */
public final class JointTile {
  private JointTile() {}

  /**
   * @return the tile, not compressed; no bytes where it is empty
   */
  public static byte[] build(List<TileBuilder> layers, TileId tile) {
    List<byte[]> parts = new ArrayList<>();
    for (TileBuilder layer : layers) {
      parts.add(layer.build(tile));
    }
    byte[] joint = join(parts);
    if (joint.length <= TileBuilder.MAX_BYTES
        || TileBuilder.gzip(joint).length <= TileBuilder.MAX_BYTES) {
      return joint;
    }
    int[] sizes = parts.stream().mapToInt(part -> TileBuilder.gzip(part).length).toArray();
    List<Integer> smallFirst = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      smallFirst.add(i);
    }
    smallFirst.sort(Comparator.comparingInt(i -> sizes[i]));
    int left = TileBuilder.MAX_BYTES;
    int waiting = sizes.length;
    for (int i : smallFirst) {
      int share = left / waiting;
      if (sizes[i] > share) {
        parts.set(i, layers.get(i).build(tile, share));
        sizes[i] = TileBuilder.gzip(parts.get(i)).length;
      }
      left -= sizes[i];
      waiting--;
    }
    return join(parts);
  }

  private static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parts.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
