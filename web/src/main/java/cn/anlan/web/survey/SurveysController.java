package cn.anlan.web.survey;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.store.Database;
import cn.anlan.data.survey.Survey;
import cn.anlan.data.survey.SurveyReport;
import cn.anlan.data.survey.SurveyRequest;
import cn.anlan.data.survey.SurveyStore;
import cn.anlan.data.survey.Surveys;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Surveyed boundaries (实测界址). */
@RestController
class SurveysController {
  private static final int MAX_PAGE = 500;

  private final Surveys surveys;
  private final SurveyStore store;

  /** A decision: {@code accepted}, {@code rejected} or {@code revoked}. */
  record DecisionRequest(String decision, String reason, String signedBy) {}

  /** What was taken in. */
  record Accepted(SurveyAnswer survey, Double replacedM, List<Issue> issues) {}

  SurveysController(Database database) {
    this.surveys = new Surveys(database);
    this.store = new SurveyStore(database);
  }

  /** The body is the file itself. 201 where it is stored for review, 422 with the issues else. */
  @PostMapping("/api/surveys")
  ResponseEntity<?> submit(
      @RequestParam String layer,
      @RequestParam String code,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate surveyedOn,
      @RequestParam String method,
      @RequestParam double sigmaM,
      @RequestParam String document,
      @RequestParam String submittedBy,
      @RequestParam String fileName,
      @RequestParam(required = false) String crs,
      @RequestParam(required = false) String drawingLayer,
      @RequestParam(defaultValue = "false") boolean confirmFar,
      HttpServletRequest request)
      throws IOException {
    SurveyRequest said =
        new SurveyRequest(
            layer,
            code,
            surveyedOn,
            method,
            sigmaM,
            document,
            submittedBy,
            Optional.ofNullable(crs).map(CoordinateSystem::parse),
            Optional.ofNullable(drawingLayer),
            confirmFar);
    SurveyReport report =
        Upload.use(
            request.getInputStream(), fileName, file -> surveys.submit(said, file, fileName));
    if (report.refused()) {
      return refusal(report);
    }
    SurveyAnswer survey = SurveyAnswer.of(report.survey());
    return ResponseEntity.created(URI.create("/api/surveys/" + survey.id()))
        .body(new Accepted(survey, report.replacedM(), report.issues()));
  }

  @GetMapping("/api/surveys")
  List<SurveyAnswer> list(
      @RequestParam(required = false) String layer,
      @RequestParam(required = false) String code,
      @RequestParam(required = false) String status,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new UserFault("limit=" + limit + " 不可用 (not usable)", "取 1 至 " + MAX_PAGE);
    }
    return store.list(layer, code, status, before, limit).stream().map(SurveyAnswer::of).toList();
  }

  @GetMapping("/api/surveys/{id}")
  SurveyAnswer get(@PathVariable long id) {
    return SurveyAnswer.of(found(id));
  }

  @PostMapping("/api/surveys/{id}/decision")
  SurveyAnswer decide(@PathVariable long id, @RequestBody DecisionRequest body) {
    found(id);
    Surveys.Decision decision =
        Arrays.stream(Surveys.Decision.values())
            .filter(d -> d.code().equals(body.decision()))
            .findFirst()
            .orElseThrow(
                () ->
                    new UserFault(
                        "decision=" + body.decision() + " 不可用 (not usable)",
                        "取 (take) accepted, rejected, revoked"));
    return SurveyAnswer.of(surveys.decide(id, decision, body.reason(), body.signedBy()));
  }

  private Survey found(long id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new NotFound("没有实测界址 " + id + " (no such survey)", "GET /api/surveys 列出"));
  }

  private static ResponseEntity<ProblemDetail> refusal(SurveyReport report) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, "界址点不合格，未存入 (the boundary was not taken)");
    problem.setProperty("remedy", report.issues().get(0).remedy());
    problem.setProperty("replacedM", report.replacedM());
    problem.setProperty("issues", report.issues());
    return ResponseEntity.unprocessableContent().body(problem);
  }
}
