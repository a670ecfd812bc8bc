package cn.anlan.web.assessment;

import cn.anlan.analytics.assessment.Assessment;
import cn.anlan.analytics.assessment.Assessment.Course;
import cn.anlan.analytics.assessment.Explanation;
import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.analytics.assessment.RegionGrade;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.data.assessments.AssessmentStore;
import cn.anlan.data.assessments.StoredGrade;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes the grades of a day into the layer {@code region_grade} and stores the run, in one
 * transaction. Nothing is written where nothing differs. Counties have their outlines in the layer;
 * a unit without one, a city and the province are rows without.
 */
public final class GradeRows {
  private static final String LAYER = "region_grade";
  private static final String AUTHOR = "anlan";

  private GradeRows() {}

  /** The grades of the last day that the ledgers tell of. */
  public static boolean write(Database database, ModelFiles files, Generation generation) {
    return write(database, generation, new Assessments(files).on(generation, null));
  }

  /**
   * @return whether anything was written
   */
  static boolean write(Database database, Generation generation, Assessment assessment) {
    LocalDate cutOff = Assessments.cutOff(assessment);
    if (cutOff == null) {
      return false; // nothing is graded where the ledgers are silent
    }
    Layer layer = database.catalog().getLayer(LAYER);
    Map<UnitLevel, List<Row>> rows = new HashMap<>();
    List<StoredGrade> stored = new ArrayList<>();
    for (UnitLevel level : UnitLevel.values()) {
      Course course = assessment.course(level, null);
      rows.put(level, rows(generation, assessment, course, cutOff));
      course.last().forEach(grade -> stored.add(stored(level, grade)));
    }
    ModelFiles files = assessment.files();
    String sha256 = ModelFiles.sha256(files.sha256() + stored);
    return database.inTransaction(
        AUTHOR,
        "区域安全评级 (regional grades) " + assessment.asOf(),
        connection -> {
          boolean changed = false;
          for (UnitLevel level : UnitLevel.values()) {
            changed |=
                ResultRows.replace(connection, layer, level.word(), rows.get(level))
                    .changedAnything();
          }
          changed |=
              AssessmentStore.add(
                  connection,
                  assessment.asOf(),
                  generation.dataVersion(),
                  files.sha256(),
                  files.modelText(),
                  files.baselineText(),
                  sha256,
                  stored);
          return changed;
        });
  }

  private static StoredGrade stored(UnitLevel level, RegionGrade grade) {
    return new StoredGrade(
        level.word(),
        grade.facts().code(),
        grade.facts().name(),
        grade.level(),
        AnswerWriter.score(grade),
        grade.vetoes().stream().map(v -> v.veto().id()).toList());
  }

  private static List<Row> rows(
      Generation generation, Assessment assessment, Course course, LocalDate cutOff) {
    Map<String, Geometry> outlines =
        course.level() == UnitLevel.COUNTY ? outlines(generation.get("region")) : Map.of();
    Explanation explanation = new Explanation(assessment, course);
    List<Row> rows = new ArrayList<>();
    for (RegionGrade grade : course.last()) {
      String code = grade.facts().code();
      String runKey = course.level().word();
      Map<String, Object> values = new HashMap<>();
      values.put(ResultRows.RUN_KEY, runKey);
      values.put("region_code", code);
      values.put("name", grade.facts().name());
      values.put("admin_level", runKey);
      values.put("as_of", assessment.asOf());
      values.put("level", grade.isGraded() ? (Object) (long) grade.level() : null);
      values.put("score", AnswerWriter.score(grade));
      values.put("vetoes", grade.vetoes().stream().map(v -> v.veto().title().zh()).toList());
      values.put(
          "explanation",
          explanation.sentences(grade).stream().map(Text::zh).collect(Collectors.joining()));
      values.put("data_cut_off", cutOff);
      values.put("model", assessment.files().model().label());
      values.put("source", assessment.files().model().title().zh());
      values.put("is_demo", assessment.facts().isDemo());
      rows.add(new Row(runKey + "/" + code, values, outlines.get(code)));
    }
    return rows;
  }

  private static Map<String, Geometry> outlines(LayerSnapshot regions) {
    Map<String, Geometry> outlines = new HashMap<>();
    regions
        .rows()
        .filter(row -> UnitLevel.COUNTY.word().equals(regions.text("admin_level", row)))
        .forEach(
            row ->
                regions
                    .findGeometry(row)
                    .ifPresent(g -> outlines.put(regions.text(LayerSnapshot.CODE, row), g)));
    return outlines;
  }
}
