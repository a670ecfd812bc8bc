package cn.anlan.data.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Starts and stops the server of a private cluster. To be used under the start lock only. What a
 * killed server or a killed starter left behind is put in order first.
 */
final class ServerStarter {
  /** Below the range that Linux takes for outgoing connections, so that a port stays ours. */
  private static final int FIRST_PORT = 20_000;

  private static final int PORT_COUNT = 12_000;
  private static final int ATTEMPTS = 5;
  private static final long RECOVERY_WAIT_MS = 15L * 60 * 1000;
  private static final long TELL_AFTER_MS = 3_000;

  private final ClusterHome home;
  private final ClusterFiles files;
  private final PostgresPrograms programs;

  ServerStarter(ClusterHome home, ClusterFiles files, PostgresPrograms programs) {
    this.home = home;
    this.files = files;
    this.programs = programs;
  }

  /** The running server, started where it was not running, and ready for connections. */
  Postmaster start(Map<String, String> overrides, Progress progress) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<Postmaster> running = awaitReady(progress);
      if (running.isPresent()) {
        return running.get();
      }
      Postmaster.clearLeftovers(home.data(), home.socketDir());
      if (Postmaster.find(home.data()).isPresent()) {
        continue;
      }
      launch(overrides, progress);
    }
    throw new IllegalStateException(
        "the database server did not start; its log says: " + files.logTail());
  }

  /** Stops the server in good order, ending its connections; nothing where it is not running. */
  void stop() {
    if (Postmaster.find(home.data()).isEmpty()) {
      return;
    }
    ServerCommand.Result stopped = pgCtl("stop", "--mode=fast", "--wait", "--timeout=120");
    if (!stopped.ok() && Postmaster.find(home.data()).isPresent()) {
      throw new IllegalStateException("stopping the database: " + stopped.output().strip());
    }
  }

  private void launch(Map<String, String> overrides, Progress progress) {
    int port = choosePort(progress);
    files.configure(port, overrides);
    files.rotateLog();
    ServerCommand.Result started =
        pgCtl("start", "--log=" + home.log(), "--wait", "--timeout=60", "--silent");
    boolean running = Postmaster.find(home.data()).isPresent();
    if (!started.ok() && !running && isFree(port)) {
      throw new IllegalStateException(
          "the database server did not start: "
              + started.output().strip()
              + "; its log says: "
              + files.logTail());
    }
  }

  /** Waits while a server that is there recovers from a kill. */
  private Optional<Postmaster> awaitReady(Progress progress) {
    long began = System.nanoTime();
    boolean told = false;
    while (true) {
      Optional<Postmaster> running = Postmaster.find(home.data());
      if (running.isEmpty() || running.get().ready()) {
        return running;
      }
      long waitedMs = (System.nanoTime() - began) / 1_000_000;
      if (waitedMs > TELL_AFTER_MS && !told) {
        progress.step("数据库正在恢复 (the database is recovering)");
        told = true;
      }
      if (waitedMs > RECOVERY_WAIT_MS) {
        throw new IllegalStateException(
            "the database server is not getting ready; its log says: " + files.logTail());
      }
      Pause.millis(50);
    }
  }

  private int choosePort(Progress progress) {
    Optional<Integer> last = files.lastPort();
    if (last.isPresent() && isFree(last.get())) {
      return last.get();
    }
    int port;
    do {
      port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORT_COUNT);
    } while (!isFree(port));
    if (last.isPresent()) {
      progress.step("端口 " + last.get() + " 被占用，改用 (port taken, using instead) " + port);
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private ServerCommand.Result pgCtl(String action, String... options) {
    List<String> words =
        new ArrayList<>(List.of(programs.program("pg_ctl"), action, "--pgdata=" + home.data()));
    words.addAll(List.of(options));
    return ServerCommand.run(home.user(), home.dir(), words);
  }
}
