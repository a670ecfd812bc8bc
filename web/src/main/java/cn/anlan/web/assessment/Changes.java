package cn.anlan.web.assessment;

import cn.anlan.analytics.assessment.Assessment;
import cn.anlan.analytics.assessment.Assessment.Course;
import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.analytics.assessment.RegionGrade;
import cn.anlan.analytics.assessment.facts.FactTable;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.data.assessments.AssessmentStore;
import cn.anlan.data.assessments.StoredAssessment;
import cn.anlan.data.assessments.StoredGrade;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.assessment.AssessmentAnswer.Manifest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which regions' colours moved between two days, and why. The score's movement is split by swapping
 * one thing after the other: the data (the first day as it was graded and stored then, against the
 * same day on today's data), the model (today's instead of that run's), and the calendar (the
 * second day instead of the first). The three add up to the whole.
 */
public final class Changes {
  /**
   * @param fromDataVersion the data on which the first day was graded
   * @param isStored whether the first day's grades are those of a stored run; otherwise they are
   *     today's data and model, and only the calendar can have moved anything
   */
  public record Answer(
      Manifest manifest,
      LocalDate from,
      LocalDate to,
      long fromDataVersion,
      String fromModelSha256,
      boolean isStored,
      List<Text> notes,
      List<Change> changes) {}

  /** Points of the score; null where a day has no score. */
  public record Causes(Double data, Double model, Double calendar) {}

  /**
   * @param fromLevel null where the region had no grade
   */
  public record Change(
      String code,
      String name,
      Integer fromLevel,
      Integer toLevel,
      Double fromScore,
      Double toScore,
      Causes causes,
      Text explanation) {}

  private record Point(String name, int level, Double score, List<String> vetoes) {}

  private final Assessments assessments;
  private final AssessmentStore store;

  public Changes(Assessments assessments, AssessmentStore store) {
    this.assessments = assessments;
    this.store = store;
  }

  /**
   * @throws UserFault where the first day is not before the second
   */
  public Answer between(Generation generation, UnitLevel level, LocalDate from, LocalDate to) {
    Assessment after = assessments.on(generation, to);
    if (!from.isBefore(after.asOf())) {
      throw new UserFault(
          "from=%s 不早于 to=%s (from is not before to)".formatted(from, after.asOf()),
          "交换两个日期 (swap the two days)");
    }
    Assessment before = assessments.on(generation, from);
    FactTable facts = assessments.facts(generation);
    Optional<StoredAssessment> stored = store.findLast(from);
    Map<String, Point> newModel = points(before.course(level, null));
    Map<String, Point> now = points(after.course(level, null));
    Map<String, Point> newData = newModel;
    Map<String, Point> then = newModel;
    if (stored.isPresent()) {
      StoredAssessment run = stored.get();
      then = points(run, level);
      if (!run.modelSha256().equals(assessments.files().sha256())) {
        ModelFiles old = ModelFiles.of(run.modelText(), run.baselineText());
        FactTable counted =
            old.model().factRules().equals(facts.rules())
                ? facts
                : FactTable.of(facts.sources(), old.model().factRules());
        newData = points(Assessment.of(old, counted, from).course(level, null));
      }
    }
    List<Change> changes = new ArrayList<>();
    TreeSet<String> codes = new TreeSet<>(then.keySet());
    codes.addAll(now.keySet());
    for (String code : codes) {
      Point a = then.get(code);
      Point b = now.get(code);
      if (levelOf(a) != levelOf(b)) {
        changes.add(
            change(code, a, newData.get(code), newModel.get(code), b, before, after, level));
      }
    }
    return new Answer(
        new AnswerWriter(generation, after, new AssessmentQuestion(level, null)).manifest(),
        from,
        after.asOf(),
        stored.map(StoredAssessment::dataVersion).orElse(generation.dataVersion()),
        stored.map(StoredAssessment::modelSha256).orElse(assessments.files().sha256()),
        stored.isPresent(),
        notes(from, stored),
        changes);
  }

  private static List<Text> notes(LocalDate from, Optional<StoredAssessment> stored) {
    return stored.isPresent()
        ? List.of()
        : List.of(
            new Text(
                "%s 没有存档的评级，按现在的数据和模型重算，因此只有日历推移的影响。".formatted(from),
                "No grades of %s are stored; they are computed on today's data and model, so only the calendar shows."
                    .formatted(from)));
  }

  private static Change change(
      String code,
      Point then,
      Point newData,
      Point newModel,
      Point now,
      Assessment before,
      Assessment after,
      UnitLevel level) {
    Causes causes =
        new Causes(
            difference(then, newData), difference(newData, newModel), difference(newModel, now));
    String name = now == null ? then.name() : now.name();
    return new Change(
        code,
        name,
        then == null || then.level() == 0 ? null : then.level(),
        now == null || now.level() == 0 ? null : now.level(),
        then == null ? null : then.score(),
        now == null ? null : now.score(),
        causes,
        new ChangeWords(
                before.course(level, null),
                after.course(level, null),
                after.files().model().vetoes())
            .explain(
                code,
                name,
                levelOf(then),
                levelOf(now),
                causes,
                then == null ? List.of() : then.vetoes(),
                now == null ? List.of() : now.vetoes()));
  }

  private static int levelOf(Point point) {
    return point == null ? 0 : point.level();
  }

  private static Double difference(Point from, Point to) {
    if (from == null || to == null || from.score() == null || to.score() == null) {
      return null;
    }
    return Math.round(100 * (to.score() - from.score())) / 100.0;
  }

  private static Map<String, Point> points(Course course) {
    Map<String, Point> points = new HashMap<>();
    for (RegionGrade grade : course.last()) {
      points.put(
          grade.facts().code(),
          new Point(
              grade.facts().name(),
              grade.level(),
              AnswerWriter.score(grade),
              grade.vetoes().stream().map(v -> v.veto().id()).toList()));
    }
    return points;
  }

  private static Map<String, Point> points(StoredAssessment run, UnitLevel level) {
    Map<String, Point> points = new HashMap<>();
    for (StoredGrade grade : run.grades()) {
      if (grade.adminLevel().equals(level.word())) {
        points.put(
            grade.code(), new Point(grade.name(), grade.level(), grade.score(), grade.vetoes()));
      }
    }
    return points;
  }
}
