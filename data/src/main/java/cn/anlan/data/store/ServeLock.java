package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The right to serve one {@code var} directory: only one process has it at a time. The lock
 * vanishes with its process; what stands in the file of a lock that nobody holds means nothing.
 */
public final class ServeLock implements AutoCloseable {
  private final ProcessLock lock;

  private ServeLock(ProcessLock lock) {
    this.lock = lock;
  }

  /** Who serves: its process and its HTTP port (0 while it is starting). */
  public record Holder(long pid, int port) {}

  /**
   * Takes the lock and writes this process's id into it.
   *
   * @throws UserFault where another process serves the directory; the line names it
   */
  public static ServeLock acquire(Path varDir) {
    Path file = file(varDir);
    Optional<ProcessLock> lock = ProcessLock.tryAcquire(file, false);
    if (lock.isEmpty()) {
      Holder holder = read(file);
      throw new UserFault(
          "已有安澜服务在使用 (already being served) "
              + varDir.toAbsolutePath().normalize()
              + "：进程 (pid) "
              + holder.pid()
              + (holder.port() == 0 ? "" : "，端口 (port) " + holder.port()),
          "先 ./anlan stop，或用 ANLAN_VAR 另指目录 (stop it, or set ANLAN_VAR)");
    }
    ServeLock mine = new ServeLock(lock.get());
    mine.announce(0);
    return mine;
  }

  /** Says under which port this process answers. */
  public void announce(int port) {
    lock.write("pid=" + ProcessHandle.current().pid() + "\nport=" + port + "\n");
  }

  /** Who serves the directory now, or empty. */
  public static Optional<Holder> findHolder(Path varDir) {
    Path file = file(varDir);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Optional<ProcessLock> free = ProcessLock.tryAcquire(file, true);
    if (free.isPresent()) {
      free.get().close();
      return Optional.empty();
    }
    return Optional.of(read(file));
  }

  @Override
  public void close() {
    lock.close();
  }

  private static Path file(Path varDir) {
    return varDir.toAbsolutePath().normalize().resolve("run").resolve("serve.lock");
  }

  private static Holder read(Path file) {
    String text = ProcessLock.read(file);
    return new Holder(number(text, "pid="), (int) number(text, "port="));
  }

  private static long number(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip())
        .filter(value -> value.matches("[0-9]{1,10}"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
