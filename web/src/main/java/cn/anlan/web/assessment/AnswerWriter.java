package cn.anlan.web.assessment;

import cn.anlan.analytics.assessment.Assessment;
import cn.anlan.analytics.assessment.Assessment.Course;
import cn.anlan.analytics.assessment.AssessmentModel;
import cn.anlan.analytics.assessment.Baseline;
import cn.anlan.analytics.assessment.Explanation;
import cn.anlan.analytics.assessment.Indicator;
import cn.anlan.analytics.assessment.InherentRisk;
import cn.anlan.analytics.assessment.InputDigest;
import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.analytics.assessment.RegionGrade;
import cn.anlan.analytics.assessment.Stability;
import cn.anlan.analytics.assessment.facts.RegionTable;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.assessment.AssessmentAnswer.Manifest;
import cn.anlan.web.assessment.AssessmentAnswer.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes answers of grades: rounds, names, explains. */
public final class AnswerWriter {
  static final String PALETTE = "published_status";
  private static final int HISTORY = 13;

  private final Generation generation;
  private final Assessment assessment;
  private final Course course;
  private final Explanation explanation;
  private final InherentRisk inherent;
  private final Map<String, Integer> regionRows = new HashMap<>();

  public AnswerWriter(Generation generation, Assessment assessment, AssessmentQuestion question) {
    this.generation = generation;
    this.assessment = assessment;
    this.course = assessment.course(question.level(), question.sector());
    this.explanation = new Explanation(assessment, course);
    this.inherent = Assessments.inherent(generation, assessment, question.level());
    LayerSnapshot regions = generation.get("region");
    regions.rows().forEach(row -> regionRows.put(regions.text(LayerSnapshot.CODE, row), row));
  }

  public AssessmentAnswer all() {
    return new AssessmentAnswer(manifest(), course.last().stream().map(this::region).toList());
  }

  /**
   * @throws cn.anlan.geo.fault.UserFault where there is no such region on the day
   */
  public AssessmentAnswer.One one(String code) {
    RegionGrade grade = course.get(code);
    return new AssessmentAnswer.One(manifest(), region(grade), history(code));
  }

  private List<AssessmentAnswer.Past> history(String code) {
    int days = course.days().size();
    return IntStream.range(Math.max(0, days - HISTORY), days)
        .mapToObj(
            i -> {
              LocalDate day = course.days().get(i);
              return course
                  .find(i, code)
                  .map(g -> new AssessmentAnswer.Past(day, level(g.level()), g.colour(), score(g)))
                  .orElse(new AssessmentAnswer.Past(day, null, RegionGrade.colour(0), null));
            })
        .toList();
  }

  Manifest manifest() {
    ModelFiles files = assessment.files();
    AssessmentModel model = files.model();
    String sector = course.sector() == null ? Baseline.ALL_SECTORS : course.sector();
    String inputs = InputDigest.of(course);
    return new Manifest(
        model.id(),
        model.version(),
        model.title(),
        model.basis(),
        files.baseline().label(),
        files.baseline().isDemo(),
        generation.dataVersion(),
        Assessments.cutOff(assessment),
        assessment.asOf(),
        course.level().word(),
        sector,
        PALETTE,
        files.sha256(),
        inputs,
        ModelFiles.sha256(
            String.join(
                "\n",
                files.sha256(),
                inputs,
                assessment.asOf().toString(),
                course.level().word(),
                sector)),
        assessment.facts().isDemo(),
        notes());
  }

