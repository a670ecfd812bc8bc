package cn.anlan.web.rollup;

import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Counts of a layer by reporting unit: county → city → province, zones without double counting. */
@RestController
class RollUpController {
  /**
   * @param asOf the day whose units count
   */
  record Manifest(
      String layer,
      String adminLevel,
      LocalDate asOf,
      String by,
      String filter,
      long dataVersion) {}

  record UnitCount(
      String code,
      String name,
      String kind,
      String unitLevel,
      String parentCode,
      boolean isFunctionalZone,
      long count,
      Map<String, Long> counts) {}

  /** {@code total} is the sum of the units' counts and {@code unplaced}. */
  record Answer(
      Manifest manifest,
      List<UnitCount> units,
      long unplaced,
      Map<String, Long> unplacedCounts,
      long total) {}

  private final Catalog catalog;
  private final LiveSnapshots snapshots;

  RollUpController(Database database, LiveSnapshots snapshots) {
    this.catalog = database.catalog();
    this.snapshots = snapshots;
  }

  @GetMapping("/api/rollup")
  Answer rollUp(
      @RequestParam String layer,
      @RequestParam(defaultValue = "county") String adminLevel,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(required = false) String by,
      @RequestParam(required = false) String filter,
      ServletWebRequest request) {
    UnitLevel level =
        UnitLevel.find(adminLevel)
            .orElseThrow(
                () ->
                    new UserFault(
                        "adminLevel=" + adminLevel + " 不支持 (not supported)",
                        "取 (take) province, city, county"));
    Generation generation = snapshots.current();
    LocalDate day = asOf == null ? LocalDate.now() : asOf;
    RollUp.Result result =
        new RollUp(catalog, generation, snapshots.scope(), level, day)
            .count(catalog.getLayer(layer), by, filter);
    if (VersionTag.notModified(request, generation, snapshots.scope())) {
      return null;
    }
    return new Answer(
        new Manifest(layer, adminLevel, day, by, filter, generation.dataVersion()),
        result.units().stream().map(RollUpController::unitCount).toList(),
        result.unplaced().count(),
        result.unplaced().counts(),
        result.total());
  }

  private static UnitCount unitCount(RollUp.Counted counted) {
    Unit unit = counted.unit();
    return new UnitCount(
        unit.code(),
        unit.name(),
        counted.kind(),
        unit.level().word(),
        unit.parentCode(),
        unit.isZone(),
        counted.count(),
        counted.counts());
  }
}
