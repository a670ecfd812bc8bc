package cn.anlan.web.ledger;

import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.sheet.Sheet;
import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * The analyses of ledgers: one way in for the service and the command line. The columns read from
 * the last generation of snapshots are kept while memory allows (24 bytes a hazard), so that other
 * days and levels are asked of them. Safe for several threads.
 */
public final class LedgerAnalyses {
  /**
   * @param answer a record for programs
   * @param sheet the same for people
   */
  public record Result(Object answer, Supplier<Sheet> sheet) {}

  private SoftReference<LedgerFacts> held = new SoftReference<>(null);

  /**
   * The rates of the documents.
   *
   * @param asOf null for the last day of the data
   */
  public Result rates(Generation generation, Scope scope, UnitLevel level, LocalDate asOf) {
    LedgerFacts facts = facts(generation, scope);
    LedgerRates.Answer answer = LedgerRates.of(facts, level, day(facts, asOf));
    return new Result(answer, () -> LedgerSheets.of(answer));
  }

  /** Screens for figures that were made up. */
  public Result screens(Generation generation, Scope scope, LocalDate asOf) {
    LedgerFacts facts = facts(generation, scope);
    Screens.Answer answer = Screens.of(facts, day(facts, asOf));
    return new Result(answer, () -> LedgerSheets.of(answer));
  }

  /** The rows that make up a figure; see {@link Lineage}. */
  Lineage.Answer lineage(
      Generation generation,
      Scope scope,
      UnitLevel level,
      String unit,
      String figure,
      String grade,
      LocalDate asOf,
      int limit) {
    LedgerFacts facts = facts(generation, scope);
    return Lineage.of(facts, level, unit, figure, grade, day(facts, asOf), limit);
  }

  private static LocalDate day(LedgerFacts facts, LocalDate asOf) {
    return asOf == null ? facts.defaultDay() : asOf;
  }

  private synchronized LedgerFacts facts(Generation generation, Scope scope) {
    LedgerFacts facts = held.get();
    if (facts == null || !facts.isOf(generation, scope)) {
      facts = new LedgerFacts(generation, scope);
      held = new SoftReference<>(facts);
    }
    return facts;
  }
}
