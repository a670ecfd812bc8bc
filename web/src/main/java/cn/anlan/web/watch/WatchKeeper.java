package cn.anlan.web.watch;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.runs.LayerChanges;
import cn.anlan.data.runs.RuleState;
import cn.anlan.data.runs.RunDifference.Side;
import cn.anlan.data.store.Database;
import cn.anlan.data.survey.SurveyStore;
import cn.anlan.data.watch.Watch;
import cn.anlan.data.watch.Watch.Look;
import cn.anlan.data.watch.WatchEvent;
import cn.anlan.data.watch.WatchState;
import cn.anlan.data.watch.WatchStore;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.runs.Bases;
import cn.anlan.web.runs.Basis;
import cn.anlan.web.runs.Causes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at what is watched. Where a verdict is not the one that was seen last, an event is stored
 * with both verdicts, both data versions and the causes; the first look makes none. Two programs
 * that look at once make each event once. All watches are evaluated in one pass.
 */
public final class WatchKeeper {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CheckRun checks;
  private final Catalog catalog;
  private final WatchStore store;
  private final LayerChanges changes;
  private final SurveyStore surveys;

  /** A subject under a rule. */
  private record Key(String rule, String layer, String code) {}

  public WatchKeeper(Database database, CheckRun checks) {
    this.checks = checks;
    this.catalog = database.catalog();
    this.store = new WatchStore(database);
    this.changes = new LayerChanges(database);
    this.surveys = new SurveyStore(database);
  }

  /**
   * Evaluates every standing watch that has not been looked at on this basis.
   *
   * @return the events, as they were stored but for id and time
   */
  public synchronized List<WatchEvent> look(Generation generation, LocalDate asOf) {
    Basis now = Bases.now(checks, generation.dataVersion(), asOf);
    Look look =
        new Look(
            now.dataVersion(), asOf, JSON.writeValueAsString(now.rules()), now.programVersion());
    List<Watch> due =
        store.standing().stream().filter(w -> w.look() == null || isDue(w.look(), look)).toList();
    if (due.isEmpty()) {
      return List.of();
    }
    WatchedFindings found = WatchedFindings.of(due, checks, generation, asOf);
    Map<Look, Causes> causes = new HashMap<>();
    List<WatchEvent> events = new ArrayList<>();
    for (Watch watch : due) {
      Map<Key, Finding> seen = seen(watch, found);
      List<WatchEvent> made =
          watch.look() == null
              ? List.of()
              : events(
                  watch,
                  look,
                  seen,
                  causes.computeIfAbsent(
                      watch.look(), l -> new Causes(catalog, changes, surveys, basis(l), now)));
      if (store.record(watch.id(), watch.look(), look, states(seen), made)) {
        events.addAll(made);
      }
    }
    return events;
  }

  /** A look at an older version than was seen already tells nothing new. */
  private static boolean isDue(Look seen, Look now) {
    return !seen.equals(now) && seen.dataVersion() <= now.dataVersion();
  }

  private static Map<Key, Finding> seen(Watch watch, WatchedFindings found) {
    Map<Key, Finding> seen = new HashMap<>();
    for (Finding finding : found.of(watch)) {
      seen.put(
          new Key(finding.rule(), finding.subjectLayer(), found.code(watch, finding)), finding);
    }
    return seen;
  }

  private List<WatchEvent> events(Watch watch, Look look, Map<Key, Finding> seen, Causes causes) {
    Map<Key, Side> before = new HashMap<>();
    for (WatchState state : store.states(watch.id())) {
      before.put(
          new Key(state.rule(), state.layer(), state.code()),
          JSON.readValue(state.json(), Side.class));
    }
    Map<String, Key> keys = new TreeMap<>();
    before.keySet().forEach(key -> keys.put(key.toString(), key));
    seen.keySet().forEach(key -> keys.put(key.toString(), key));
    List<WatchEvent> events = new ArrayList<>();
    for (Key key : keys.values()) {
      Side was = before.get(key);
      Finding finding = seen.get(key);
      Side is = finding == null ? null : Bases.side(finding);
      String oldVerdict = was == null ? null : was.verdict();
      String newVerdict = is == null ? null : is.verdict();
      if (!String.valueOf(oldVerdict).equals(String.valueOf(newVerdict))) {
        events.add(event(watch, look, key, was, finding, causes));
      }
    }
    return events;
  }

  private static WatchEvent event(
      Watch watch, Look look, Key key, Side was, Finding finding, Causes causes) {
    Side is = finding == null ? null : Bases.side(finding);
    return new WatchEvent(
        0,
        watch.id(),
        null,
        key.rule(),
        key.layer(),
        key.code(),
        was == null ? null : was.verdict(),
        is == null ? null : is.verdict(),
        was == null ? null : was.ruleVersion(),
        is == null ? null : is.ruleVersion(),
        watch.look().dataVersion(),
        look.dataVersion(),
        watch.look().asOf(),
        look.asOf(),
        JSON.writeValueAsString(
            watch.kind().equals(Watch.SITE)
                ? causes.explainDrawn(key.rule(), key.layer(), was, is)
                : causes.explain(key.rule(), key.layer(), key.code(), was, is)),
        finding == null ? null : JSON.writeValueAsString(finding));
  }

  private static List<WatchState> states(Map<Key, Finding> seen) {
    return seen.entrySet().stream()
        .map(
            e ->
                new WatchState(
                    e.getKey().rule(),
                    e.getKey().layer(),
                    e.getKey().code(),
                    JSON.writeValueAsString(Bases.side(e.getValue()))))
        .toList();
  }

  private static Basis basis(Look look) {
    List<RuleState> rules = JSON.readValue(look.rules(), new TypeReference<>() {});
    return new Basis(look.dataVersion(), look.asOf(), look.programVersion(), rules);
  }
}
