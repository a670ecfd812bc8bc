package cn.anlan.web.export;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.Exporter;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.Selection;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.snapshot.LiveSnapshots;
import cn.anlan.web.snapshot.VersionTag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Whole layers, or what a filter leaves of them, sent while they are read: CSV, GeoJSON and
 * GeoJSONSeq. The snapshot says which rows, PostGIS gives them in full at that version.
 */
@RestController
class StreamController {
  private static final Set<String> BESIDES = Set.of("f");

  private final Database database;
  private final LiveSnapshots snapshots;

  StreamController(Database database, LiveSnapshots snapshots) {
    this.database = database;
    this.snapshots = snapshots;
  }

  @GetMapping(value = "/api/layers/{layer}/items", params = "f")
  void items(
      @PathVariable String layer,
      @RequestParam String f,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    Generation generation = snapshots.current();
    ExportRequest request = request(layer, f, http, generation);
    ServletWebRequest web = new ServletWebRequest(http, response);
    if (VersionTag.notModified(web, generation, snapshots.scope())) {
      return;
    }
    String query = http.getQueryString();
    ExportFormat format = request.format();
    response.setContentType(format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(request) + "\"");
    response.setHeader(
        HttpHeaders.LINK,
        "</api/layers/" + encoded(layer) + "/metadata?" + query + ">; rel=\"describedby\"");
    if (format == ExportFormat.CSV) {
      response.setCharacterEncoding(request.encoding().orElse(StandardCharsets.UTF_8.name()));
    }
    send(request, response);
  }

  /** A fault after the first byte must not become a second answer behind the first. */
  private void send(ExportRequest request, HttpServletResponse response) throws IOException {
    try {
      Exporter.toStream(database, request, response.getOutputStream());
    } catch (RuntimeException fault) {
      if (response.isCommitted()) {
        throw new IllegalStateException("an export broke off after it had begun", fault);
      }
      throw fault;
    }
  }

  /** What the stream of the same question says of itself, for formats with no room for it. */
  @GetMapping(value = "/api/layers/{layer}/metadata", produces = MediaType.APPLICATION_JSON_VALUE)
  String metadata(@PathVariable String layer, @RequestParam String f, HttpServletRequest http) {
    Generation generation = snapshots.current();
    ExportRequest request = request(layer, f, http, generation);
    return Exporter.describe(database, request, generation.dataVersion());
  }

  private ExportRequest request(
      String layer, String f, HttpServletRequest http, Generation generation) {
    Map<String, String> words = ExportQuestion.words(http.getParameterMap(), BESIDES);
    Layer known = layer(layer);
    ExportQuestion question = ExportQuestion.of(layer, f, words::get, snapshots.scope().name());
    if (!question.request().format().isStreamed()) {
      throw new UserFault(
          "格式 " + f + " 须整个生成，不能边读边发 (this format is a whole file)",
          "POST /api/exports 建立导出任务；可直接取的有 (sent at once): " + ExportFormat.streamedWords());
    }
    Exporter.check(database, question.request());
    Selection rows =
        question
            .choice()
            .of(known, generation.get(layer), () -> generation.get("region"), snapshots.scope());
    return question.request().selection(rows);
  }

  private Layer layer(String id) {
    return database
        .catalog()
        .findLayer(id)
        .orElseThrow(() -> new NotFound("没有图层 " + id + " (no such layer)", "GET /api/catalog"));
  }

  private static String fileName(ExportRequest request) {
    return request.layer() + "." + request.format().extension();
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }
}
