package cn.anlan.web.export;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.Exporter;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.Selection;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs that make whole files of layers, and the files, which may be fetched in pieces. */
@RestController
class ExportsController {
  private final Database database;
  private final LiveSnapshots snapshots;
  private final ExportJobs jobs;

  ExportsController(Database database, LiveSnapshots snapshots, ExportJobs jobs) {
    this.database = database;
    this.snapshots = snapshots;
    this.jobs = jobs;
  }

  /** Which rows is settled at once, by the present snapshot; the file is made later. */
  @PostMapping("/api/exports")
  ResponseEntity<ExportAnswer> add(HttpServletRequest http) throws IOException {
    ExportQuestion question = ExportBody.read(http.getInputStream(), snapshots.scope().name());
    Generation generation = snapshots.current();
    Layer layer = database.catalog().getLayer(question.request().layer());
    Exporter.check(database, question.request());
    LayerSnapshot snapshot = generation.get(layer.id());
    Selection rows =
        question.choice().of(layer, snapshot, () -> generation.get("region"), snapshots.scope());
    ExportRequest request = question.request().selection(rows);
    long total =
        rows.ids()
            .map(ids -> (long) ids.length)
            .orElseGet(() -> Query.on(snapshot, snapshots.scope()).count());
    ExportJob job = jobs.add(request, snapshots.scope().cacheKey(), total);
    return ResponseEntity.accepted()
        .location(URI.create("/api/exports/" + job.id()))
        .body(ExportAnswer.of(job));
  }

  @GetMapping("/api/exports")
  List<ExportAnswer> list() {
    return jobs.list(snapshots.scope().cacheKey()).stream().map(ExportAnswer::of).toList();
  }

  @GetMapping("/api/exports/{id}")
  ExportAnswer get(@PathVariable String id) {
    return ExportAnswer.of(found(id));
  }

  /** Ends it where it still runs, and removes its file. */
  @DeleteMapping("/api/exports/{id}")
  ResponseEntity<Void> remove(@PathVariable String id) {
    jobs.remove(found(id));
    return ResponseEntity.noContent().build();
  }

  /** The file; {@code Range} gives a piece of it, so that a broken transfer can go on. */
  @GetMapping("/api/exports/{id}/file")
  ResponseEntity<Resource> file(@PathVariable String id) {
    ExportJob job = done(id);
    return ResponseEntity.ok()
        .eTag('"' + job.id() + '"')
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + job.report().file() + "\"")
        .contentType(MediaType.parseMediaType(job.request().format().mediaType()))
        .body(new FileSystemResource(job.file()));
  }

  /** What stands beside a file that has no room for it. */
  @GetMapping("/api/exports/{id}/metadata")
  ResponseEntity<Resource> metadata(@PathVariable String id) {
    Path file =
        description(done(id))
            .orElseThrow(
                () -> new NotFound("说明在文件里面 (the metadata are inside the file)", "取 /file"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(new FileSystemResource(file));
  }

  /** The description beside a job's file, where its format has one. */
  static Optional<Path> description(ExportJob job) {
    return Optional.of(Exporter.descriptionOf(job.file())).filter(Files::exists);
  }

  private ExportJob done(String id) {
    ExportJob job = found(id);
    if (job.state() != ExportJob.State.DONE) {
      throw new UserFault(
          "导出 " + id + " 没有文件，状态 (no file, state) " + job.state().name().toLowerCase(Locale.ROOT),
          "GET /api/exports/" + id + " 查看进度 (see its progress)");
    }
    return job;
  }

  private ExportJob found(String id) {
    return jobs.find(id, snapshots.scope().cacheKey())
        .orElseThrow(
            () ->
                new NotFound(
                    "没有导出任务 " + id + " (no such export)", "文件保留一小时，过后重新导出 (kept an hour)"));
  }
}
