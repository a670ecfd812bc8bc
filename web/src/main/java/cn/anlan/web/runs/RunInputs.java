package cn.anlan.web.runs;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.runs.LayerChanges;
import cn.anlan.data.runs.LayerState;
import cn.anlan.data.runs.RuleState;
import cn.anlan.data.runs.RunDraft;
import cn.anlan.data.survey.SurveyStore;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.CheckRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a run's findings depend on, and the digest of it. */
final class RunInputs {
  /** Surveys stand beside the layers, but their decisions take data versions as rows do. */
  static final String SURVEYS = "anlan.survey";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CheckRun checks;
  private final Catalog catalog;
  private final LayerChanges changes;
  private final SurveyStore surveys;
  private final String programVersion;

  RunInputs(
      CheckRun checks,
      Catalog catalog,
      LayerChanges changes,
      SurveyStore surveys,
      String programVersion) {
    this.checks = checks;
    this.catalog = catalog;
    this.changes = changes;
    this.surveys = surveys;
    this.programVersion = programVersion;
  }

  RunDraft draft(
      List<String> selection,
      List<Rule> rules,
      Generation generation,
      Scope scope,
      LocalDate asOf) {
    List<RuleState> ruleStates =
        rules.stream().map(rule -> state(rule, generation, scope, asOf)).toList();
    List<LayerState> layers = layers(rules, generation.dataVersion());
    String inputs =
        JSON.writeValueAsString(
            List.of(
                programVersion, asOf.toString(), scope.cacheKey().toString(), ruleStates, layers));
    return new RunDraft(
        generation.dataVersion(),
        asOf,
        programVersion,
        selection,
        ruleStates,
        layers,
        Digest.hex(inputs));
  }

  /** How the layers stood at a version that the rules read. */
  List<LayerState> layers(Collection<Rule> rules, long version) {
    Set<String> read = new TreeSet<>(Set.of(RuleReads.REGIONS, RuleReads.COVERAGE));
    rules.forEach(rule -> read.addAll(reads(rule).layers()));
    return layersNamed(read, version);
  }

  List<LayerState> layersNamed(Collection<String> names, long version) {
    List<LayerState> states =
        new ArrayList<>(
            changes.states(
                names.stream()
                    .filter(name -> catalog.findLayer(name).isPresent())
                    .map(catalog::getLayer)
                    .toList(),
                version));
    states.add(new LayerState(SURVEYS, surveys.lastChange(version), null));
    return states;
  }

  /** As {@link RuleState#key}. */
  static String key(Rule rule) {
    return rule.id() + "/" + rule.subject().layer();
  }

  /** What the findings of a rule depend on. */
  RuleReads reads(Rule rule) {
    return RuleReads.of(checks.all().stream().filter(r -> key(r).equals(key(rule))).toList());
  }

  private RuleState state(Rule rule, Generation generation, Scope scope, LocalDate asOf) {
    long subjects = Query.on(generation.get(rule.subject().layer()), scope).count();
    return new RuleState(
        rule.id(),
        rule.subject().layer(),
        rule.version(),
        checks.digest(rule.id()),
        inForce(rule, asOf),
        (int) subjects,
        Map.of(),
        0);
  }

  private static boolean inForce(Rule rule, LocalDate asOf) {
    return rule.valid().isInForce(asOf);
  }
}
