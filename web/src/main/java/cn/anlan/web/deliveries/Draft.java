package cn.anlan.web.deliveries;

import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.request.ImportRequest;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that was sent: where it is kept and how far it has come. Its fields change under its lock.
 */
final class Draft {

  /** How far it has come. */
  enum State {
    /** Waits for its turn. */
    QUEUED,
    /** Being read and checked, or written. */
    RUNNING,
    /** Checked and not written: it can be committed or given up. */
    PREVIEWED,
    /** Written; the report names the delivery. */
    COMMITTED,
    /** Checked, and rows were rejected in strict mode, or no row was accepted. */
    REJECTED,
    /** The file as a whole was refused; {@code problem} and {@code remedy} say why. */
    REFUSED,
    /** Our own fault; {@code problem} has the number that the log repeats. */
    FAILED
  }

  /** What of it goes out. The names of the components are the names in JSON. */
  record View(
      String id,
      String layer,
      String file,
      String state,
      Instant receivedAt,
      String progress,
      String problem,
      String remedy,
      ImportReport report) {}

  private final String id;
  private final Path directory;
  private final ImportRequest.Builder options;
  private final String layer;
  private final String fileName;
  private final Instant receivedAt = Instant.now();
  private State state = State.QUEUED;
  private String progress;
  private String problem;
  private String remedy;
  private ImportReport report;

  /**
   * @param directory of its own: the file, and what the import leaves beside it
   */
  Draft(String id, Path directory, String layer, String fileName, ImportRequest.Builder options) {
    this.id = id;
    this.directory = directory;
    this.layer = layer;
    this.fileName = fileName;
    this.options = options;
  }

  String id() {
    return id;
  }

  Path directory() {
    return directory;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  ImportRequest request(boolean dryRun) {
    return options.dryRun(dryRun).build();
  }

  synchronized State state() {
    return state;
  }

  synchronized void become(State next) {
    state = next;
  }

  /** Takes its turn if it is in the state. */
  synchronized boolean become(State from, State next) {
    if (state != from) {
      return false;
    }
    state = next;
    return true;
  }

  synchronized void say(String text) {
    progress = text;
  }

  synchronized void end(State last, String why, String help) {
    state = last;
    problem = why;
    remedy = help;
  }

  synchronized void end(State last, ImportReport said) {
    state = last;
    report = said;
  }

  synchronized ImportReport report() {
    return report;
  }

  synchronized View view() {
    return new View(
        id,
        layer,
        fileName,
        state.name().toLowerCase(java.util.Locale.ROOT),
        receivedAt,
        progress,
        problem,
        remedy,
        report);
  }
}
