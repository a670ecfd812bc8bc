package cn.anlan.web.checks;

import cn.anlan.geo.rule.Evaluation;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The evaluations of the current data version, by rule, day and scope; the ones longest not asked
 * for make room. For any threads; two that ask at once may both compute.
 */
final class EvaluationCache {
  /** Some 300 MB. */
  private static final int MAX_FINDINGS = 300_000;

  /**
   * @param sites how many sites the rule's layer holds
   */
  record Kept(Evaluation evaluation, int sites) {}

  private record Key(Rule rule, LocalDate asOf, String scope) {}

  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private Grounds grounds;
  private long findings;

  Kept get(Grounds on, Rule rule, Scope scope, LocalDate asOf, Supplier<Kept> evaluation) {
    Key key = new Key(rule, asOf, scope.cacheKey());
    synchronized (this) {
      if (grounds != on) {
        kept.clear();
        findings = 0;
        grounds = on;
      }
      Kept known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Kept fresh = evaluation.get();
    put(on, key, fresh);
    return fresh;
  }

  private synchronized void put(Grounds on, Key key, Kept fresh) {
    int size = fresh.evaluation().findings().size();
    if (grounds != on || size > MAX_FINDINGS || kept.containsKey(key)) {
      return;
    }
    var eldest = kept.values().iterator();
    while (findings + size > MAX_FINDINGS) {
      findings -= eldest.next().evaluation().findings().size();
      eldest.remove();
    }
    kept.put(key, fresh);
    findings += size;
  }
}
