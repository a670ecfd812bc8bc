package cn.anlan.web.status;

import cn.anlan.data.delivery.Quarantine;
import cn.anlan.data.store.Database;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many delivered rows of each layer wait for correction: asked at most once a second. While the
 * database is away the last answer stands, as the layers do.
 */
final class WaitingRows {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingRows.class);
  private static final long SECOND = 1_000_000_000L;

  private final Quarantine quarantine;
  private final BooleanSupplier databaseAway;
  private Map<String, Long> last = Map.of();
  private long askedNanos = System.nanoTime() - SECOND;

  WaitingRows(Database database, BooleanSupplier databaseAway) {
    this.quarantine = new Quarantine(database);
    this.databaseAway = databaseAway;
  }

  synchronized Map<String, Long> byLayer() {
    if (System.nanoTime() - askedNanos >= SECOND && !databaseAway.getAsBoolean()) {
      askedNanos = System.nanoTime();
      try {
        last = quarantine.waiting();
      } catch (RuntimeException away) {
        LOG.warn("the rows that wait for correction cannot be counted: {}", away.getMessage());
      }
    }
    return last;
  }
}
