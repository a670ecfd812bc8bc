package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock on a file that holds between processes and vanishes with its process, however that ends.
 *
 * <p>POSIX drops all of a process's locks on a file when it closes any of its descriptors of that
 * file, so a file locked here is never opened a second time in this JVM: a second attempt, shared
 * or not, is answered as "taken".
 */
final class ProcessLock implements AutoCloseable {
  private static final Map<Path, ProcessLock> HELD = new HashMap<>();
  private static final long POLL_MS = 50;

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private boolean open = true;

  private ProcessLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the lock at once, or returns empty where someone else (or this JVM) has it. */
  static Optional<ProcessLock> tryAcquire(Path file, boolean shared) {
    synchronized (HELD) {
      try {
        Files.createDirectories(file.getParent());
        Path key = key(file);
        if (HELD.containsKey(key)) {
          return Optional.empty();
        }
        FileChannel channel =
            FileChannel.open(
                key, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        if (lock == null) {
          channel.close();
          return Optional.empty();
        }
        ProcessLock held = new ProcessLock(key, channel, lock);
        HELD.put(key, held);
        return Optional.of(held);
      } catch (AccessDeniedException e) {
        throw new UserFault(
            "没有权限写 (no permission to write) " + e.getFile(),
            "换用有权限的账户，或用 ANLAN_VAR 另指目录 (use another account or set ANLAN_VAR)");
      } catch (IOException e) {
        throw new UncheckedIOException("locking " + file, e);
      }
    }
  }

  /**
   * Waits for the lock.
   *
   * @param onWait called once, when the lock is not free at the first attempt
   * @return empty when the time is over
   */
  static Optional<ProcessLock> acquire(
      Path file, boolean shared, Duration timeout, Runnable onWait) {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean told = false;
    while (true) {
      Optional<ProcessLock> lock = tryAcquire(file, shared);
      if (lock.isPresent() || System.nanoTime() > deadline) {
        return lock;
      }
      if (!told) {
        onWait.run();
        told = true;
      }
      Pause.millis(POLL_MS);
    }
  }

  /** Replaces what the file says about its holder. */
  void write(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      channel.truncate(0);
      channel.write(bytes, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  /** What the file says about its holder, without disturbing a lock that this JVM has on it. */
  static String read(Path file) {
    synchronized (HELD) {
      try {
        ProcessLock held = HELD.get(key(file));
        if (held == null) {
          return Files.readString(file);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) held.channel.size());
        held.channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + file, e);
      }
    }
  }

  @Override
  public void close() {
    synchronized (HELD) {
      if (!open) {
        return;
      }
      open = false;
      HELD.remove(file);
      try {
        lock.release();
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("releasing the lock on " + file, e);
      }
    }
  }

  private static Path key(Path file) throws IOException {
    return file.getParent().toRealPath().resolve(file.getFileName());
  }
}
