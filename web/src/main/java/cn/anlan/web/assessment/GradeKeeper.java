package cn.anlan.web.assessment;

import cn.anlan.analytics.assessment.Assessment;
import cn.anlan.analytics.assessment.facts.FactSources;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;

/**
 * Keeps the layer {@code region_grade} and the stored runs up to date: where the ledgers of a
 * generation differ from those looked at last, the facts that differ are counted, the grades of
 * their last day made of them, and what has changed is written.
 */
public final class GradeKeeper {
  private final Database database;
  private final Assessments assessments;
  private FactSources seen;
  private LocalDate day;

  public GradeKeeper(Database database, Assessments assessments) {
    this.database = database;
    this.assessments = assessments;
  }

  /**
   * Looks at a generation in which every layer is loaded.
   *
   * @param today a new day is looked at too, for the ledgers may know of it already
   * @return whether anything was written
   */
  public synchronized boolean look(Generation generation, LocalDate today) {
    FactSources sources = FactSources.of(generation);
    if (sources.sameAs(seen) && today.equals(day)) {
      return false;
    }
    Assessment assessment = assessments.on(generation, null);
    boolean written = GradeRows.write(database, generation, assessment);
    seen = sources;
    day = today;
    return written;
  }
}
