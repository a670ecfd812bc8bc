package cn.anlan.web.crash;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.road.RoadLayer;
import org.springframework.stereotype.Component;

/**
 * The one way to accidents on roads, for HTTP, the command line and stored results. Accidents are
 * matched once for each state of their layer and the roads'.
 */
@Component
public final class CrashAnalyses {
  private record Ready(long roads, CrashRoads made) {}

  private record Done(long roads, long accidents, String scope, MatchedCrashes made) {}

  private final RoadLayer layer;
  private Ready ready;
  private Done done;

  public CrashAnalyses(RoadLayer layer) {
    this.layer = layer;
  }

  /**
   * The road accidents of a generation.
   *
   * @param generation with the layers road and accident
   */
  public synchronized MatchedCrashes matched(Generation generation, Scope scope) {
    LayerSnapshot roads = generation.get("road");
    LayerSnapshot accidents = generation.get("accident");
    if (ready == null || ready.roads != roads.number()) {
      ready = new Ready(roads.number(), CrashRoads.of(layer.at(roads.number())));
    }
    String key = scope.cacheKey();
    if (done == null
        || done.roads != roads.number()
        || done.accidents != accidents.number()
        || !done.scope.equals(key)) {
      MatchedCrashes made = MatchedCrashes.of(ready.made, accidents, scope);
      done = new Done(roads.number(), accidents.number(), key, made);
    }
    return done.made;
  }
}
