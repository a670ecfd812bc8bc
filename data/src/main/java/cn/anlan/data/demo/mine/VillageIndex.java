package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** The villages by a way down the ground. */
final class VillageIndex {
  private static final double DEGREES_PER_M = 1 / 95_000.0;

  private final STRtree tree = new STRtree();

  VillageIndex(Settlements settlements) {
    for (Village village : settlements.villages()) {
      tree.insert(new Envelope(village.at()), village);
    }
    tree.build();
  }

  /** The villages within a distance of the way's vertices, as far as the way has come by then. */
  List<Village> along(List<Coordinate> way, double asFarAsM, double besideM) {
    List<Village> found = new ArrayList<>();
    double goneM = 0;
    for (int i = 0; i < way.size() && goneM <= asFarAsM; i++) {
      for (Village village : near(way.get(i), besideM)) {
        if (!found.contains(village)) {
          found.add(village);
        }
      }
      if (i + 1 < way.size()) {
        goneM += Geodesics.distanceM(way.get(i), way.get(i + 1));
      }
    }
    return found;
  }

  private List<Village> near(Coordinate at, double distanceM) {
    Envelope box = new Envelope(at);
    box.expandBy(distanceM * DEGREES_PER_M);
    List<Village> found = new ArrayList<>();
    for (Object item : tree.query(box)) {
      Village village = (Village) item;
      if (Geodesics.distanceM(village.at(), at) <= distanceM) {
        found.add(village);
      }
    }
    return found;
  }
}
