package cn.anlan.web.assessment;

import cn.anlan.analytics.assessment.Assessment;
import cn.anlan.data.assessments.AssessmentStore;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.print.Language;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Grades of regions with their reasons: as JSON, or as a sheet to print. */
@RestController
class AssessmentController {
  private final Assessments assessments;
  private final Database database;
  private final LiveSnapshots snapshots;
  private final Changes changes;

  AssessmentController(Assessments assessments, Database database, LiveSnapshots snapshots) {
    this.assessments = assessments;
    this.database = database;
    this.snapshots = snapshots;
    this.changes = new Changes(assessments, new AssessmentStore(database));
  }

  @GetMapping("/api/assessment")
  ResponseEntity<?> all(
      @RequestParam(defaultValue = "county") String level,
      @RequestParam(required = false) String sector,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(defaultValue = "json") String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request) {
    Generation generation = snapshots.current();
    AssessmentQuestion question = AssessmentQuestion.of(database.catalog(), level, sector);
    boolean sheet = isSheet(f);
    Language language = Language.of(lang);
    Assessment assessment = assessments.on(generation, asOf);
    if (VersionTag.notModified(request, f, generation, snapshots.scope())) {
      return null;
    }
    AssessmentAnswer answer = new AnswerWriter(generation, assessment, question).all();
    return sheet
        ? page(new AssessmentSheet(language, answer.manifest()).all(answer))
        : ResponseEntity.ok(answer);
  }

  @GetMapping("/api/assessment/{code}")
  ResponseEntity<?> one(
      @PathVariable String code,
      @RequestParam(required = false) String sector,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(defaultValue = "json") String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request) {
    Generation generation = snapshots.current();
    boolean sheet = isSheet(f);
    Language language = Language.of(lang);
    Assessment assessment = assessments.on(generation, asOf);
    AssessmentQuestion question =
        new AssessmentQuestion(
            assessment.levelOf(code), AssessmentQuestion.sector(database.catalog(), sector));
    if (VersionTag.notModified(request, f, generation, snapshots.scope())) {
      return null;
    }
    AssessmentAnswer.One answer = new AnswerWriter(generation, assessment, question).one(code);
    return sheet
        ? page(new AssessmentSheet(language, answer.manifest()).one(answer))
        : ResponseEntity.ok(answer);
  }

  /** Which regions' colours moved between two days, and why. */
  @GetMapping("/api/assessment/changes")
  Changes.Answer changes(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = "county") String level) {
    AssessmentQuestion question = AssessmentQuestion.of(database.catalog(), level, null);
    return changes.between(snapshots.current(), question.level(), from, to);
  }

  private static boolean isSheet(String format) {
    return switch (format) {
      case "json" -> false;
      case "html" -> true;
      default -> throw new UserFault("f=" + format + " 不支持 (not supported)", "取 (take) json, html");
    };
  }

  private static ResponseEntity<String> page(String html) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(html);
  }
}
