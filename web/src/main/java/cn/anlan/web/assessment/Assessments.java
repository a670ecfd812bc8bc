package cn.anlan.web.assessment;

import cn.anlan.analytics.assessment.Assessment;
import cn.anlan.analytics.assessment.InherentRisk;
import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.analytics.assessment.facts.FactSources;
import cn.anlan.analytics.assessment.facts.FactTable;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The assessment on the layers at hand. The facts of a generation are counted once; those of the
 * next are made of them, and so are the grades that were asked for before. Safe for any number of
 * threads; one counts, the others wait for it.
 */
public final class Assessments {
  /** Days that are kept graded: the map's month chooser goes back and forth between a few. */
  private static final int KEPT_DAYS = 6;

  private final ModelFiles files;
  private final Map<LocalDate, Assessment> byDay =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Assessment> eldest) {
          return size() > KEPT_DAYS;
        }
      };
  private FactTable facts;

  public Assessments(ModelFiles files) {
    this.files = files;
  }

  public ModelFiles files() {
    return files;
  }

  /** The counted facts of a generation. */
  public synchronized FactTable facts(Generation generation) {
    FactSources sources = FactSources.of(generation);
    if (facts == null) {
      facts = FactTable.of(sources, files.model().factRules());
    } else if (!sources.sameAs(facts.sources())) {
      FactTable later = facts.with(sources);
      byDay.replaceAll((day, assessment) -> assessment.with(later));
      facts = later;
    }
    return facts;
  }

  /**
   * The grades of a day.
   *
   * @param asOf null for the last day that the ledgers tell of
   * @throws UserFault for a day in the future or before the model's history
   */
  public synchronized Assessment on(Generation generation, LocalDate asOf) {
    LocalDate today = LocalDate.now();
    if (asOf != null && asOf.isAfter(today)) {
      throw new UserFault(
          "评估日期 " + asOf + " 在今天之后 (the day is in the future)",
          "取今天或以前的日期 (take today or an earlier day)");
    }
    FactTable table = facts(generation);
    LocalDate day = asOf;
    if (day == null) {
      LocalDate last = table.dataCutOff(today);
      day = last == null || last.isBefore(files.model().historyFrom()) ? today : last;
    }
    Assessment kept = byDay.get(day);
    if (kept == null) {
      kept = Assessment.of(files, table, day);
      byDay.put(day, kept);
    }
    return kept;
  }

  /** The last day, not after the assessment's, that the ledgers tell of; null for none. */
  static LocalDate cutOff(Assessment assessment) {
    return assessment.facts().dataCutOff(assessment.asOf());
  }

  /** What is dangerous by nature in the regions of a level. */
  static InherentRisk inherent(Generation generation, Assessment assessment, UnitLevel level) {
    return InherentRisk.of(
        generation.layers(), assessment.facts().tree(), level, assessment.asOf());
  }
}
