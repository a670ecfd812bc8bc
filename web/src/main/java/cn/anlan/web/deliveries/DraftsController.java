package cn.anlan.web.deliveries;

import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.ingest.request.WriteRule;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files on their way in: sent, checked, looked at, committed or given up. */
@RestController
class DraftsController {
  private final Drafts drafts;
  private final Path rejectedDir;

  DraftsController(Drafts drafts, Settings settings) {
    this.drafts = drafts;
    this.rejectedDir = settings.varDir().resolve("rejected");
  }

  /**
   * The body is the file itself. Answers 202 at once; the address in {@code Location} tells how far
   * it has come, and in the end what it would change. {@code map} and {@code set} are written as on
   * the command line, {@code field=column}.
   */
  @PostMapping("/api/deliveries")
  ResponseEntity<Draft.View> send(
      @RequestParam String layer,
      @RequestParam String fileName,
      @RequestParam(required = false) String crs,
      @RequestParam(defaultValue = "false") boolean insistCrs,
      @RequestParam(defaultValue = "strict") String mode,
      @RequestParam(defaultValue = "upsert") String write,
      @RequestParam(required = false) String area,
      @RequestParam(required = false) String[] map,
      @RequestParam(required = false) String[] set,
      @RequestParam(required = false) Double sigmaM,
      @RequestParam(required = false) String source,
      @RequestParam(required = false) String licence,
      @RequestParam(required = false) String encoding,
      @RequestParam(required = false) String layerName,
      @RequestParam(defaultValue = "api") String author,
      @RequestParam(defaultValue = "false") boolean commit,
      HttpServletRequest request)
      throws IOException {
    ImportMode wantedMode = one(ImportMode.class, "mode", mode);
    WriteRule rule = one(WriteRule.class, "write", write);
    Draft draft =
        drafts.receive(
            request.getInputStream(),
            request.getContentLengthLong(),
            layer,
            fileName,
            builder -> {
              pairs("map", map).forEach(p -> builder.map(p[0], p[1]));
              pairs("set", set).forEach(p -> builder.set(p[0], p[1]));
              return builder
                  .crs(crs)
                  .insistCrs(insistCrs)
                  .mode(wantedMode)
                  .writeRule(rule)
                  .area(area)
                  .sigmaM(sigmaM)
                  .source(source)
                  .licence(licence)
                  .encoding(encoding)
                  .layerName(layerName)
                  .author(author);
            },
            commit);
    return ResponseEntity.accepted()
        .location(URI.create("/api/deliveries/drafts/" + draft.id()))
        .body(draft.view());
  }

  @GetMapping("/api/deliveries/drafts")
  List<Draft.View> list() {
    return drafts.all().stream().map(Draft::view).toList();
  }

  @GetMapping("/api/deliveries/drafts/{id}")
  Draft.View get(@PathVariable String id) {
    return drafts.get(id).view();
  }

  @PostMapping("/api/deliveries/drafts/{id}/commit")
  ResponseEntity<Draft.View> commit(@PathVariable String id) {
    return ResponseEntity.accepted().body(drafts.commit(id).view());
  }

  @DeleteMapping("/api/deliveries/drafts/{id}")
  ResponseEntity<Void> remove(@PathVariable String id) {
    drafts.remove(id);
    return ResponseEntity.noContent().build();
  }

  /** The rejected rows in their original form, with what is wrong. */
  @GetMapping("/api/deliveries/drafts/{id}/rejected")
  ResponseEntity<Resource> rejected(@PathVariable String id) {
    var report = drafts.get(id).report();
    return file(report == null ? null : report.rejectedFile());
  }

  /** All issues as a table. */
  @GetMapping("/api/deliveries/drafts/{id}/issues")
  ResponseEntity<Resource> issues(@PathVariable String id) {
    var report = drafts.get(id).report();
    return file(report == null ? null : report.issuesFile());
  }

  private ResponseEntity<Resource> file(String name) {
    Path file = name == null ? null : rejectedDir.resolve(name);
    if (file == null || !Files.isRegularFile(file)) {
      throw new NotFound(
          "没有这样的文件 (there is none)", "没有不合格的行,或尚未检查完 (nothing rejected, or not done yet)");
    }
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentType(
            name.endsWith(".csv")
                ? MediaType.parseMediaType("text/csv;charset=UTF-8")
                : MediaType.parseMediaType("application/geo+json"))
        .body(new FileSystemResource(file));
  }

  private static List<String[]> pairs(String name, String[] values) {
    return Arrays.stream(values == null ? new String[0] : values)
        .map(
            value -> {
              int equals = value.indexOf('=');
              if (equals < 1) {
                throw new UserFault(
                    name + "=" + value + " 不可用 (not usable)", "写作 (write) field=column");
              }
              return new String[] {value.substring(0, equals), value.substring(equals + 1)};
            })
        .toList();
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, String value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    name + "=" + value + " 不可用 (not usable)",
                    "取 (take) "
                        + Arrays.stream(type.getEnumConstants())
                            .map(e -> e.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }
}
