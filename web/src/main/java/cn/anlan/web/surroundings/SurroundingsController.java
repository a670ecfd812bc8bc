package cn.anlan.web.surroundings;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.answer.JsonAnswer;
import cn.anlan.web.print.Language;
import cn.anlan.web.site.SiteBody;
import cn.anlan.web.site.SiteGeometry;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands round a stored feature or a place that was drawn: as JSON, as a map layer, to print.
 */
@RestController
class SurroundingsController {
  private static final Set<String> MEMBERS =
      Set.of("geometry", "crs", "name", "radiusM", "points", "limit");
  private static final double DEFAULT_RADIUS_M = 5_000;

  private final Survey survey;
  private final LiveSnapshots snapshots;
  private final JsonAnswer answer;
  private final JsonMapper mapper;

  SurroundingsController(
      Database database,
      GradingTables grading,
      LiveSnapshots snapshots,
      JsonAnswer answer,
      JsonMapper mapper) {
    this.survey = new Survey(database.catalog(), grading);
    this.snapshots = snapshots;
    this.answer = answer;
    this.mapper = mapper;
  }

  @GetMapping("/api/surroundings")
  void stored(
      @RequestParam String layer,
      @RequestParam String code,
      @RequestParam(defaultValue = "5000") double radiusM,
      @RequestParam(defaultValue = "16") int points,
      @RequestParam(defaultValue = "200") int limit,
      @RequestParam(defaultValue = "json") String format,
      HttpServletResponse response)
      throws IOException {
    Survey.Question question = new Survey.Question(radiusM, points, limit);
    Generation generation = snapshots.current();
    Subject subject = survey.subject(generation, snapshots.scope(), layer, code);
    write(
        survey.report(generation, snapshots.scope(), subject, question), subject, format, response);
  }

  @PostMapping("/api/surroundings")
  void drawn(
      @RequestParam(defaultValue = "json") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    SiteBody body = SiteBody.read(request.getInputStream());
    body.allowOnly(MEMBERS);
    Survey.Question question =
        new Survey.Question(
            body.has("radiusM") ? body.length("radiusM") : DEFAULT_RADIUS_M,
            body.has("points") ? body.length("points").intValue() : 16,
            body.has("limit") ? body.length("limit").intValue() : 200);
    SiteGeometry site = SiteGeometry.read(body, "geometry");
    Subject subject = Subject.drawn(body.text("name"), site.lonLat());
    Generation generation = snapshots.current();
    write(
        survey.report(generation, snapshots.scope(), subject, question), subject, format, response);
  }

  @GetMapping(value = "/surroundings", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  String page(
      @RequestParam String layer,
      @RequestParam String code,
      @RequestParam(defaultValue = "5000") double radiusM,
      @RequestParam(defaultValue = "8") int points,
      @RequestParam(required = false) String lang) {
    Language language = Language.of(lang);
    Survey.Question question = new Survey.Question(radiusM, points, SurroundingsPage.LISTED);
    Generation generation = snapshots.current();
    Subject subject = survey.subject(generation, snapshots.scope(), layer, code);
    Report report = survey.report(generation, snapshots.scope(), subject, question);
    return new SurroundingsPage(language, report, subject).document();
  }

  private void write(Report report, Subject subject, String format, HttpServletResponse response)
      throws IOException {
    switch (format) {
      case "json" -> {
        response.setContentType("application/json;charset=UTF-8");
        mapper.writeValue(response.getOutputStream(), report);
      }
      case "geojson" -> answer.geoJson(response, json -> ReportLayer.write(report, subject, json));
      default ->
          throw new UserFault(
              "format=" + format + " 不支持 (not supported)", "取 (take) json, geojson");
    }
  }
}
