package cn.anlan.web.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much of the heap was live at most since it was made: what the collector's last full look at
 * each pool left, or, where it never had to look, what the pools held at most.
 */
final class HeapWatch {
  private static final double MB = 1024 * 1024;

  HeapWatch() {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** An upper bound: garbage that was not yet collected counts too. MB. */
  double mostLiveMb() {
    return pools().mapToDouble(pool -> pool.getPeakUsage().getUsed() / MB).sum();
  }

  /** The most that this process ever had in memory, as the system counts it (VmHWM). MB. */
  static double mostResidentMb() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  private static Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
