package cn.anlan.web.export;

import cn.anlan.data.export.ExportReport;
import cn.anlan.data.export.Exporter;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes whole files one after the other, keeps each for an hour below {@code var/exports} and then
 * removes it. What a former run of the service left there is removed at the start.
 */
@Component
class ExportJobs {
  static final Duration KEPT = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(ExportJobs.class);
  private static final int MOST_WAITING = 20;
  private static final long SWEEP_S = 60;

  /** So much room must be left on the disk before another file is begun. */
  private static final long ROOM_BYTES = 1L << 30;

  private final Database database;
  private final Path directory;
  private final Map<String, ExportJob> jobs = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker = thread("exports");
  private final ScheduledExecutorService sweeper = thread("exports-kept");

  ExportJobs(Database database, Settings settings) {
    this.database = database;
    this.directory = settings.varDir().resolve("exports");
    removeLeft();
    sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_S, SWEEP_S, TimeUnit.SECONDS);
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Puts a request in the queue.
   *
   * @param rowsTotal how many rows it will have
   * @throws UserFault where the queue or the disk is full
   */
  ExportJob add(ExportRequest request, String scopeKey, long rowsTotal) {
    long waiting = jobs.values().stream().filter(j -> !j.isEnded()).count();
    if (waiting >= MOST_WAITING) {
      throw new UserFault(
          "已有 " + waiting + " 个导出任务在等候 (too many exports are waiting)",
          "等其中一些完成后再试 (try again later)");
    }
    ExportJob job = new ExportJob(request, scopeKey, rowsTotal, directory);
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      if (Files.getFileStore(directory).getUsableSpace() < ROOM_BYTES) {
        throw new UserFault("磁盘空间不足 1 GB (the disk is nearly full)", "请管理员清理磁盘 (make room)");
      }
      Files.createDirectory(job.directory());
    } catch (IOException e) {
      throw new UncheckedIOException("making room for an export", e);
    }
    jobs.put(job.id(), job);
    worker.execute(() -> run(job));
    return job;
  }

  Optional<ExportJob> find(String id, String scopeKey) {
    return Optional.ofNullable(jobs.get(id)).filter(j -> j.scopeKey().equals(scopeKey));
  }

  /** Those of a scope, the newest first. */
  List<ExportJob> list(String scopeKey) {
    return jobs.values().stream()
        .filter(j -> j.scopeKey().equals(scopeKey))
        .sorted(Comparator.comparing(ExportJob::createdAt).reversed())
        .toList();
  }

  /** Ends it where it still runs, and removes its file. */
  void remove(ExportJob job) {
    job.cancel();
    jobs.remove(job.id());
    worker.execute(() -> deleteTree(job.directory())); // after its export, if that is running
  }

  private void run(ExportJob job) {
    if (!job.begin()) {
      return;
    }
    try {
      ExportReport report = Exporter.toFile(database, job.request(), job.file(), false, job::told);
      job.done(report);
    } catch (ExportJob.Cancelled cancelled) {
      LOG.info("export {} was cancelled", job.id());
    } catch (UserFault fault) {
      job.failed(fault.getMessage(), fault.remedy());
    } catch (RuntimeException | Error e) { // the worker must go on
      String errorId = UUID.randomUUID().toString();
      LOG.error("export {} failed: error {}", job.id(), errorId, e);
      job.failed(
          "服务内部错误 (internal error) " + errorId,
          "请将错误编号告知管理员 (tell the administrator the error id)");
    }
  }

  private void sweep() {
    Instant oldest = Instant.now().minus(KEPT);
    for (ExportJob job : List.copyOf(jobs.values())) {
      if (job.isEnded() && job.finishedAt().isBefore(oldest)) {
        jobs.remove(job.id());
        deleteTree(job.directory());
      }
    }
  }

  private void removeLeft() {
    if (Files.isDirectory(directory)) {
      deleteTree(directory);
    }
  }

  private static void deleteTree(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      LOG.warn("an export's directory cannot be removed", e);
    }
  }

  @PreDestroy
  void stop() {
    jobs.values().forEach(ExportJob::cancel);
    worker.shutdown();
    sweeper.shutdownNow();
    removeLeft();
  }
}