  /** What concerns all regions. */
  private List<Text> notes() {
    List<Text> notes = new ArrayList<>();
    LocalDate cutOff = Assessments.cutOff(assessment);
    if (cutOff == null) {
      notes.add(
          new Text("台账中没有事故和隐患，不评级。", "The ledgers hold no accident and no hazard: not graded."));
    } else if (cutOff.plusMonths(1).isBefore(assessment.asOf())) {
      notes.add(
          new Text(
              "台账止于 %s，此后到 %s 没有记录；没有记录不等于没有事故。".formatted(cutOff, assessment.asOf()),
              "The ledgers end on %s; nothing is recorded from then to %s, which does not mean that nothing happened."
                  .formatted(cutOff, assessment.asOf())));
    }
    if (assessment.files().baseline().isDemo() && !assessment.facts().isDemo()) {
      notes.add(
          new Text(
              "基线由示例数据算得；请用本省数据运行 ./anlan assess baseline。",
              "The baseline comes from invented data; run ./anlan assess baseline on your own."));
    }
    RegionTable.Rows rows = course.lastRows();
    if (rows.unplacedHazards() + rows.unplacedAccidents() > 0) {
      notes.add(
          new Text(
              "%d 条隐患、%d 起事故的编码不属于任何单位，未计入。"
                  .formatted(rows.unplacedHazards(), rows.unplacedAccidents()),
              "%d hazards and %d accidents belong to no unit and are not counted."
                  .formatted(rows.unplacedHazards(), rows.unplacedAccidents())));
    }
    int refused = assessment.facts().refusedAccidents().size();
    if (refused > 0) {
      notes.add(
          new Text(
              "%d 起事故的伤亡或损失为负数，未计入。".formatted(refused),
              "%d accidents have negative numbers and are not counted.".formatted(refused)));
    }
    return notes;
  }

  private Region region(RegionGrade grade) {
    String code = grade.facts().code();
    Stability stability = assessment.stability(course, grade);
    return new Region(
        code,
        grade.facts().name(),
        regionText(code, "name_en"),
        regionName(regionText(code, "parent_code")),
        level(grade.level()),
        level(grade.levelByScore()),
        grade.colour(),
        score(grade),
        grade.contributions().stream()
            .sorted(Comparator.comparingDouble(RegionGrade.Contribution::points).reversed())
            .map(AnswerWriter::contribution)
            .toList(),
        grade.missing().stream().map(Indicator::code).toList(),
        grade.vetoes().stream()
            .map(v -> new AssessmentAnswer.Veto(v.veto().id(), v.veto().title(), v.count()))
            .toList(),
        explanation.notes(grade),
        explanation.sentences(grade),
        explanation.next(grade, assessment.nextBetter(course, grade)),
        new AssessmentAnswer.Sensitivity(
            rounded(stability.weights(), 3),
            rounded(stability.counts(), 3),
            stability.runs(),
            stability.seed()),
        overlay(code));
  }

  private List<AssessmentAnswer.Overlay> overlay(String code) {
    long[] counts = inherent.of(code);
    List<AssessmentAnswer.Overlay> overlay = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      InherentRisk.Kind kind = InherentRisk.KINDS.get(i);
      overlay.add(new AssessmentAnswer.Overlay(kind.title(), counts[i], kind.unit()));
    }
    return overlay;
  }

  private static AssessmentAnswer.Contribution contribution(RegionGrade.Contribution c) {
    return new AssessmentAnswer.Contribution(
        c.indicator().code(),
        c.indicator().title(),
        c.indicator().unit(),
        c.count(),
        c.exposure(),
        rounded(c.raw(), 4),
        rounded(c.smoothed(), 4),
        rounded(c.normalised(), 4),
        rounded(c.weight(), 4),
        rounded(c.points(), 2));
  }

  private String regionText(String code, String field) {
    Integer row = code == null ? null : regionRows.get(code);
    return row == null ? null : generation.get("region").text(field, row);
  }

  private String regionName(String code) {
    return regionText(code, "name");
  }

  private static Integer level(int level) {
    return level == 0 ? null : level;
  }

  static Double score(RegionGrade grade) {
    return rounded(grade.score(), 2);
  }

  private static Double rounded(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return Double.isNaN(value) ? null : Math.round(value * scale) / scale;
  }
}
