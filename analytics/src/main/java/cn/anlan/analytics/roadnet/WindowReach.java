package cn.anlan.analytics.roadnet;

import java.util.Arrays;
import java.util.List;

/**
 * Which places a window that begins at a place can hold at all: those no further along the roads
 * than its length, and on its way those no further than what is left of it. An upper bound, for a
 * way is not asked whether it meets a node twice; what is left out here no window holds.
 */
final class WindowReach {
  /** With more places than this about a start the way there is not measured node by node. */
  static final int MOST_MEASURED = 64;

  private final RoadNet net;
  private final List<NetPlace> places;
  private final PlacesByEdge byEdge;
  private final NetDistances distances;
  private final double limitM;
  private final boolean[] isNear;
  private int[] near = new int[0];

  /** The row of a node in {@link #toNodeM}; -1 beyond the window's length. */
  private final int[] rowOf;

  private int[] rows = new int[0];

  /** By row: how far each of the places is; null until it is asked for. */
  private float[][] toNodeM;

  /**
   * @param windowM length of the windows
   */
  WindowReach(RoadNet net, List<NetPlace> places, PlacesByEdge byEdge, double windowM) {
    this.net = net;
    this.places = places;
    this.byEdge = byEdge;
    this.distances = new NetDistances(net);
    // A place that stands on a node may lie a little beyond it, at both ends of a window.
    this.limitM = windowM + 2 * PathWindows.AT_NODE_M;
    this.isNear = new boolean[places.size()];
    this.rowOf = new int[net.nodes()];
    Arrays.fill(rowOf, -1);
  }

  /** Goes to a start: the places, it among them, that its windows may hold. */
  int[] from(int start) {
    for (int node : rows) {
      rowOf[node] = -1;
    }
    toNodeM = null;
    distances.from(places.get(start), limitM);
    rows = new int[distances.reachedNodes()];
    near = new int[8];
    int count = addNear(places.get(start).edge(), 0);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = distances.reachedNode(i);
      rowOf[rows[i]] = i;
      for (int e = 0; e < net.degree(rows[i]); e++) {
        count = addNear(net.end(rows[i], e) >> 1, count);
      }
    }
    near = Arrays.copyOf(near, count);
    for (int place : near) {
      isNear[place] = false;
    }
    return near;
  }

  private int addNear(int edge, int before) {
    int count = before;
    for (int at = byEdge.first(edge); at < byEdge.first(edge + 1); at++) {
      int place = byEdge.at(at);
      if (!isNear[place] && distances.toM(places.get(place)) <= limitM) {
        isNear[place] = true;
        near = count == near.length ? Arrays.copyOf(near, 2 * count) : near;
        near[count++] = place;
      }
    }
    return count;
  }

  /** Whether {@link #reaches} can tell; else it must be taken that every place is reached. */
  boolean isMeasured() {
    return near.length <= MOST_MEASURED;
  }

  /**
   * Whether from a node of the window a place can be reached.
   *
   * @param index of the place in what {@link #from} gave
   * @param leftM metres of the window that are left
   */
  boolean reaches(int node, int index, double leftM) {
    if (toNodeM == null) {
      measure();
    }
    return rowOf[node] < 0 || toNodeM[rowOf[node]][index] <= leftM + 2 * PathWindows.AT_NODE_M;
  }

  private void measure() {
    toNodeM = new float[rows.length][near.length];
    for (int index = 0; index < near.length; index++) {
      distances.from(places.get(near[index]), limitM);
      for (int row = 0; row < rows.length; row++) {
        toNodeM[row][index] = (float) distances.toNodeM(rows[row]);
      }
    }
  }
}
