package cn.anlan.geo.road.slope;

import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.Profile;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.height.HeightModel;
import cn.anlan.geo.road.height.Heights;
import cn.anlan.geo.road.height.LineHeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The heights of a chain at even steps from its beginning to its end, in its direction.
 *
 * @param heightM NaN where it is not known
 */
record ChainProfile(Chain chain, float[] heightM) {
  /**
   * Draws it from the ground, all along the chain: {@link LineHeights}. A bridge or tunnel of
   * several edges is one; where the chain ends in the middle of one its heights are not known.
   *
   * @param inside junctions within bridges and tunnels
   */
  static ChainProfile of(
      RoadGraph graph, Chain chain, BitSet inside, Heights ground, HeightModel method) {
    Coordinate[] line = chain.line();
    int[] halves = chain.halves();
    Heights portals =
        knownOutside(
            ground,
            inside.get(start(graph, halves[0])) ? line[0] : null,
            inside.get(start(graph, halves[halves.length - 1] ^ 1)) ? line[line.length - 1] : null);
    LineHeights drawn =
        LineHeights.of(MeasuredLine.of(line), portals, offGround(graph, chain), method);
    float[] heights = new float[drawn.heightM().length];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = (float) drawn.heightM()[i];
    }
    return new ChainProfile(chain, heights);
  }

  private static int start(RoadGraph graph, int half) {
    RoadEdge edge = graph.edge(Chain.edge(half));
    return Chain.isForward(half) ? edge.fromNode() : edge.toNode();
  }

  /** The ground says nothing of the road at places within a bridge or tunnel. */
  private static Heights knownOutside(Heights ground, Coordinate one, Coordinate other) {
    if (one == null && other == null) {
      return ground;
    }
    return (lon, lat) -> {
      boolean unknown =
          one != null && one.x == lon && one.y == lat
              || other != null && other.x == lon && other.y == lat;
      return unknown ? Double.NaN : ground.heightM(lon, lat);
    };
  }

  /** Junctions all of whose roads are bridges or tunnels. */
  static BitSet insideStructures(RoadGraph graph) {
    BitSet inside = new BitSet();
    BitSet outside = new BitSet();
    graph.forEachEdge(
        edge -> {
          if (edge.isOpenToCars()) {
            BitSet where = isOffGround(edge) ? inside : outside;
            where.set(edge.fromNode());
            where.set(edge.toNode());
          }
        });
    inside.andNot(outside);
    return inside;
  }

  private static boolean isOffGround(RoadEdge edge) {
    return edge.isBridge() || edge.isTunnel();
  }

  private static List<LineHeights.Span> offGround(RoadGraph graph, Chain chain) {
    List<LineHeights.Span> spans = new ArrayList<>();
    int[] halves = chain.halves();
    int begun = -1;
    for (int i = 0; i <= halves.length; i++) {
      boolean off = i < halves.length && isOffGround(graph.edge(Chain.edge(halves[i])));
      if (off && begun < 0) {
        begun = i;
      } else if (!off && begun >= 0) {
        spans.add(new LineHeights.Span(chain.startM(begun), chain.startM(i)));
        begun = -1;
      }
    }
    return spans;
  }

  double stepM() {
    return chain.lengthM() / (heightM.length - 1);
  }

  /** Whether the heights from a measure to another are known. */
  boolean isKnown(double fromM, double toM) {
    int last = heightM.length - 1;
    int from = (int) Math.min(last, Math.floor(fromM / stepM()));
    int to = (int) Math.min(last, Math.ceil(toM / stepM()));
    for (int i = from; i <= to; i++) {
      if (Float.isNaN(heightM[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Its stretches of two heights or more that are known without a gap, by measures in km.
   *
   * @param isFast whether the limits of expressways and class 1 hold
   */
  List<Profile> known(boolean isFast) {
    List<Profile> known = new ArrayList<>();
    double stepKm = stepM() / 1000;
    int from = 0;
    for (int i = 0; i <= heightM.length; i++) {
      if (i == heightM.length || Float.isNaN(heightM[i])) {
        if (i - from > 1 && stepKm > 0) {
          known.add(profile(from, i, stepKm, isFast));
        }
        from = i + 1;
      }
    }
    return known;
  }

  private Profile profile(int from, int to, double stepKm, boolean isFast) {
    double[] measures = new double[to - from];
    double[] heights = new double[to - from];
    Arrays.setAll(measures, i -> (from + i) * stepKm);
    Arrays.setAll(heights, i -> heightM[from + i]);
    return new Profile(measures, heights, isFast);
  }
}
