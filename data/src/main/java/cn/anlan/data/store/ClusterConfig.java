package cn.anlan.data.store;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The server settings of the private cluster, written anew at every start. The office's own go into
 * {@code own.conf} in the data directory, which is read after them.
 */
final class ClusterConfig {
  static final String FILE = "anlan.conf";
  static final String OWN_FILE = "own.conf";

  /** What {@code postgresql.conf} gets at its end, once. */
  static final String INCLUDES = "\ninclude '" + FILE + "'\ninclude_if_exists '" + OWN_FILE + "'\n";

  private static final long MB = 1024 * 1024;
  private static final long MOST_SHARED_MB = 512;
  private static final long SHARED_FRACTION = 8;

  private ClusterConfig() {}

  /**
   * @param socketDir directory of the Unix socket, or empty for none
   * @param overrides settings that replace or join ours, values as in the file
   */
  static String text(int port, Optional<String> socketDir, Map<String, String> overrides) {
    long ramMb = ramBytes() / MB;
    Map<String, String> s = new LinkedHashMap<>();
    s.put("listen_addresses", "'127.0.0.1'");
    s.put("port", Integer.toString(port));
    s.put("unix_socket_directories", quote(socketDir.orElse("")));
    s.put("unix_socket_permissions", "0700");
    s.put("password_encryption", "'scram-sha-256'");
    s.put("max_connections", "40");
    s.put("shared_buffers", Math.min(MOST_SHARED_MB, ramMb / SHARED_FRACTION) + "MB");
    s.put("effective_cache_size", ramMb / 2 + "MB");
    s.put("work_mem", "32MB");
    s.put("maintenance_work_mem", "256MB");
    // Nothing copies the cluster while it runs; so what is written into a table begun in the same
    // transaction (a bulk load) need not be written to the log as well, only to the disk.
    s.put("wal_level", "minimal");
    s.put("max_wal_senders", "0");
    s.put("max_wal_size", "2GB");
    s.put("min_wal_size", "128MB");
    s.put("wal_compression", "on");
    s.put("checkpoint_timeout", "15min");
    s.put("random_page_cost", "1.1");
    s.put("max_parallel_workers_per_gather", "1");
    s.put("max_parallel_maintenance_workers", "1");
    s.put("jit", "off");
    s.put("fsync", "on");
    s.put("full_page_writes", "on");
    s.put("synchronous_commit", "on");
    s.put("client_connection_check_interval", "'5s'");
    s.put("idle_in_transaction_session_timeout", "'30min'");
    s.put("log_line_prefix", "'%m [%p] %u@%d '");
    s.put("log_min_messages", "warning");
    s.put("log_min_error_statement", "panic");
    s.put("log_checkpoints", "off");
    s.putAll(overrides);
    StringBuilder text =
        new StringBuilder("# Written at every start; changes belong into own.conf beside it.\n");
    s.forEach((name, value) -> text.append(name).append(" = ").append(value).append('\n'));
    return text.toString();
  }

  private static long ramBytes() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getTotalMemorySize();
  }

  private static String quote(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
