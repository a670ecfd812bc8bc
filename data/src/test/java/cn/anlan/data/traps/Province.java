package cn.anlan.data.traps;

import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Rows;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A database with the product's own base map and reference data, and imports of small tables. */
final class Province implements AutoCloseable {
  private final Database database = TestDatabase.open();
  private final Path folder;

  Province(Path folder) {
    this.folder = folder;
    InitialData.ensureBaseMap(database, Progress.silent());
  }

  Database database() {
    return database;
  }

  /** All layers as they stand. */
  SnapshotStore snapshots() {
    SnapshotStore store = new SnapshotStore();
    new SnapshotLoader(database).loadInto(store);
    return store;
  }

  /** Imports a table; its bad rows are set aside. */
  ImportReport quarantine(String layer, String csv) {
    return Importer.run(
        database, request(layer, csv).mode(ImportMode.QUARANTINE).build(), Progress.silent());
  }

  ImportRequest.Builder request(String layer, String csv) {
    try {
      Path file = Files.createTempFile(folder, "delivery", ".csv");
      Files.writeString(file, csv);
      return ImportRequest.of(layer, file)
          .crs("EPSG:4490")
          .sigmaM(5.0)
          .rejectedDir(folder.resolve("rejected"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each row's columns joined by {@code |}. */
  List<String> rows(String sql) {
    return Rows.of(database.owner(), sql);
  }

  @Override
  public void close() {
    database.close();
  }
}
