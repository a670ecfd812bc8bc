package cn.anlan.web.snapshot;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * What {@code /actuator/health} says of the layers: OUT_OF_SERVICE until all are loaded, DEGRADED
 * while they may be behind the database, with since when and why, else UP. A degraded service is
 * ready: it answers.
 */
@Component("layers")
class SnapshotHealth implements HealthIndicator {
  private final LiveSnapshots snapshots;

  SnapshotHealth(LiveSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public Health health() {
    Health.Builder health =
        !snapshots.isComplete()
            ? Health.outOfService()
            : snapshots.findLag().isPresent() ? Health.status("DEGRADED") : Health.up();
    health
        .withDetail("dataVersion", snapshots.current().dataVersion())
        .withDetail("layersLoaded", snapshots.current().layers().size())
        .withDetail("layers", snapshots.expectedLayers());
    snapshots
        .findLag()
        .ifPresent(
            lag ->
                health
                    .withDetail("since", lag.since().toString())
                    .withDetail(
                        "reason",
                        lag.databaseAway()
                            ? "数据库不可达，以最后状态应答 (database away, answering with the last state)"
                            : "图层暂不能更新 (layers cannot be read anew just now)"));
    return health.build();
  }
}
