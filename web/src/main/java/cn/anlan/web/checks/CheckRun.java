package cn.anlan.web.checks;

import cn.anlan.geo.rule.Evaluation;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.rule.check.RuleEngine;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.rule.measure.Limits;
import cn.anlan.geo.rule.measure.SiteShape;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.Anlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Checks sites against rules on one generation of snapshots. The same rules, day and data version
 * give the same findings in the same order. For any threads.
 */
public final class CheckRun {
  private final RuleBook rules;
  private final Boundaries boundaries;
  private final EvaluationCache kept = new EvaluationCache();
  private Grounds grounds;

  /** Which rows of a rule's layer are checked. */
  @FunctionalInterface
  public interface Wanted {
    IntPredicate of(Rule rule, LayerSnapshot layer);
  }

  /** Checks the boundaries as the layers have them. */
  public CheckRun(RuleBook rules) {
    this(rules, Boundaries.NONE);
  }

  /**
   * @param boundaries what was surveyed and accepted; it goes before what the layers have
   */
  public CheckRun(RuleBook rules, Boundaries boundaries) {
    this.rules = rules;
    this.boundaries = boundaries;
  }

  /** Checks the stored sites that the scope lets be seen; no rule named means all. */
  public CheckResult stored(
      Generation generation, Scope scope, Collection<String> ruleIds, LocalDate asOf) {
    Grounds on = grounds(generation);
    return run(
        on,
        rules(ruleIds, asOf),
        asOf,
        rule -> kept.get(on, rule, scope, asOf, () -> stored(on, rule, scope, asOf, row -> true)));
  }

  /** As the other, for some of the stored sites only; the rest counts as not applicable. */
  public CheckResult stored(
      Generation generation,
      Scope scope,
      Collection<String> ruleIds,
      LocalDate asOf,
      Wanted wanted) {
    Grounds on = grounds(generation);
    return run(
        on,
        rules(ruleIds, asOf),
        asOf,
        rule ->
            stored(on, rule, scope, asOf, wanted.of(rule, generation.get(rule.subject().layer()))));
  }

  private EvaluationCache.Kept stored(
      Grounds on, Rule rule, Scope scope, LocalDate asOf, IntPredicate wanted) {
    LayerSnapshot layer = on.generation().get(rule.subject().layer());
    SiteReader.Stored read = SiteReader.read(rule, layer, scope, on.province(), wanted);
    SurveyedSites surveyed =
        SurveyedSites.of(read.sites(), boundaries.at(on.generation().dataVersion()), on.province());
    Evaluation evaluation =
        evaluate(on, rule, surveyed.sites(), site -> SiteShape.of(site.geometry()), asOf);
    int left = read.all() - read.sites().size();
    return new EvaluationCache.Kept(
        new Evaluation(
            surveyed.explain(evaluation.findings()),
            evaluation.notApplicable() + left,
            evaluation.counts()),
        read.all());
  }

  /** Checks proposals that are not stored; each stands for a site of the rule's layer. */
  public CheckResult proposals(
      Generation generation,
      Collection<Proposal> proposals,
      Collection<String> ruleIds,
      LocalDate asOf) {
    return proposalsBy(rules(ruleIds, asOf), generation, proposals, asOf);
  }

  /** As the other, by exactly these rules: an id may stand for rules on several layers. */
  public CheckResult proposalsBy(
      List<Rule> asked, Generation generation, Collection<Proposal> proposals, LocalDate asOf) {
    Grounds on = grounds(generation);
    Map<Long, Proposal> byNumber =
        proposals.stream().collect(Collectors.toMap(p -> (long) p.number(), Function.identity()));
    Map<Long, SiteShape> shapes = new HashMap<>();
    Map<Long, Boolean> outside = new HashMap<>();
    byNumber.forEach(
        (number, p) -> {
          shapes.put(number, SiteShape.of(p.geometry()));
          outside.put(number, p.geometry() != null && on.province().isOutside(p.geometry()));
        });
    CheckResult result =
        run(
            on,
            asked,
            asOf,
            rule -> {
              List<Site> sites =
                  proposals.stream()
                      .map(p -> p.site(rule.subject().layer(), outside.get((long) p.number())))
                      .toList();
              return new EvaluationCache.Kept(
                  evaluate(on, rule, sites, site -> shapes.get(site.id()), asOf), sites.size());
            });
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

  /** All rules, every version of them. */
  public List<Rule> all() {
    return List.copyOf(rules.rules());
  }

  /** SHA-256 over the texts of all versions of a rule. */
  public String digest(String ruleId) {
    return rules.digest(rules.rules().stream().filter(r -> r.id().equals(ruleId)).toList());
  }

  /** The rules by these ids, as they stand on a day; none named means all. */
  public List<Rule> rules(Collection<String> ids, LocalDate day) {
    return rules.on(day, ids);
  }

  /**
   * What a rule keeps sites away from within a frame, for drawing.
   *
   * @param proposal of which only what it says of itself counts, not its place
   */
  public Limits limits(Generation generation, Rule rule, Proposal proposal, Envelope frame) {
    Grounds on = grounds(generation);
    return Limits.of(rule, on, proposal.site(rule.subject().layer(), false), frame);
  }

  /** Where a layer is declared complete, invented areas too. */
  public Optional<Geometry> coverage(Generation generation, String layer) {
    return grounds(generation).coverage(layer).areaWithDemo();
  }

  /** Made once for a generation, however many ask at the same time. */
  synchronized Grounds grounds(Generation generation) {
    if (grounds == null || grounds.generation() != generation) {
      grounds = Grounds.of(generation, grounds);
    }
    return grounds;
  }

  private Evaluation evaluate(
      Grounds on, Rule rule, List<Site> sites, Function<Site, SiteShape> shapes, LocalDate asOf) {
    return rule.valid().isInForce(asOf)
        ? engine(on, rule, asOf).evaluate(sites, shapes)
        : Evaluation.of(List.of(), sites.size());
  }

  private RuleEngine engine(Grounds on, Rule rule, LocalDate asOf) {
    return new RuleEngine(
        rule,
        on.measuring(rule),
        on,
        day -> rules.findInForce(rule, day).map(then -> engine(on, then, day)),
        asOf);
  }

  private CheckResult run(
      Grounds on,
      List<Rule> asked,
      LocalDate asOf,
      Function<Rule, EvaluationCache.Kept> evaluation) {
    List<Finding> findings = new ArrayList<>();
    List<CheckResult.RuleRun> runs = new ArrayList<>();
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    int notApplicable = 0;
    for (Rule rule : asked) {
      EvaluationCache.Kept kept = evaluation.apply(rule);
      findings.addAll(kept.evaluation().findings());
      notApplicable += kept.evaluation().notApplicable();
      kept.evaluation().counts().forEach((verdict, n) -> counts.merge(verdict, n, Integer::sum));
      runs.add(
          CheckResult.RuleRun.of(
              rule, kept.sites(), kept.evaluation(), rule.valid().isInForce(asOf)));
    }
    return new CheckResult(
        new CheckResult.Manifest(
            on.generation().dataVersion(),
            asOf,
            Anlan.VERSION,
            InputHash.of(rules.digest(asked), on.generation().dataVersion(), asOf),
            on.shores().size(),
            runs,
            counts,
            notApplicable),
        findings);
  }
}
