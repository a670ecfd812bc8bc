package cn.anlan.data.export;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Rows;
import cn.anlan.data.store.TestDatabase;
import java.util.List;

/**
 * The base map and a small demonstration province in a database of their own: real-looking rows in
 * every layer of the catalogue. References between layers are not enforced, so that rows may go and
 * come again.
 */
final class SmallDemo implements AutoCloseable {
  private static final double SCALE = 0.01;

  private final Database database = TestDatabase.open();

  SmallDemo() {
    InitialData.ensureDemo(database, new DemoPlan(DemoPlan.DEFAULT_SEED, SCALE), Progress.silent());
    for (String drop :
        rows(
            "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)"
                + " FROM pg_constraint WHERE contype = 'f'"
                + " AND connamespace = 'layer'::regnamespace")) {
      run(drop);
    }
    SampleResults.write(this);
  }

  Database database() {
    return database;
  }

  /** All layers; each has rows. */
  List<Layer> layers() {
    return List.copyOf(database.catalog().layers());
  }

  /** Some rows of a layer, always the same ones. */
  long[] someIds(Layer layer, int most, String condition) {
    String sql =
        "SELECT id FROM layer.%s WHERE %s ORDER BY md5(code) LIMIT %d"
            .formatted(layer.id(), condition, most);
    return rows(sql).stream().mapToLong(Long::parseLong).toArray();
  }

  List<String> rows(String sql) {
    return Rows.of(database.owner(), sql);
  }

  void run(String... statements) {
    Rows.run(database.owner(), statements);
  }

  @Override
  public void close() {
    database.close();
  }
}
