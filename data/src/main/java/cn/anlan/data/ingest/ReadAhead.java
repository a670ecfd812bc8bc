package cn.anlan.data.ingest;

import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Reads a file in a thread of its own while its rows are used in the caller's, in their order. Some
 * hundreds of rows, or a few large ones, stand between the two.
 */
final class ReadAhead {
  private static final int BATCHES = 4;
  private static final int ROWS = 256;
  private static final int VERTICES = 20_000;
  private static final List<SourceRow> END = List.of();

  /** Ends the reading of a file whose rows are no longer wanted. */
  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final BlockingQueue<List<SourceRow>> queue = new ArrayBlockingQueue<>(BATCHES);
  private List<SourceRow> batch = new ArrayList<>(ROWS);
  private int vertices;
  private volatile Throwable fault;

  private ReadAhead() {}

  /**
   * As {@link DeliveredFile#forEach}; what the reading throws is thrown here once the rows before
   * it were used.
   */
  static void forEach(DeliveredFile file, Consumer<SourceRow> consumer) {
    ReadAhead ahead = new ReadAhead();
    Thread reader = new Thread(() -> ahead.read(file), "import-reader");
    reader.setDaemon(true);
    reader.start();
    try {
      ahead.use(consumer);
    } finally {
      reader.interrupt(); // ended already, unless the caller gave up
      join(reader);
    }
    if (ahead.fault instanceof RuntimeException e) {
      throw e;
    }
    if (ahead.fault instanceof Error e) {
      throw e;
    }
  }

  private void read(DeliveredFile file) {
    try {
      file.forEach(this::add);
      put(batch);
    } catch (Unwanted gaveUp) {
      return;
    } catch (RuntimeException | Error e) {
      fault = e;
      try {
        put(batch);
      } catch (Unwanted gaveUp) {
        return;
      }
    }
    try {
      put(END);
    } catch (Unwanted gaveUp) {
      // Nobody waits for the end.
    }
  }

  private void add(SourceRow row) {
    batch.add(row);
    vertices += row.geometry() == null ? 0 : row.geometry().getNumPoints();
    if (batch.size() == ROWS || vertices > VERTICES) {
      put(batch);
      batch = new ArrayList<>(ROWS);
      vertices = 0;
    }
  }

  private void put(List<SourceRow> rows) {
    if (rows.isEmpty() && rows != END) {
      return;
    }
    try {
      queue.put(rows);
    } catch (InterruptedException e) {
      throw new Unwanted();
    }
  }

  private void use(Consumer<SourceRow> consumer) {
    try {
      for (List<SourceRow> rows = queue.take(); rows != END; rows = queue.take()) {
        rows.forEach(consumer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading a delivery", e);
    }
  }

  private static void join(Thread reader) {
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
