package cn.anlan.web.checks;

import cn.anlan.geo.rule.Evaluation;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleBook;
import cn.anlan.geo.rule.RuleEngine;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Checks sites against rules on one generation of snapshots. The same rules, day and data version
 * give the same findings in the same order. For any threads.
 */
public final class CheckRun {
  private final RuleBook rules;
  private final Boundaries boundaries;
  private Grounds grounds;

  /** Checks the boundaries as the layers have them. */
  public CheckRun(RuleBook rules) {
    this(rules, Boundaries.NONE);
  }

  /**
   * @param boundaries what was surveyed and accepted, which goes before what the layers have
   */
  public CheckRun(RuleBook rules, Boundaries boundaries) {
    this.rules = rules;
    this.boundaries = boundaries;
  }

  /** Checks the stored sites that the scope lets be seen; no rule named means all. */
  public CheckResult stored(
      Generation generation, Scope scope, Collection<String> ruleIds, LocalDate asOf) {
    return stored(generation, scope, ruleIds, asOf, (rule, layer) -> row -> true);
  }

  /**
   * As the other, for some of the stored sites only; the manifest then counts no more than those.
   */
  public CheckResult stored(
      Generation generation,
      Scope scope,
      Collection<String> ruleIds,
      LocalDate asOf,
      Wanted wanted) {
    Grounds on = grounds(generation);
    SurveyedSites surveyed = new SurveyedSites(boundaries.at(generation.dataVersion()));
    CheckResult result =
        run(
            on,
            ruleIds,
            asOf,
            rule -> {
              LayerSnapshot layer = generation.get(rule.subject().layer());
              List<Site> sites =
                  SiteReader.read(layer, scope, on.province(), wanted.of(rule, layer));
              return surveyed.replace(sites, on.province());
            });
    return new CheckResult(result.manifest(), surveyed.explain(result.findings()));
  }

  /** Which rows of a rule's layer are checked. */
  @FunctionalInterface
  public interface Wanted {
    IntPredicate of(Rule rule, LayerSnapshot layer);
  }

  /** Checks proposals that are not stored; each stands for a site of the rule's layer. */
  public CheckResult proposals(
      Generation generation,
      Collection<Proposal> proposals,
      Collection<String> ruleIds,
      LocalDate asOf) {
    Grounds on = grounds(generation);
    CheckResult result =
        run(
            on,
            ruleIds,
            asOf,
            rule ->
                proposals.stream()
                    .map(p -> p.site(rule.subject().layer(), on.province()))
                    .toList());
    Map<Long, Proposal> byNumber =
        proposals.stream().collect(Collectors.toMap(p -> (long) p.number(), Function.identity()));
    List<Finding> findings =
        result.findings().stream()
            .map(
                f ->
                    byNumber
                        .get(f.subjectId())
                        .assumption(rules.getRule(f.rule()))
                        .map(f::withReason)
                        .orElse(f))
            .toList();
    return new CheckResult(result.manifest(), findings);
  }

  /** The rules by these ids, in the order of the book; none named means all. */
  public List<Rule> rules(Collection<String> ids) {
    ids.forEach(rules::getRule);
    return rules.rules().stream().filter(r -> ids.isEmpty() || ids.contains(r.id())).toList();
  }

  /** Made once for a generation, however many ask at the same time. */
  synchronized Grounds grounds(Generation generation) {
    if (grounds == null || grounds.generation() != generation) {
      grounds = Grounds.of(generation);
    }
    return grounds;
  }

  private interface Sites {
    List<Site> of(Rule rule);
  }

  private CheckResult run(Grounds on, Collection<String> ruleIds, LocalDate asOf, Sites sites) {
    List<Finding> findings = new ArrayList<>();
    List<CheckResult.RuleRun> runs = new ArrayList<>();
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    int notApplicable = 0;
    for (Rule rule : rules(ruleIds)) {
      List<Site> subjects = sites.of(rule);
      Evaluation evaluation = RuleEngine.evaluate(rule, subjects, on.shores(), on.coverage(), asOf);
      findings.addAll(evaluation.findings());
      notApplicable += evaluation.notApplicable();
      evaluation.counts().forEach((verdict, n) -> counts.merge(verdict, n, Integer::sum));
      runs.add(
          CheckResult.RuleRun.of(rule, subjects.size(), evaluation, rule.valid().isInForce(asOf)));
    }
    return new CheckResult(
        new CheckResult.Manifest(
            on.generation().dataVersion(), asOf, on.shores().size(), runs, counts, notApplicable),
        findings);
  }
}
