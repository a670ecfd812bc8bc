package cn.anlan.data.initial;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Streams layer after layer into the caller's transaction and says how far it is. */
final class DemoLoading {
  private static final long TELL_EVERY_NS = 3_000_000_000L;

  private final Connection connection;
  private final Catalog catalog;
  private final String what;
  private final Progress progress;
  private final List<LoadedLayer> loaded = new ArrayList<>();

  DemoLoading(Connection connection, Catalog catalog, String what, Progress progress) {
    this.connection = connection;
    this.catalog = catalog;
    this.what = what;
    this.progress = progress;
  }

  /** Loads a layer; those that it refers to must have been loaded. */
  void layer(String id, Consumer<Consumer<Row>> rows) {
    Layer layer = catalog.getLayer(id);
    Teller teller = new Teller(layer);
    try {
      long count =
          OwnRows.load(
              connection, layer, what, out -> rows.accept(row -> out.accept(teller.pass(row))));
      LoadedLayer done = new LoadedLayer(id, count, teller.seconds());
      loaded.add(done);
      if (teller.told || teller.seconds() >= 1) {
        progress.step(teller.text(count) + "，完成 (done)");
      }
    } catch (SQLException e) {
      throw new StoreException("装入示例图层 (loading the invented layer) " + id, e);
    } catch (IOException e) {
      throw new UncheckedIOException("staging the invented layer " + id, e);
    }
  }

  /** The layers so far, in the order of loading. */
  List<LoadedLayer> loaded() {
    return List.copyOf(loaded);
  }

  /** Counts the rows that pass. */
  private final class Teller {
    private final Layer layer;
    private final long start = System.nanoTime();
    private long next = start + TELL_EVERY_NS;
    private long count;
    private boolean told;

    Teller(Layer layer) {
      this.layer = layer;
    }

    Row pass(Row row) {
      if ((++count & 0x3FF) == 0 && System.nanoTime() > next) {
        next = System.nanoTime() + TELL_EVERY_NS;
        told = true;
        progress.step(text(count));
      }
      return row;
    }

    double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    String text(long rows) {
      LoadedLayer soFar = new LoadedLayer(layer.id(), rows, seconds());
      return "%s：%,d 行 (rows)，%.1f 秒 (s)，每秒 %,d 行 (rows/s)"
          .formatted(layer.title().zh(), rows, soFar.seconds(), soFar.rowsPerSecond());
    }
  }
}
