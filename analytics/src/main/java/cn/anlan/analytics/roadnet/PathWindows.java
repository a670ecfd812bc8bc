package cn.anlan.analytics.roadnet;

import cn.anlan.geo.road.Unions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Windows that follow paths: wherever some path of a given length through the network, along one
 * road or through junctions into others, holds enough places, these belong together. Windows that
 * share a place are one group.
 *
 * <p>A path meets no node twice and holds both its ends. Of all windows those are looked at that
 * begin at a place: any other holds no more. A place within {@value #AT_NODE_M} m of a junction
 * stands on it, and so in every path through it.
 *
 * <p>In a grid of streets there are more paths than can be walked. None is walked that cannot hold
 * enough places, or none that could still add anything to a group. What is left may be too much
 * even so: from each start at most {@value #MOST_STEPS} edges are walked. Where that did not do the
 * answer says so: {@link Group#isMostSure()}, {@link Found#cutShort()}.
 */
public final class PathWindows {
  /** Places nearer than this to a node are at the node, metres. */
  public static final double AT_NODE_M = 1;

  /** Edges that are walked from one start. */
  public static final int MOST_STEPS = 20_000;

  /**
   * Places that belong together.
   *
   * @param members their numbers in the list given, rising
   * @param most how many the fullest window holds
   * @param isMostSure false where not every window was looked at: there may be a fuller one
   */
  public record Group(List<Integer> members, int most, boolean isMostSure) {}

  /**
   * @param groups in the order of their least members
   * @param cutShort starts from which not every window was looked at and about which more places
   *     may belong together than {@code groups} say; 0 where the groups are certain
   */
  public record Found(List<Group> groups, int cutShort) {}

  private final RoadNet net;
  private final List<NetPlace> places;
  private final double windowM;
  private final int atLeast;
  private final PlacesByEdge byEdge;
  private final WindowReach reach;
  private final Unions groups;
  private final int[] most;
  private final boolean[] isUnsure;
  private final boolean[] visited;
  private final List<Integer> held = new ArrayList<>();
  private final boolean[] isHeld;
  private int[] near;
  private int steps;
  private final List<int[]> cutShort = new ArrayList<>();

  /** Where the present windows begin, if not at a node: a path that comes round ends there. */
  private NetPlace begin;

  private PathWindows(RoadNet net, List<NetPlace> places, double windowM, int atLeast) {
    this.net = net;
    this.places = places;
    this.windowM = windowM;
    this.atLeast = atLeast;
    this.byEdge = new PlacesByEdge(net, places);
    this.reach = new WindowReach(net, places, byEdge, windowM);
    this.groups = new Unions(places.size());
    this.most = new int[places.size()];
    this.isUnsure = new boolean[places.size()];
    this.isHeld = new boolean[places.size()];
    this.visited = new boolean[net.nodes()];
  }

  /**
   * @param windowM length of the path, above 0
   * @param atLeast places in a window, 1 or more
   */
  public static Found find(RoadNet net, List<NetPlace> places, double windowM, int atLeast) {
    if (!(windowM > 0) || atLeast < 1) {
      throw new IllegalArgumentException(windowM + " m, at least " + atLeast);
    }
    PathWindows windows = new PathWindows(net, places, windowM, atLeast);
    for (int i = 0; i < places.size(); i++) {
      windows.from(i);
    }
    return windows.found();
  }

  private void from(int start) {
    near = reach.from(start);
    if (near.length < atLeast || addsNothing(near, near.length)) {
      return;
    }
    steps = 0;
    NetPlace place = places.get(start);
    int node = nodeAt(place);
    if (node >= 0) {
      begin = null;
      enter(node, -1, 0);
    } else {
      begin = place;
      walk(2 * place.edge() + 1, place.offsetM(), 0);
      walk(2 * place.edge(), net.fromEndM(place), 0);
    }
    if (steps > MOST_STEPS) {
      cutShort.add(near);
    }
  }

  /** Whether so many of these places are one group already, with a window as full. */
  private boolean addsNothing(int[] some, int count) {
    int root = groups.find(some[0]);
    for (int i = 1; i < count; i++) {
      if (groups.find(some[i]) != root) {
        return false;
      }
    }
    return count <= most[root];
  }

  /** The node that a place stands on, or -1. */
  private int nodeAt(NetPlace place) {
    return place.offsetM() < AT_NODE_M
        ? net.from(place.edge())
        : net.fromEndM(place) < AT_NODE_M ? net.to(place.edge()) : -1;
  }

  /** Along an edge towards one of its ends, with the places on the way. */
  private void walk(int end, double skippedM, double walkedM) {
    if (++steps > MOST_STEPS) {
      windowEnds();
      return;
    }
    int edge = end >> 1;
    int before = held.size();
    boolean ahead = (end & 1) == 1;
    boolean comesRound = begin != null && edge == begin.edge() && walkedM > 0;
    double untilM = comesRound ? ahead ? begin.offsetM() : net.fromEndM(begin) : Double.MAX_VALUE;
    double leftM = windowM - walkedM;
    for (int at = byEdge.first(edge); at < byEdge.first(edge + 1); at++) {
      NetPlace place = places.get(byEdge.at(at));
      double metres = (ahead ? place.offsetM() : net.fromEndM(place)) - skippedM;
      if (metres >= 0 && metres <= leftM && metres < untilM && nodeAt(place) < 0) {
        hold(byEdge.at(at));
      }
    }
    double arrivedM = walkedM + net.lengthM(edge) - skippedM;
    int node = net.nodeOf(end);
    if (arrivedM <= windowM && !visited[node] && !comesRound) {
      enter(node, end, arrivedM);
    } else {
      windowEnds();
    }
    shrink(before);
  }

  private void enter(int node, int arrivedBy, double walkedM) {
    int before = held.size();
    visited[node] = true;
    for (int i = 0; i < net.degree(node); i++) {
      int edge = net.end(node, i) >> 1;
      for (int at = byEdge.first(edge); at < byEdge.first(edge + 1); at++) {
        int number = byEdge.at(at);
        if (nodeAt(places.get(number)) == node && !isHeld[number]) {
          hold(number);
        }
      }
    }
    if (isWorthwhile(node, windowM - walkedM)) {
      boolean onward = false;
      for (int i = 0; i < net.degree(node); i++) {
        int end = net.end(node, i);
        if (end != arrivedBy) {
          onward = true;
          walk(end ^ 1, 0, walkedM);
        }
      }
      if (!onward) {
        windowEnds();
      }
    } else {
      windowEnds();
    }
    visited[node] = false;
    shrink(before);
  }

  /** Whether a window that goes on from a node can still hold enough, and anything new. */
  private boolean isWorthwhile(int node, double leftM) {
    if (!reach.isMeasured()) {
      return true;
    }
    int[] possible = new int[near.length];
    int count = 0;
    for (int i = 0; i < near.length; i++) {
      if (isHeld[near[i]] || reach.reaches(node, i, leftM)) {
        possible[count++] = near[i];
      }
    }
    return count >= atLeast && !addsNothing(possible, count);
  }

  private void hold(int number) {
    held.add(number);
    isHeld[number] = true;
  }

  private void shrink(int size) {
    for (int number : held.subList(size, held.size())) {
      isHeld[number] = false;
    }
    held.subList(size, held.size()).clear();
  }

  private void windowEnds() {
    if (held.size() < atLeast) {
      return;
    }
    int first = held.get(0);
    int count = held.size();
    for (int member : held) {
      count = Math.max(count, most[groups.find(member)]);
      groups.join(first, member);
    }
    most[groups.find(first)] = count;
  }

  private Found found() {
    int unsure = 0;
    for (int[] about : cutShort) {
      // What may have been missed belongs to the group of the start or would join others to it.
      boolean isOne = true;
      for (int place : about) {
        isOne &= groups.find(place) == groups.find(about[0]);
        isUnsure[groups.find(place)] = true;
      }
      unsure += isOne && most[groups.find(about[0])] > 0 ? 0 : 1;
    }
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < places.size(); i++) {
      if (most[groups.find(i)] > 0) {
        members.computeIfAbsent(groups.find(i), any -> new ArrayList<>()).add(i);
      }
    }
    List<Group> groups =
        members.entrySet().stream()
            .map(e -> new Group(List.copyOf(e.getValue()), most[e.getKey()], !isUnsure[e.getKey()]))
            .sorted(Comparator.comparing(g -> g.members().get(0)))
            .toList();
    return new Found(groups, unsure);
  }
}
