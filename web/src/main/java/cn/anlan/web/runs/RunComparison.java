package cn.anlan.web.runs;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.runs.FindingKey;
import cn.anlan.data.runs.LayerChanges;
import cn.anlan.data.runs.RunDifference;
import cn.anlan.data.runs.RunDifference.Pair;
import cn.anlan.data.runs.RunDifference.Side;
import cn.anlan.data.runs.RunDifference.Totals;
import cn.anlan.data.runs.RunStore;
import cn.anlan.data.runs.StoredRun;
import cn.anlan.data.store.Database;
import cn.anlan.data.survey.SurveyStore;
import java.util.List;
import java.util.Locale;

/** What differs between two stored runs: new, gone and changed verdicts, and why. */
public final class RunComparison {
  private final Catalog catalog;
  private final RunStore runs;
  private final RunDifference difference;
  private final LayerChanges changes;
  private final SurveyStore surveys;

  /** What has become of a finding. The names stand in JSON. */
  public enum Kind {
    NEW("新增", "new"),
    GONE("消失", "gone"),
    CHANGED("结论改变", "changed");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** The word in JSON. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
      return zh + " " + en;
    }
  }

  /** One finding that differs. */
  public record Entry(
      Kind kind,
      String rule,
      String layer,
      String code,
      String name,
      Side before,
      Side after,
      List<Cause> causes) {}

  /**
   * The names are those of the JSON.
   *
   * @param totals over all findings, however many are listed
   * @param next where the next page begins; null after the last
   */
  public record Difference(
      StoredRun before, StoredRun after, Totals totals, List<Entry> changes, FindingKey next) {}

  public RunComparison(Database database) {
    this.catalog = database.catalog();
    this.runs = new RunStore(database);
    this.difference = new RunDifference(database);
    this.changes = new LayerChanges(database);
    this.surveys = new SurveyStore(database);
  }

  /**
   * Compares two runs.
   *
   * @param from {@link FindingKey#FIRST} for the first page
   * @throws cn.anlan.geo.fault.UserFault where one of them is not there
   */
  public Difference compare(long beforeId, long afterId, FindingKey from, int limit) {
    StoredRun before = runs.get(beforeId);
    StoredRun after = runs.get(afterId);
    Causes causes = new Causes(catalog, changes, surveys, Basis.of(before), Basis.of(after));
    List<Pair> page = difference.page(beforeId, afterId, from, limit + 1);
    List<Entry> entries = page.stream().limit(limit).map(pair -> entry(pair, causes)).toList();
    FindingKey next = null;
    if (page.size() > limit) {
      Entry last = entries.get(limit - 1);
      Side side = last.after() == null ? last.before() : last.after();
      next = new FindingKey(last.rule(), last.layer(), side.subjectId());
    }
    return new Difference(before, after, difference.totals(beforeId, afterId), entries, next);
  }

  private static Entry entry(Pair pair, Causes causes) {
    Kind kind = pair.before() == null ? Kind.NEW : pair.after() == null ? Kind.GONE : Kind.CHANGED;
    return new Entry(
        kind,
        pair.rule(),
        pair.layer(),
        pair.code(),
        pair.name(),
        pair.before(),
        pair.after(),
        causes.explain(pair.rule(), pair.layer(), pair.code(), pair.before(), pair.after()));
  }
}
