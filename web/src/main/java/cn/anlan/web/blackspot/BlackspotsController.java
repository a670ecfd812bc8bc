package cn.anlan.web.blackspot;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** {@code /api/roads/blackspots}: accident-prone stretches, the worst first. */
@RestController
class BlackspotsController {
  private static final int MOST = 1000;

  private final LiveSnapshots snapshots;
  private final BlackspotModel model = BlackspotModel.shipped();

  BlackspotsController(LiveSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  @GetMapping("/api/roads/blackspots")
  BlackspotReport blackspots(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(defaultValue = "50") int limit,
      ServletWebRequest request) {
    if (limit < 1 || limit > MOST) {
      throw new UserFault(
          "limit=" + limit + " 超出范围 (out of range)", "取 1 至 " + MOST + " (take 1 to " + MOST + ")");
    }
    Generation generation = snapshots.current();
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return null;
    }
    return BlackspotReport.of(
        model,
        generation.get("road"),
        generation.get("accident"),
        generation.get("road_site"),
        snapshots.scope(),
        asOf == null ? LocalDate.now() : asOf,
        limit);
  }
}
