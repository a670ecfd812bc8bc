package cn.anlan.web.downgrade;

import cn.anlan.data.road.StoredProfiles;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.network.NetworkFolder;
import cn.anlan.web.network.RoadNetworks;
import cn.anlan.web.road.RoadLayer;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/roads/downgrades}: long steep downgrades of the stored roads, and the register beside
 * them; or those of another network.
 */
@RestController
class DowngradesController {
  private final Database database;
  private final RoadLayer layer;
  private final LiveSnapshots snapshots;
  private final RoadNetworks networks;
  private StoredProfiles profiles; // of the road layer's state in memory
  private long profilesOf;

  DowngradesController(
      Database database, RoadLayer layer, LiveSnapshots snapshots, RoadNetworks networks) {
    this.database = database;
    this.layer = layer;
    this.snapshots = snapshots;
    this.networks = networks;
  }

  @GetMapping("/api/roads/downgrades")
  DowngradeAnswer downgrades(
      @RequestParam(defaultValue = NetworkFolder.PROVINCE) String network,
      @RequestParam(required = false) Double heightSigmaM,
      @RequestParam(defaultValue = "" + DowngradeReport.CLIMB_M) double climbM) {
    if (!network.equals(NetworkFolder.PROVINCE)) {
      return NetworkDowngradeReport.of(networks.get(network), heightSigmaM, climbM);
    }
    Generation generation = snapshots.current();
    return DowngradeReport.of(
        profiles(generation.get("road").number()),
        generation.get("road_site"),
        snapshots.scope(),
        DowngradeReport.Errors.delivered(
            heightSigmaM == null ? DowngradeReport.HEIGHT_SIGMA_M : heightSigmaM),
        climbM);
  }

  private synchronized StoredProfiles profiles(long roadState) {
    if (profiles == null || profilesOf != roadState) {
      RoadLayer.State state = layer.at(roadState);
      profiles = StoredProfiles.of(state.roads(), state.routes(), database, List.of());
      profilesOf = roadState;
    }
    return profiles;
  }
}
