package cn.anlan.geo.road.check;

import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.road.topology.Topology;
import cn.anlan.geo.road.topology.Topology.Part;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds roads that cross without a junction and are not known to lie on different levels. */
final class Crossings {
  private static final int RUN = 8;

  /** Consecutive edges of a part. */
  private record Run(int part, int fromEdge, int toEdge, Envelope box) {}

  private final Topology topology;
  private final List<LooseCrossing> found = new ArrayList<>();
  private final RobustLineIntersector intersector = new RobustLineIntersector();

  private Crossings(Topology topology) {
    this.topology = topology;
  }

  static List<LooseCrossing> of(Topology topology) {
    return new Crossings(topology).find();
  }

  private List<LooseCrossing> find() {
    List<Run> runs = runs();
    HPRtree tree = new HPRtree();
    runs.forEach(run -> tree.insert(run.box, run));
    tree.build();
    for (Run run : runs) {
      RoadPiece piece = topology.piece(topology.parts().get(run.part));
      tree.query(
          run.box,
          item -> {
            Run other = (Run) item;
            if (other.part > run.part
                && mayMeet(piece, topology.piece(topology.parts().get(other.part)))) {
              cross(run, other);
            }
          });
    }
    return found;
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int p = 0; p < topology.parts().size(); p++) {
      Coordinate[] line = topology.parts().get(p).line();
      for (int from = 0; from + 1 < line.length; from += RUN) {
        int to = Math.min(line.length - 1, from + RUN);
        Envelope box = new Envelope();
        for (int i = from; i <= to; i++) {
          box.expandToInclude(line[i]);
        }
        runs.add(new Run(p, from, to, box));
      }
    }
    return runs;
  }

  private static boolean mayMeet(RoadPiece one, RoadPiece other) {
    return one != other
        && (one.deckLevel() == null
            || other.deckLevel() == null
            || one.deckLevel().equals(other.deckLevel()));
  }

  private void cross(Run one, Run other) {
    Part a = topology.parts().get(one.part);
    Part b = topology.parts().get(other.part);
    for (int i = one.fromEdge; i < one.toEdge; i++) {
      for (int k = other.fromEdge; k < other.toEdge; k++) {
        intersector.computeIntersection(a.line()[i], a.line()[i + 1], b.line()[k], b.line()[k + 1]);
        if (intersector.isProper()) {
          Coordinate at = intersector.getIntersection(0);
          RoadPiece left = topology.piece(a);
          RoadPiece right = topology.piece(b);
          boolean known = left.deckLevel() != null && right.deckLevel() != null;
          found.add(new LooseCrossing(left.label(), right.label(), at.x, at.y, known));
        }
      }
    }
  }
}
