package cn.anlan.web.runs;

import cn.anlan.data.runs.LayerChanges;
import cn.anlan.data.runs.RunDraft;
import cn.anlan.data.runs.RunDraft.Carry;
import cn.anlan.data.runs.RunStore;
import cn.anlan.data.runs.RunWriter;
import cn.anlan.data.runs.StoredRun;
import cn.anlan.data.store.Database;
import cn.anlan.data.survey.SurveyStore;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.Anlan;
import cn.anlan.web.checks.CheckRun;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stores runs of the check. The same inputs give the same findings, and so the same digest. Where
 * an earlier run of the same rules, day and program is stored, only what can have changed since is
 * evaluated anew, and the result equals that of a full run.
 */
public final class CheckRuns {
  private final CheckRun checks;
  private final RunStore store;
  private final RunWriter writer;
  private final RunInputs inputs;
  private final ChangePlan plan;

  /**
   * @param isNew false where the very same inputs had been checked before: that run stands
   */
  public record Outcome(StoredRun run, boolean isNew) {}

  public CheckRuns(Database database, CheckRun checks) {
    this.checks = checks;
    this.store = new RunStore(database);
    this.writer = new RunWriter(database);
    LayerChanges changes = new LayerChanges(database);
    SurveyStore surveys = new SurveyStore(database);
    this.inputs = new RunInputs(checks, database.catalog(), changes, surveys, Anlan.VERSION);
    this.plan = new ChangePlan(database.catalog(), changes, surveys, store, inputs);
  }

  /**
   * Runs the check and stores it.
   *
   * @param ruleIds empty for all rules
   * @param full evaluates everything, whatever is stored
   */
  public synchronized Outcome store(
      Generation generation,
      Scope scope,
      Collection<String> ruleIds,
      LocalDate asOf,
      boolean full) {
    List<String> selection = ruleIds.stream().distinct().sorted().toList();
    List<Rule> rules = checks.rules(selection, asOf);
    RunDraft draft = inputs.draft(selection, rules, generation, scope, asOf);
    Optional<StoredRun> base =
        full ? Optional.empty() : store.findComparable(asOf, Anlan.VERSION, selection);
    if (base.isPresent() && base.get().inputsHash().equals(draft.inputsHash())) {
      return new Outcome(base.get(), false);
    }
    Optional<ChangePlan.Plan> changed =
        base.flatMap(run -> plan.find(run, draft, rules, generation));
    List<Finding> findings =
        changed.isEmpty()
            ? evaluate(generation, scope, selection, asOf, (rule, layer) -> row -> true)
            : evaluate(changed.get(), rules, generation, scope, asOf);
    Optional<Carry> carry =
        changed.map(p -> new Carry(base.orElseThrow().id(), p.keptRules(), p.subjects()));
    return new Outcome(writer.save(draft, carry, findings, FindingRows::row), true);
  }

  private List<Finding> evaluate(
      ChangePlan.Plan changed,
      List<Rule> rules,
      Generation generation,
      Scope scope,
      LocalDate asOf) {
    Map<String, Set<Long>> subjects = changed.subjects();
    Set<String> due =
        rules.stream()
            .filter(
                r ->
                    !changed.keptRules().contains(RunInputs.key(r))
                        || subjects.containsKey(RunInputs.key(r)))
            .map(Rule::id)
            .collect(Collectors.toCollection(HashSet::new));
    if (due.isEmpty()) {
      return List.of();
    }
    return evaluate(
        generation,
        scope,
        due,
        asOf,
        (rule, layer) -> {
          if (!changed.keptRules().contains(RunInputs.key(rule))) {
            return row -> true;
          }
          Set<Long> ids = subjects.getOrDefault(RunInputs.key(rule), Set.of());
          return row -> ids.contains(layer.id(row));
        });
  }

  private List<Finding> evaluate(
      Generation generation,
      Scope scope,
      Collection<String> ruleIds,
      LocalDate asOf,
      CheckRun.Wanted wanted) {
    return checks.stored(generation, scope, ruleIds, asOf, wanted).findings().stream()
        .sorted(FindingRows.ORDER)
        .toList();
  }
}
