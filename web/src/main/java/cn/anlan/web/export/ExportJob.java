package cn.anlan.web.export;

import cn.anlan.data.export.ExportReport;
import cn.anlan.data.export.request.ExportRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** One file that is being made, or was; seen by several threads. */
final class ExportJob {
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /** Ends the export of a job that nobody wants any more. */
  static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String id = UUID.randomUUID().toString();
  private final ExportRequest request;
  private final String scopeKey;
  private final long rowsTotal;
  private final Path directory;
  private final Instant createdAt = Instant.now();
  private volatile State state = State.QUEUED;
  private volatile long rowsDone;
  private volatile Instant finishedAt;
  private volatile ExportReport report;
  private volatile String problem;
  private volatile String remedy;

  /**
   * @param scopeKey of who asked; nobody else sees the job
   * @param below directory that holds the jobs' own
   */
  ExportJob(ExportRequest request, String scopeKey, long rowsTotal, Path below) {
    this.request = request;
    this.scopeKey = scopeKey;
    this.rowsTotal = rowsTotal;
    this.directory = below.resolve(id);
  }

  String id() {
    return id;
  }

  ExportRequest request() {
    return request;
  }

  String scopeKey() {
    return scopeKey;
  }

  long rowsTotal() {
    return rowsTotal;
  }

  Path directory() {
    return directory;
  }

  Path file() {
    return directory.resolve(request.layer() + "." + request.format().extension());
  }

  Instant createdAt() {
    return createdAt;
  }

  State state() {
    return state;
  }

  long rowsDone() {
    return rowsDone;
  }

  /** When it ended; null before. */
  Instant finishedAt() {
    return finishedAt;
  }

  /** Null until it is done. */
  ExportReport report() {
    return report;
  }

  /** What was wrong; null unless it failed. */
  String problem() {
    return problem;
  }

  String remedy() {
    return remedy;
  }

  boolean isEnded() {
    return finishedAt != null;
  }

  /** False where it was cancelled before it began. */
  synchronized boolean begin() {
    if (state != State.QUEUED) {
      return false;
    }
    state = State.RUNNING;
    return true;
  }

  /**
   * @throws Cancelled where nobody wants it any more
   */
  void told(long rows) {
    if (state == State.CANCELLED) {
      throw new Cancelled();
    }
    rowsDone = rows;
  }

  synchronized void done(ExportReport made) {
    if (state == State.RUNNING) {
      report = made;
      rowsDone = made.rows();
      end(State.DONE);
    }
  }

  synchronized void failed(String what, String whatToDo) {
    if (state == State.RUNNING) {
      problem = what;
      remedy = whatToDo;
      end(State.FAILED);
    }
  }

  synchronized void cancel() {
    if (!isEnded()) {
      end(State.CANCELLED);
    }
  }

  private void end(State last) {
    state = last;
    finishedAt = Instant.now();
  }
}
