package cn.anlan.geo.road.hazard;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which stretches of which edges are concerned by which hazards: four packed arrays, the items of
 * an edge side by side in the order of its line. Measures are metres along the edge's line, to a
 * millimetre on edges of 16 km.
 */
final class EdgeItems {
  private final int[] start; // of an edge's items, and one more
  private final int[] hazard;
  private final float[] fromM;
  private final float[] toM;

  private EdgeItems(int[] start, int[] hazard, float[] fromM, float[] toM) {
    this.start = start;
    this.hazard = hazard;
    this.fromM = fromM;
    this.toM = toM;
  }

  /** Gathers items edge by edge. */
  static final class Builder {
    private final int[] start;
    private int edge;
    private int size;
    private int[] hazard = new int[1024];
    private float[] fromM = new float[1024];
    private float[] toM = new float[1024];

    Builder(int edges) {
      start = new int[edges + 1];
    }

    void add(int thing, double from, double to) {
      if (size == hazard.length) {
        hazard = Arrays.copyOf(hazard, size * 2);
        fromM = Arrays.copyOf(fromM, size * 2);
        toM = Arrays.copyOf(toM, size * 2);
      }
      hazard[size] = thing;
      fromM[size] = (float) from;
      toM[size++] = (float) to;
    }

    /** No more items for this edge. */
    void nextEdge() {
      start[++edge] = size;
    }

    EdgeItems build() {
      return new EdgeItems(
          start, Arrays.copyOf(hazard, size), Arrays.copyOf(fromM, size), Arrays.copyOf(toM, size));
    }
  }

  int first(int edge) {
    return start[edge];
  }

  int end(int edge) {
    return start[edge + 1];
  }

  int hazard(int item) {
    return hazard[item];
  }

  double fromM(int item) {
    return fromM[item];
  }

  double toM(int item) {
    return toM[item];
  }

  int size() {
    return hazard.length;
  }

  /** The hazards of all items, each as often as it occurs. */
  void forEachHazard(IntConsumer visitor) {
    Arrays.stream(hazard).forEach(visitor);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(start.length);
    for (int value : start) {
      out.writeInt(value);
    }
    out.writeInt(hazard.length);
    for (int i = 0; i < hazard.length; i++) {
      out.writeInt(hazard[i]);
      out.writeFloat(fromM[i]);
      out.writeFloat(toM[i]);
    }
  }

  static EdgeItems read(DataInput in) throws IOException {
    int[] start = new int[in.readInt()];
    for (int i = 0; i < start.length; i++) {
      start[i] = in.readInt();
    }
    int size = in.readInt();
    int[] hazard = new int[size];
    float[] fromM = new float[size];
    float[] toM = new float[size];
    for (int i = 0; i < size; i++) {
      hazard[i] = in.readInt();
      fromM[i] = in.readFloat();
      toM[i] = in.readFloat();
    }
    return new EdgeItems(start, hazard, fromM, toM);
  }
}
