package cn.anlan.analytics.assessment;

import cn.anlan.analytics.assessment.facts.FactSums;
import cn.anlan.analytics.assessment.facts.FactTable;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import cn.anlan.analytics.assessment.facts.RegionTable;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The grades of a day with all months before it: of one data version, one model and one day, for
 * any level and sector. What is asked for is computed when it is first asked for. Safe for any
 * number of threads.
 */
public final class Assessment {
  /**
   * One level and sector through the months.
   *
   * @param days ascending; the last is the day asked for
   * @param tables of each day
   * @param rows facts of each day
   * @param grades of each day, in the order of the facts
   */
  public record Course(
      UnitLevel level,
      String sector,
      List<LocalDate> days,
      List<RegionTable> tables,
      List<RegionTable.Rows> rows,
      List<List<RegionGrade>> grades) {
    /** The grades of the day asked for. */
    public List<RegionGrade> last() {
      return grades.get(grades.size() - 1);
    }

    /** What the grades of the day asked for were made of. */
    public RegionTable.Rows lastRows() {
      return rows.get(rows.size() - 1);
    }

    /**
     * @throws UserFault where the level has no such region on the day
     */
    public RegionGrade get(String code) {
      return find(days.size() - 1, code)
          .orElseThrow(
              () ->
                  new UserFault(
                      "%s 级没有区划 %s (no such region on %s)"
                          .formatted(level.word(), code, days.get(days.size() - 1)),
                      "核对编码和日期 (check code and day)，例如 (for instance) "
                          + last().stream().limit(3).map(g -> g.facts().code()).toList()));
    }

    /** A region's grade on the i-th day; empty where it did not exist then. */
    public Optional<RegionGrade> find(int i, String code) {
      return grades.get(i).stream().filter(g -> g.facts().code().equals(code)).findFirst();
    }
  }

  private final ModelFiles files;
  private final Assessor assessor;
  private final FactSums sums;
  private final Map<List<Object>, Course> courses = new ConcurrentHashMap<>();
  private final Map<UnitLevel, List<RegionTable>> tables = new ConcurrentHashMap<>();

  private Assessment(ModelFiles files, Assessor assessor, FactSums sums) {
    this.files = files;
    this.assessor = assessor;
    this.sums = sums;
  }

  /**
   * @throws UserFault where the day is before the model's history or before anything is known, or
   *     the baseline does not fit the model
   */
  public static Assessment of(ModelFiles files, FactTable facts, LocalDate asOf) {
    Assessor assessor = files.assessor();
    return new Assessment(files, assessor, facts.sums(assessor.days(asOf)));
  }

  /** The same day and model with the facts of a later data version, made of these. */
  public Assessment with(FactTable later) {
    Assessment next = new Assessment(files, assessor, sums.in(later));
    if (later.sameFrame(facts())) {
      tables.forEach(
          (level, each) -> next.tables.put(level, each.stream().map(t -> t.in(later)).toList()));
    }
    return next;
  }

  public ModelFiles files() {
    return files;
  }

  public FactTable facts() {
    return sums.table();
  }

  public LocalDate asOf() {
    return sums.days().get(sums.days().size() - 1);
  }

  /**
   * @param sector null for all sectors
   * @throws UserFault where the baseline does not know the sector
   */
  public Course course(UnitLevel level, String sector) {
    return courses.computeIfAbsent(
        List.of(level, sector == null ? Baseline.ALL_SECTORS : sector),
        any -> compute(level, sector));
  }

  private Course compute(UnitLevel level, String sector) {
    List<RegionTable> of =
        tables.computeIfAbsent(
            level, l -> sums.days().stream().map(day -> new RegionTable(facts(), l, day)).toList());
    List<RegionTable.Rows> rows = new ArrayList<>();
    List<List<RegionFacts>> regions = new ArrayList<>();
    for (RegionTable table : of) {
      rows.add(table.rows(sums, sector));
      regions.add(rows.get(rows.size() - 1).regions());
    }
    List<List<RegionGrade>> grades = assessor.grades(regions, level, sector);
    if (facts().dataCutOff(asOf()) == null) { // no ledger says anything: silence is not safety
      grades = grades.stream().map(g -> g.stream().map(RegionGrade::ungraded).toList()).toList();
    }
    return new Course(level, sector, sums.days(), of, rows, grades);
  }

  /** How firmly a region's colour on the day stands. */
  public Stability stability(Course course, RegionGrade grade) {
    return Stability.of(grade, files.model(), figures(course), scale(course));
  }

  /** What would have to change for a region's next better colour. */
  public NextBetter nextBetter(Course course, RegionGrade grade) {
    return NextBetter.of(grade, files.model(), figures(course), scale(course));
  }

  /**
   * The level of the unit that a code names.
   *
   * @throws UserFault where there is no such unit
   */
  public UnitLevel levelOf(String code) {
    return facts()
        .tree()
        .find(code)
        .map(Unit::level)
        .orElseThrow(
            () ->
                new UserFault(
                    "没有填报单位 " + code + " (no such reporting unit)",
                    "取六位区划编码，例如 (take a region code such as) 360100"));
  }

  private Figures figures(Course course) {
    return new Figures(files.model(), course.lastRows().regions());
  }

  private Scale scale(Course course) {
    return new Scale(files.model(), files.baseline().get(course.level(), course.sector()));
  }
}
