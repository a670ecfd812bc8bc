package cn.anlan.web.watch;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.store.Database;
import cn.anlan.data.watch.Watch;
import cn.anlan.data.watch.WatchStore;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Standing watches and their events. */
@RestController
class WatchesController {
  private static final int MAX_PAGE = 1_000;

  private final WatchStore store;
  private final WatchKeeper keeper;
  private final CheckRun checks;
  private final Catalog catalog;
  private final LiveSnapshots snapshots;

  WatchesController(
      Database database, WatchKeeper keeper, CheckRun checks, LiveSnapshots snapshots) {
    this.store = new WatchStore(database);
    this.keeper = keeper;
    this.checks = checks;
    this.catalog = database.catalog();
    this.snapshots = snapshots;
  }

  /** Looks at it at once, so that what comes next is measured against the present. */
  @PostMapping("/api/watches")
  ResponseEntity<WatchAnswer> add(HttpServletRequest request) throws IOException {
    Generation generation = snapshots.current();
    Watch draft =
        WatchDraft.read(BoundedJson.read(request.getInputStream()), checks, catalog, generation);
    Watch watch = store.add(draft);
    keeper.look(generation, LocalDate.now());
    return ResponseEntity.created(URI.create("/api/watches/" + watch.id()))
        .body(WatchAnswer.of(store.get(watch.id())));
  }

  @GetMapping("/api/watches")
  List<WatchAnswer> list(
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "100") int limit) {
    return store.list(before, page(limit)).stream().map(WatchAnswer::of).toList();
  }

  @GetMapping("/api/watches/{id}")
  WatchAnswer get(@PathVariable long id) {
    return WatchAnswer.of(found(id));
  }

  @GetMapping("/api/watches/{id}/events")
  List<WatchAnswer.Event> events(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    found(id);
    return store.events(id, after, page(limit)).stream().map(WatchAnswer.Event::of).toList();
  }

  /** Ends it; its events stay. */
  @DeleteMapping("/api/watches/{id}")
  WatchAnswer end(@PathVariable long id, @RequestParam String endedBy) {
    found(id);
    return WatchAnswer.of(store.end(id, WatchDraft.post("endedBy", endedBy)));
  }

  private Watch found(long id) {
    return store
        .find(id)
        .orElseThrow(() -> new NotFound("没有关注 " + id + " (no such watch)", "GET /api/watches 列出"));
  }

  private static int page(int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new UserFault("limit=" + limit + " 不可用 (not usable)", "取 1 至 " + MAX_PAGE);
    }
    return limit;
  }
}
