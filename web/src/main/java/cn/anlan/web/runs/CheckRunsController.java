package cn.anlan.web.runs;

import cn.anlan.data.runs.FindingKey;
import cn.anlan.data.runs.RunStore;
import cn.anlan.data.runs.RunStore.StoredFinding;
import cn.anlan.data.runs.RunStore.Wanted;
import cn.anlan.data.runs.StoredRun;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.print.Language;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stored runs of the check: making them, reading them, comparing two. */
@RestController
class CheckRunsController {
  private static final int MAX_PAGE = 5_000;

  private final CheckRuns runs;
  private final RunStore store;
  private final RunComparison comparison;
  private final LiveSnapshots snapshots;
  private final JsonMapper mapper;

  /**
   * What to run; everything may be left out.
   *
   * @param rules none or empty for all
   * @param asOf today by default
   * @param full evaluates everything, also what cannot have changed
   */
  record RunRequest(List<String> rules, LocalDate asOf, Boolean full) {}

  /**
   * @param next what {@code after} is for the next page; null after the last
   */
  record FindingsPage(long run, List<JsonNode> findings, FindingKey next) {}

  CheckRunsController(
      CheckRuns runs,
      RunStore store,
      RunComparison comparison,
      LiveSnapshots snapshots,
      JsonMapper mapper) {
    this.runs = runs;
    this.store = store;
    this.comparison = comparison;
    this.snapshots = snapshots;
    this.mapper = mapper;
  }

  /** 201 with a new run; 200 with the earlier one where the same inputs were checked before. */
  @PostMapping("/api/check-runs")
  ResponseEntity<StoredRun> run(@RequestBody(required = false) RunRequest body) {
    RunRequest wanted = body == null ? new RunRequest(null, null, null) : body;
    CheckRuns.Outcome outcome =
        runs.store(
            snapshots.current(),
            snapshots.scope(),
            wanted.rules() == null ? List.of() : wanted.rules(),
            wanted.asOf() == null ? LocalDate.now() : wanted.asOf(),
            Boolean.TRUE.equals(wanted.full()));
    StoredRun run = outcome.run();
    return outcome.isNew()
        ? ResponseEntity.created(URI.create("/api/check-runs/" + run.id())).body(run)
        : ResponseEntity.ok(run);
  }

  @GetMapping("/api/check-runs")
  List<StoredRun> list(
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "50") int limit) {
    return store.list(before, page(limit));
  }

  @GetMapping("/api/check-runs/{id}")
  StoredRun get(@PathVariable long id) {
    return found(id);
  }

  @GetMapping("/api/check-runs/{id}/findings")
  FindingsPage findings(
      @PathVariable long id,
      @RequestParam(required = false) String rule,
      @RequestParam(required = false) String verdict,
      @RequestParam(required = false) String layer,
      @RequestParam(required = false) String code,
      @RequestParam(required = false) String after,
      @RequestParam(defaultValue = "500") int limit) {
    found(id);
    int size = page(limit);
    List<StoredFinding> page =
        store.findings(
            id, new Wanted(rule, verdict, layer, code), FindingKey.parse(after), size + 1);
    boolean more = page.size() > size;
    return new FindingsPage(
        id,
        page.stream().limit(size).map(f -> mapper.readTree(f.json())).toList(),
        more ? page.get(size - 1).key() : null);
  }

  @GetMapping("/api/check-runs/diff")
  RunComparison.Difference difference(
      @RequestParam long before,
      @RequestParam long after,
      @RequestParam(required = false) String from,
      @RequestParam(defaultValue = "1000") int limit) {
    found(before);
    found(after);
    return comparison.compare(before, after, FindingKey.parse(from), page(limit));
  }

  @GetMapping(value = "/run-diff", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  String printed(
      @RequestParam long before,
      @RequestParam long after,
      @RequestParam(required = false) String lang) {
    found(before);
    found(after);
    return new DifferencePage(
            Language.of(lang),
            comparison.compare(before, after, FindingKey.FIRST, DifferencePage.LISTED))
        .document();
  }

  private StoredRun found(long id) {
    return store
        .find(id)
        .orElseThrow(
            () ->
                new NotFound("没有存档的核查 " + id + " (no such stored run)", "GET /api/check-runs 列出"));
  }

  private static int page(int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new UserFault(
          "limit=" + limit + " 不可用 (not usable)", "取 1 至 " + MAX_PAGE + " (1 to " + MAX_PAGE + ")");
    }
    return limit;
  }
}
