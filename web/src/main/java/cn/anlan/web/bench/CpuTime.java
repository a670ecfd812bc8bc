package cn.anlan.web.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** CPU seconds, user and system, that we and the database's processes have used so far. */
record CpuTime(double javaSeconds, double serverSeconds) {
  /** Linux counts in hundredths of a second for all programs (USER_HZ). */
  private static final double TICKS_PER_SECOND = 100;

  /**
   * Fields of proc(5) {@code stat} after the command's name: own and waited-for children's time.
   */
  private static final int UTIME = 11;

  /**
   * @param server the server's first process; none where it cannot be seen
   */
  static CpuTime now(Optional<Long> server) {
    double java =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    double ticks =
        server
            .flatMap(ProcessHandle::of)
            .map(
                first ->
                    ticks(first.pid(), 4)
                        + first.children().mapToDouble(child -> ticks(child.pid(), 2)).sum())
            .orElse(0.0);
    return new CpuTime(java, ticks / TICKS_PER_SECOND);
  }

  CpuTime since(CpuTime before) {
    return new CpuTime(javaSeconds - before.javaSeconds, serverSeconds - before.serverSeconds);
  }

  private static double ticks(long pid, int fields) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] parts = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double sum = 0;
      for (int i = 0; i < fields; i++) {
        sum += Double.parseDouble(parts[UTIME + i]);
      }
      return sum;
    } catch (IOException ended) {
      return 0;
    }
  }
}
