package cn.anlan.web.reach;

import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the layers {@code reach_gap} and {@code reach_area} of the usual question up to date once
 * somebody has stored it ({@code ./anlan reach --store}): where the roads, the layers that it looks
 * at or the stored rows differ from those looked at last, it is answered anew, and what has changed
 * is written. Its own writing is looked at once more and found to be right.
 */
final class ReachKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(ReachKeeper.class);
  private static final Scope SCOPE = Scope.wholeProvince("reach");

  private record Seen(ReachGround ground, List<Long> layers, LocalDate day) {}

  private final Database database;
  private final Supplier<Optional<ReachGround>> roads;
  private Seen seen;

  /**
   * @param roads as teams drive them now; empty where none are prepared
   */
  ReachKeeper(Database database, Supplier<Optional<ReachGround>> roads) {
    this.database = database;
    this.roads = roads;
  }

  /**
   * Looks at a generation in which every layer is loaded.
   *
   * <p>Where the question has no answer any more (no team of its kinds is left), that is logged and
   * the rows stay as they are until something differs again; any other failure is thrown, with the
   * rows as they were.
   *
   * @param today the counties are those of the day
   * @return whether anything was written
   */
  synchronized boolean look(Generation generation, LocalDate today) {
    ReachQuestion usual = ReachQuestion.usual(database.catalog());
    if (!isStored(generation, usual)) {
      return false;
    }
    ReachGround ground = roads.get().orElse(null);
    if (ground == null) {
      return false;
    }
    List<Long> layers =
        Stream.concat(Reach.layers(usual).stream(), Stream.of(ReachRows.GAPS, ReachRows.AREAS))
            .map(layer -> generation.get(layer).number())
            .toList();
    Seen now = new Seen(ground, layers, today);
    if (now.equals(seen)) {
      return false;
    }
    boolean written = false;
    try {
      written =
          new ReachRows(database, "anlan").write(Reach.answer(ground, generation, SCOPE, usual));
    } catch (UserFault fault) { // of the same data it would say the same again
      LOG.warn("the stored reach is not renewed: {}", fault.line());
    }
    seen = now;
    return written;
  }

  /** A stored answer without a gap has left only its areas. */
  private static boolean isStored(Generation generation, ReachQuestion usual) {
    LayerSnapshot gaps = generation.get(ReachRows.GAPS);
    return hasRun(gaps, ReachRows.runKey(usual))
        || Query.on(gaps, SCOPE).count() == 0
            && hasRun(generation.get(ReachRows.AREAS), ReachRows.areaKey(usual));
  }

  private static boolean hasRun(LayerSnapshot layer, String key) {
    return Query.on(layer, SCOPE)
            .filter(columns -> columns.compare(ResultRows.RUN_KEY, Comparison.EQUAL, key))
            .count()
        > 0;
  }
}
