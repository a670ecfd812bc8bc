package cn.anlan.web.deliveries;

import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.deliveries.Draft.State;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.problem.TooLarge;
import cn.anlan.web.upload.SentFile;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files that were sent, while they are checked and until they are committed or given up: at most
 * eight, each for at most an hour, in a temporary place. They are worked on one after the other,
 * for only one can write at a time.
 */
@Component
class Drafts {
  private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
  private static final long MAX_BYTES = 1L << 30;
  private static final int MAX_DRAFTS = 8;
  private static final Duration KEPT = Duration.ofHours(1);

  private final Database database;
  private final Path rejectedDir;
  private final Path confDir;
  private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "deliveries"));

  Drafts(Database database, Settings settings) {
    this.database = database;
    this.rejectedDir = settings.varDir().resolve("rejected");
    this.confDir = settings.confDir();
  }

  /**
   * Takes in a file and begins to check it.
   *
   * @param fileName as the sender calls it; only its last part is used
   * @param length as announced, or -1
   * @param options adds what the sender said
   * @param commit whether it is written at once where nothing stands against it
   */
  Draft receive(
      InputStream body,
      long length,
      String layer,
      String fileName,
      UnaryOperator<ImportRequest.Builder> options,
      boolean commit)
      throws IOException {
    database.catalog().getLayer(layer);
    String name = plainName(fileName);
    if (length > MAX_BYTES) {
      throw tooLarge();
    }
    forgetOld();
    if (drafts.size() >= MAX_DRAFTS) {
      throw new UserFault(
          "已有 " + drafts.size() + " 个交付待处理 (too many drafts)",
          "提交或删除其中的 (commit or delete one): DELETE /api/deliveries/drafts/{id}");
    }
    Path directory = Files.createTempDirectory("anlan-draft-");
    boolean kept = false;
    try {
      Path file = directory.resolve(name);
      SentFile.store(body, file, MAX_BYTES, Drafts::tooLarge);
      ImportRequest.Builder builder =
          options.apply(ImportRequest.of(layer, file).rejectedDir(rejectedDir).confDir(confDir));
      builder.build(); // refuses what cannot go together before anything is done
      Draft draft = new Draft(UUID.randomUUID().toString(), directory, layer, name, builder);
      drafts.put(draft.id(), draft);
      kept = true;
      worker.execute(() -> work(draft, commit));
      return draft;
    } finally {
      if (!kept) {
        delete(directory);
      }
    }
  }

  private static String plainName(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    if (!name.matches("[^\\p{Cntrl}]{1,200}\\.[A-Za-z]{2,8}")) {
      throw new UserFault(
          "fileName=" + name + " 不是带后缀的文件名 (no file name with an ending)",
          "如 (as) firms.csv, plants.geojson, sites.zip");
    }
    return name;
  }

  private static TooLarge tooLarge() {
    return new TooLarge("文件超过 1 GiB (file too large)", "分成几个文件,或用命令行 ./anlan import 导入");
  }

  Draft get(String id) {
    Draft draft = drafts.get(id);
    if (draft == null) {
      throw new NotFound("没有待处理的交付 " + id + " (no such draft)", "草稿只留一小时,请重新发送 (send it again)");
    }
    return draft;
  }

  List<Draft> all() {
    return drafts.values().stream().sorted(Comparator.comparing(Draft::receivedAt)).toList();
  }

  /** Writes a draft that was previewed; what it then does may differ from the preview. */
  Draft commit(String id) {
    Draft draft = get(id);
    if (!draft.become(State.PREVIEWED, State.QUEUED)) {
      throw new UserFault(
          "交付处于 " + draft.view().state() + " 状态,不能提交 (cannot be committed in this state)",
          "只有 previewed 状态可提交 (only a previewed one can)");
    }
    worker.execute(() -> work(draft, true));
    return draft;
  }

  void remove(String id) {
    Draft draft = get(id);
    State state = draft.state();
    if (state == State.RUNNING || state == State.QUEUED) {
      throw new UserFault("交付正在处理 (is being worked on)", "稍后再删 (delete it later)");
    }
    forget(draft);
  }

  private void work(Draft draft, boolean commit) {
    draft.become(State.RUNNING);
    try {
      ImportReport report = Importer.run(database, draft.request(!commit), draft::say);
      State last = State.PREVIEWED;
      if (report.failed()) {
        last = State.REJECTED;
      } else if (report.committed()) {
        last = State.COMMITTED;
      }
      draft.end(last, report);
    } catch (UserFault fault) {
      draft.end(State.REFUSED, fault.getMessage(), fault.remedy());
    } catch (RuntimeException fault) {
      String errorId = UUID.randomUUID().toString();
      LOG.error("error {}", errorId, fault);
      draft.end(
          State.FAILED,
          "服务内部错误 (internal error) " + errorId,
          "请将错误编号告知管理员 (tell the administrator the error id)");
    }
  }

  private void forgetOld() {
    Instant oldest = Instant.now().minus(KEPT);
    for (Draft draft : all()) {
      State state = draft.state();
      boolean idle = state != State.RUNNING && state != State.QUEUED;
      if (idle && draft.receivedAt().isBefore(oldest)) {
        forget(draft);
      }
    }
  }

  private void forget(Draft draft) {
    drafts.remove(draft.id());
    delete(draft.directory());
  }

  private static void delete(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing a draft", e);
    }
  }

  @PreDestroy
  void close() {
    worker.shutdownNow();
    all().forEach(this::forget);
  }
}
