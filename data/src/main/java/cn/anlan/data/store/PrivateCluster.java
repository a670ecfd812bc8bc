package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One use of the PostgreSQL cluster that belongs to a {@code var} directory.
 *
 * <p>The cluster listens on 127.0.0.1 only, asks everyone for a password, and never runs as root.
 * Programs share it: each holds a shared lock on {@code var/run/cluster.lock} while it uses it, and
 * whoever is left alone when closing stops the server. Starting and stopping happen under {@code
 * var/run/start.lock}. Locks vanish with their process, so after a kill -9, of the program, of the
 * server or of both, the next {@link #open} finds its way: it takes over a server that was left
 * running, clears away what a dead one left, and PostgreSQL replays its log.
 */
public final class PrivateCluster implements AutoCloseable {
  static final String SUPERUSER = "postgres";
  static final String HOST = "127.0.0.1";

  private static final Duration START_WAIT = Duration.ofMinutes(15);

  /** The locks of this JVM by {@code var}, with the number of open uses; guarded by itself. */
  private static final Map<Path, Use> USES = new HashMap<>();

  private final Path var;
  private final ClusterHome home;
  private final PostgresPrograms programs;
  private final int port;
  private final String superuserPassword;
  private boolean open = true;

  private static final class Use {
    private final ProcessLock lock;
    private int count;

    private Use(ProcessLock lock) {
      this.lock = lock;
    }
  }

  /** How {@link #stopIfUnused} ended. */
  public enum StopOutcome {
    STOPPED,
    NOT_RUNNING,
    IN_USE
  }

  private PrivateCluster(
      Path var, ClusterHome home, PostgresPrograms programs, int port, String superuserPassword) {
    this.var = var;
    this.home = home;
    this.programs = programs;
    this.port = port;
    this.superuserPassword = superuserPassword;
  }

  /**
   * Makes the cluster where it is missing, starts it where it is not running, and joins its users.
   *
   * @throws UserFault where PostgreSQL is not installed or the directory cannot be written
   */
  public static PrivateCluster open(Path varDir, Progress progress) {
    return open(varDir, progress, Map.of());
  }

  static PrivateCluster open(Path varDir, Progress progress, Map<String, String> settings) {
    Path var = makeVar(varDir);
    try (ProcessLock start = startLock(var, progress)) {
      ClusterHome home = ClusterHome.findOrMake(var, progress);
      ClusterFiles files = new ClusterFiles(home);
      PostgresPrograms programs = PostgresPrograms.find(files.major());
      if (!files.exist()) {
        progress.step("新建数据库 (making the database cluster) " + home.dir());
        files.create(programs);
      }
      String password =
          Secrets.find(home.superuserPassword())
              .orElseThrow(
                  () ->
                      new UserFault(
                          "缺少密码文件 (password file is missing): " + home.superuserPassword(),
                          "从备份恢复该文件 (restore it from a backup)"));
      Postmaster server = new ServerStarter(home, files, programs).start(settings, progress);
      join(var);
      return new PrivateCluster(var, home, programs, server.port(), password);
    }
  }

  /** Stops the cluster of a directory, unless a program is using it. */
  public static StopOutcome stopIfUnused(Path varDir, Progress progress) {
    Path var = varDir.toAbsolutePath().normalize();
    if (!Files.isDirectory(var)) {
      return StopOutcome.NOT_RUNNING;
    }
    var = realPath(var);
    try (ProcessLock start = startLock(var, progress)) {
      Optional<ClusterHome> home = ClusterHome.find(var);
      if (home.isEmpty() || Postmaster.find(home.get().data()).isEmpty()) {
        return StopOutcome.NOT_RUNNING;
      }
      Optional<ProcessLock> alone = ProcessLock.tryAcquire(clusterLockFile(var), false);
      if (alone.isEmpty()) {
        return StopOutcome.IN_USE;
      }
      try (ProcessLock held = alone.get()) {
        stop(home.get());
      }
      return StopOutcome.STOPPED;
    }
  }

  /** Where the cluster's files are; not below {@code var} where the server cannot reach that. */
  public Path homeDir() {
    return home.dir();
  }

  public int port() {
    return port;
  }

  /** The server's process id, for diagnosis; empty where it has died. */
  public Optional<Long> findServerPid() {
    return Postmaster.find(home.data()).map(Postmaster::pid);
  }

  int major() {
    return programs.major();
  }

  Path varDir() {
    return var;
  }

  /** The superuser's login, only for making roles, databases and extensions. */
  ConnectionInfo superuser(String database) {
    return ConnectionInfo.of(HOST, port, database, SUPERUSER, superuserPassword);
  }

  /**
   * Starts the server again where it has died.
   *
   * @throws IllegalStateException where it cannot be started, or only at another port, which the
   *     connections of this use do not know
   */
  synchronized void revive() {
    if (!open) {
      return;
    }
    try (ProcessLock start = startLock(var, Progress.silent())) {
      Postmaster server =
          new ServerStarter(home, new ClusterFiles(home), programs)
              .start(Map.of(), Progress.silent());
      if (server.port() != port) {
        throw new IllegalStateException(
            "the database server is at port " + server.port() + " now, no longer at " + port);
      }
    }
  }

  /** Leaves; stops the server if no other program uses it. */
  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    try (ProcessLock start = startLock(var, Progress.silent())) {
      if (!leave(var)) {
        return;
      }
      Optional<ProcessLock> alone = ProcessLock.tryAcquire(clusterLockFile(var), false);
      if (alone.isPresent()) {
        try (ProcessLock held = alone.get()) {
          stop(home);
        }
      }
    }
  }

  private static void stop(ClusterHome home) {
    ClusterFiles files = new ClusterFiles(home);
    new ServerStarter(home, files, PostgresPrograms.find(files.major())).stop();
  }

  private static void join(Path var) {
    synchronized (USES) {
      USES.computeIfAbsent(var, PrivateCluster::takeSharedLock).count++;
    }
  }

  private static Use takeSharedLock(Path var) {
    return new Use(
        ProcessLock.tryAcquire(clusterLockFile(var), true)
            .orElseThrow(() -> new IllegalStateException("cluster lock held exclusively")));
  }

  /** Whether this JVM has no use of the cluster left. */
  private static boolean leave(Path var) {
    synchronized (USES) {
      Use use = USES.get(var);
      use.count--;
      if (use.count > 0) {
        return false;
      }
      USES.remove(var);
      use.lock.close();
      return true;
    }
  }

  private static ProcessLock startLock(Path var, Progress progress) {
    return ProcessLock.acquire(
            var.resolve("run").resolve("start.lock"),
            false,
            START_WAIT,
            () -> progress.step("等待另一个程序启停数据库 (another program is starting the database)"))
        .orElseThrow(
            () ->
                new UserFault(
                    "另一个安澜程序一直占着数据库的启动锁 (the start lock stays taken)",
                    "结束它再试 (end that program and try again)"));
  }

  private static Path clusterLockFile(Path var) {
    return var.resolve("run").resolve("cluster.lock");
  }

  private static Path makeVar(Path varDir) {
    try {
      Files.createDirectories(varDir);
      return varDir.toRealPath();
    } catch (AccessDeniedException e) {
      throw new UserFault(
          "不能建立目录 (cannot make the directory) " + varDir,
          "换用有权限的账户，或用 ANLAN_VAR 另指目录 (use another account or set ANLAN_VAR)");
    } catch (IOException e) {
      throw new UncheckedIOException("making " + varDir, e);
    }
  }

  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("resolving " + path, e);
    }
  }
}
