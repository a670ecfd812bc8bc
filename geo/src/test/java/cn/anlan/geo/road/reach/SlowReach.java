package cn.anlan.geo.road.reach;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;

/**
 * The reference for {@link Arrivals}: all feet on all roads within the bound, by GeographicLib's
 * azimuthal equidistant plane, and all edges relaxed until nothing changes; no tree, no order, no
 * bound.
 */
final class SlowReach {
  /** The point of a straight piece that is nearest to a place. */
  record Foot(int edge, double share, double awayM) {}

  private final ReachModel model;
  private final List<RoadEdge> edges = new ArrayList<>();
  private final Map<Integer, Coordinate[]> lines = new HashMap<>();
  private final int nodes;

  SlowReach(RoadGraph graph, ReachModel model) {
    this.model = model;
    nodes = graph.nodes();
    graph.forEachEdge(
        edge -> {
          edges.add(edge);
          boolean open = edge.forwardKmh() + edge.backwardKmh() > 0;
          if (open && !edge.isTunnel() && !model.noStopping().contains(edge.roadClass())) {
            lines.put(edge.id(), graph.line(edge.id()));
          }
        });
  }

  List<Foot> feet(double lonDeg, double latDeg) {
    List<Foot> feet = new ArrayList<>();
    lines.forEach(
        (edge, line) -> {
          double whole = 0;
          double[] upTo = new double[line.length];
          double[][] plane = new double[line.length][];
          for (int i = 0; i < line.length; i++) {
            plane[i] = toPlane(lonDeg, latDeg, line[i]);
            whole +=
                i == 0 ? 0 : Cgcs2000.distanceM(line[i - 1].x, line[i - 1].y, line[i].x, line[i].y);
            upTo[i] = whole;
          }
          for (int i = 1; i < line.length; i++) {
            double dx = plane[i][0] - plane[i - 1][0];
            double dy = plane[i][1] - plane[i - 1][1];
            double t = -(plane[i - 1][0] * dx + plane[i - 1][1] * dy) / (dx * dx + dy * dy);
            t = Math.min(1, Math.max(0, t));
            double away = Math.hypot(plane[i - 1][0] + t * dx, plane[i - 1][1] + t * dy);
            if (away <= model.offRoadBoundM()) {
              feet.add(new Foot(edge, (upTo[i - 1] + t * (upTo[i] - upTo[i - 1])) / whole, away));
            }
          }
        });
    return feet;
  }

  private static double[] toPlane(double lonDeg, double latDeg, Coordinate at) {
    GeodesicData ray = Cgcs2000.GEODESIC.Inverse(latDeg, lonDeg, at.y, at.x);
    double azimuth = Math.toRadians(ray.azi1);
    return new double[] {ray.s12 * Math.sin(azimuth), ray.s12 * Math.cos(azimuth)};
  }

  /** Seconds from one team's station to every junction. */
  double[] fromTeam(List<Foot> starts, double turnoutS) {
    double[] time = new double[nodes];
    Arrays.fill(time, Double.POSITIVE_INFINITY);
    for (Foot start : starts) {
      RoadEdge edge = edges.get(start.edge);
      double ready = turnoutS + offRoadS(start);
      int to = edge.toNode();
      int from = edge.fromNode();
      time[to] = Math.min(time[to], ready + part(1 - start.share, forwardS(edge)));
      time[from] = Math.min(time[from], ready + part(start.share, backwardS(edge)));
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (RoadEdge edge : edges) {
        double there = time[edge.fromNode()] + forwardS(edge);
        double back = time[edge.toNode()] + backwardS(edge);
        if (there < time[edge.toNode()] - 1e-9) {
          time[edge.toNode()] = there;
          changed = true;
        }
        if (back < time[edge.fromNode()] - 1e-9) {
          time[edge.fromNode()] = back;
          changed = true;
        }
      }
    }
    return time;
  }

  /** Seconds until a team is at a foot, whose starts and times at junctions are given. */
  double atFoot(Foot foot, List<Foot> starts, double turnoutS, double[] time) {
    RoadEdge edge = edges.get(foot.edge);
    double best =
        Math.min(
            time[edge.fromNode()] + part(foot.share, forwardS(edge)),
            time[edge.toNode()] + part(1 - foot.share, backwardS(edge)));
    for (Foot start : starts) {
      if (start.edge == foot.edge) {
        double way = foot.share - start.share;
        double seconds = way >= 0 ? part(way, forwardS(edge)) : part(-way, backwardS(edge));
        best = Math.min(best, turnoutS + offRoadS(start) + seconds);
      }
    }
    return best;
  }

  double offRoadS(Foot foot) {
    return foot.awayM / (model.offRoadKmh() / 3.6);
  }

  private double forwardS(RoadEdge edge) {
    return seconds(edge, edge.forwardKmh());
  }

  private double backwardS(RoadEdge edge) {
    return seconds(edge, edge.backwardKmh());
  }

  private double seconds(RoadEdge edge, double carKmh) {
    double kmh = model.kmh(edge.roadClass(), carKmh);
    return kmh > 0 ? edge.lengthM() / (kmh / 3.6) : Double.POSITIVE_INFINITY;
  }

  private static double part(double share, double seconds) {
    return share == 0 ? 0 : share * seconds;
  }
}
