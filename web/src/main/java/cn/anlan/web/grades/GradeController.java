package cn.anlan.web.grades;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.print.Language;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /api/grades/{layer}/{id}}: why a stored thing has its grade, for programs and to print.
 */
@RestController
class GradeController {
  private final Grades grades;
  private final LiveSnapshots snapshots;
  private final JsonMapper mapper;

  GradeController(Grades grades, LiveSnapshots snapshots, JsonMapper mapper) {
    this.grades = grades;
    this.snapshots = snapshots;
    this.mapper = mapper;
  }

  @GetMapping("/api/grades/{layer}/{id}")
  void grade(
      @PathVariable String layer,
      @PathVariable String id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam(defaultValue = "json") String f,
      @RequestParam(required = false) String lang,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    Language language = Language.of(lang);
    if (!f.equals("json") && !f.equals("html")) {
      throw new UserFault("f=" + f + " 不支持 (not supported)", "取 (take) json, html");
    }
    Generation generation = snapshots.current();
    LocalDate day = asOf == null ? LocalDate.now() : asOf;
    GradeAnswer answer = grades.explain(generation, snapshots.scope(), layer, id, day);
    if (f.equals("json") && VersionTag.notModified(request, generation, snapshots.scope())) {
      return;
    }
    byte[] body =
        f.equals("json")
            ? mapper.writeValueAsBytes(answer)
            : new GradeSheet(language, answer).document().getBytes(StandardCharsets.UTF_8);
    response.setContentType(
        (f.equals("json") ? MediaType.APPLICATION_JSON_VALUE : MediaType.TEXT_HTML_VALUE)
            + ";charset=UTF-8");
    response.getOutputStream().write(body);
  }
}
