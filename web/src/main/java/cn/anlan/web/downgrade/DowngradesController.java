package cn.anlan.web.downgrade;

import cn.anlan.data.road.StoredProfiles;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.snapshot.LiveSnapshots;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/roads/downgrades}: long steep downgrades, and the register beside them. */
@RestController
class DowngradesController {
  private final Database database;
  private final LiveSnapshots snapshots;
  private StoredProfiles profiles; // of the road layer's state in memory
  private long profilesOf;

  DowngradesController(Database database, LiveSnapshots snapshots) {
    this.database = database;
    this.snapshots = snapshots;
  }

  @GetMapping("/api/roads/downgrades")
  DowngradeReport downgrades(
      @RequestParam(defaultValue = "2") double heightSigmaM,
      @RequestParam(defaultValue = "12") double climbM) {
    Generation generation = snapshots.current();
    return DowngradeReport.of(
        profiles(generation.get("road").number()),
        generation.get("road_site"),
        snapshots.scope(),
        heightSigmaM,
        climbM);
  }

  private synchronized StoredProfiles profiles(long roadState) {
    if (profiles == null || profilesOf != roadState) {
      profiles = StoredProfiles.read(database);
      profilesOf = roadState;
    }
    return profiles;
  }
}
