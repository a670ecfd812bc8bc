package cn.anlan.web.runs;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.runs.LayerChanges;
import cn.anlan.data.runs.LayerChanges.Change;
import cn.anlan.data.runs.LayerState;
import cn.anlan.data.runs.RuleState;
import cn.anlan.data.runs.RunDraft;
import cn.anlan.data.runs.RunStore;
import cn.anlan.data.runs.StoredRun;
import cn.anlan.data.survey.SurveyStore;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of an earlier run may no longer hold at a later data version. A finding is evaluated anew
 * where its subject or the survey of it has changed, where something it may be measured to has
 * changed within its reach (before or after the change), where the coverage at its place has, and
 * where its rule has; everything where the province has. It may be too much, never too little.
 */
final class ChangePlan {
  private final Catalog catalog;
  private final LayerChanges changes;
  private final SurveyStore surveys;
  private final RunStore runs;
  private final RunInputs inputs;

  /**
   * @param keptRules the rules of which findings are carried over, by {@link RuleState#key}
   * @param subjects of these rules the ids of subjects to be evaluated anew, where there are any
   */
  record Plan(Set<String> keptRules, Map<String, Set<Long>> subjects) {}

  ChangePlan(
      Catalog catalog, LayerChanges changes, SurveyStore surveys, RunStore runs, RunInputs inputs) {
    this.catalog = catalog;
    this.changes = changes;
    this.surveys = surveys;
    this.runs = runs;
    this.inputs = inputs;
  }

  /** Empty where nothing of the earlier run can be kept. */
  Optional<Plan> find(StoredRun base, RunDraft draft, List<Rule> rules, Generation generation) {
    if (base.dataVersion() > draft.dataVersion() || !isOurs(base)) {
      return Optional.empty();
    }
    Changes since =
        new Changes(base.dataVersion(), draft.dataVersion(), changedLayers(base, draft));
    Set<String> kept = sameRules(base.rules(), draft.rules());
    kept.removeIf(
        key ->
            rules.stream()
                .filter(r -> RunInputs.key(r).equals(key))
                .anyMatch(r -> since.touches(inputs.reads(r).others())));
    if (kept.isEmpty() || provinceChanged(since)) {
      return Optional.empty();
    }
    List<Rule> keptRules = rules.stream().filter(r -> kept.contains(RunInputs.key(r))).toList();
    return Optional.of(new Plan(Set.copyOf(kept), subjects(base, keptRules, since, generation)));
  }

  /** The database is still the one, in whose past the run was made. */
  private boolean isOurs(StoredRun base) {
    List<String> names =
        base.layers().stream()
            .map(LayerState::layer)
            .filter(name -> !name.equals(RunInputs.SURVEYS))
            .toList();
    return Set.copyOf(inputs.layersNamed(names, base.dataVersion()))
        .equals(Set.copyOf(base.layers()));
  }

  private static Set<String> changedLayers(StoredRun base, RunDraft draft) {
    Set<LayerState> before = Set.copyOf(base.layers());
    return draft.layers().stream()
        .filter(state -> !before.contains(state))
        .map(LayerState::layer)
        .collect(Collectors.toSet());
  }

  /** The rules that stand in both in the same wording and force, all versions of an id together. */
  private static Set<String> sameRules(List<RuleState> before, List<RuleState> after) {
    Map<String, Set<String>> now = wordings(after);
    Set<String> same = new TreeSet<>();
    wordings(before)
        .forEach(
            (key, wording) -> {
              if (wording.equals(now.get(key))) {
                same.add(key);
              }
            });
    return same;
  }

  private static Map<String, Set<String>> wordings(List<RuleState> rules) {
    Map<String, Set<String>> wordings = new HashMap<>();
    for (RuleState rule : rules) {
      wordings
          .computeIfAbsent(rule.key(), key -> new HashSet<>())
          .add(rule.version() + " " + rule.digest() + " " + rule.inForce());
    }
    return wordings;
  }

  private boolean provinceChanged(Changes since) {
    return since.of(RuleReads.REGIONS, Set.of("admin_level")).stream()
        .flatMap(c -> Stream.of(c.before(), c.after()))
        .anyMatch(s -> s != null && "province".equals(s.values().get("admin_level")));
  }

  private Map<String, Set<Long>> subjects(
      StoredRun base, List<Rule> rules, Changes since, Generation generation) {
    Map<String, Set<Long>> subjects = new TreeMap<>();
    Reaches reaches = new Reaches(runs, base.id());
    SubjectShapes shapes =
        new SubjectShapes(generation, surveys.inForceAt(since.to), surveys, since.from, since.to);
    for (Rule rule : rules) {
      RuleReads reads = inputs.reads(rule);
      Set<Long> ids = new HashSet<>();
      since.of(reads.subjects(), Set.of()).forEach(change -> ids.add(change.id()));
      ids.addAll(shapes.surveyedAnew(reads.subjects()));
      ChangedShapes targets = ChangedShapes.of(reads, since, generation);
      if (!targets.isEmpty()) {
        shapes.addWithin(reads, targets, reaches.of(reads, RunInputs.key(rule)), ids);
      }
      if (!ids.isEmpty()) {
        subjects.put(RunInputs.key(rule), ids);
      }
    }
    return subjects;
  }

  /** The changed rows of each layer, read when they are asked for. */
  final class Changes {
    private final long from;
    private final long to;
    private final Set<String> changed;
    private final Map<String, List<Change>> read = new HashMap<>();

    private Changes(long from, long to, Set<String> changed) {
      this.from = from;
      this.to = to;
      this.changed = changed;
    }

    boolean touches(Set<String> layers) {
      return layers.stream().anyMatch(changed::contains);
    }

    List<Change> of(String layer, Set<String> wanted) {
      if (!changed.contains(layer)) {
        return List.of();
      }
      Layer definition = catalog.getLayer(layer);
      Set<String> there =
          wanted.stream()
              .filter(
                  name ->
                      name.equals("sigma_m")
                          || definition.fields().stream().anyMatch(f -> f.name().equals(name)))
              .collect(Collectors.toCollection(TreeSet::new));
      return read.computeIfAbsent(
          layer + there, key -> changes.between(definition, from, to, there));
    }
  }
}
