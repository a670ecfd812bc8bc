package cn.anlan.data.demo.road;

import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.road.Downgrades.Downgrade;
import cn.anlan.data.demo.road.LineGraph.Edge;
import cn.anlan.data.demo.road.Pieces.Piece;
import cn.anlan.geo.road.GradeLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lays the network's grades out: all but class 4 first as steep as their class allows, then, until
 * about the wanted number of long downgrades is left, the others with care.
 *
 * @param downgrades those that are left in the final profile, the greatest drop first
 */
record Grading(List<Piece> pieces, List<Downgrade> downgrades) {
  private static final int ROUNDS = 10;

  static Grading of(LineGraph graph, Ground ground, GradeLimits limits, int wanted) {
    for (Edge edge : graph.edges()) {
      if (!edge.route.kind().roadClass().equals("class_4")) {
        edge.maxGrade = edge.route.kind().steepGrade();
      }
    }
    Pieces cut = new Pieces(graph, ground);
    for (int round = 0; ; round++) {
      List<Piece> pieces = cut.draw(Profile.heightsM(graph));
      List<Downgrade> found = Downgrades.find(pieces, limits);
      if (found.size() <= wanted || round == ROUNDS) {
        return new Grading(pieces, found);
      }
      Set<Piece> keep = new HashSet<>();
      found.subList(0, wanted).forEach(downgrade -> keep.addAll(downgrade.pieces()));
      for (Downgrade downgrade : found.subList(wanted, found.size())) {
        for (Piece piece : downgrade.pieces()) {
          if (!keep.contains(piece)) {
            ease(graph, piece);
          }
        }
      }
    }
  }

  private static void ease(LineGraph graph, Piece piece) {
    for (int i = 1; i < piece.nodes().size(); i++) {
      Edge edge = graph.find(piece.nodes().get(i - 1), piece.nodes().get(i));
      edge.maxGrade = edge.route.kind().designGrade();
    }
  }
}
