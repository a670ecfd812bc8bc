package cn.anlan.web.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.data.store.TestLayer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GenerationLoopTest {
  @TempDir Path conf;

  @Test
  void itLooksAtEveryVersionAndWhereWhatStandsBesideTheLayersIsAnother() throws Exception {
    TestLayer.write(
        conf, "small", "none", "- {name: name, type: text, title: {zh: 名称, en: Name}}\n");
    List<String> looks = new CopyOnWriteArrayList<>();
    AtomicReference<String> roads = new AtomicReference<>("old roads");
    try (Database database = TestDatabase.open(conf)) {
      LiveSnapshots snapshots = new LiveSnapshots(database);
      try (GenerationLoop loop =
          new GenerationLoop(
              "test",
              snapshots,
              (now, today) -> looks.add(now.dataVersion() + " " + roads.get()),
              roads::get)) {
        until(looks, 1);
        roads.set("new roads");
        until(looks, 2);
        database.inTransaction(
            "test",
            "test",
            connection -> {
              Sql.run(connection, "INSERT INTO layer.small (code) VALUES ('S1')");
              return null;
            });
        until(looks, 3);
        Thread.sleep(1_500); // three more times it has found nothing to look at
        assertThat(looks).containsExactly("0 old roads", "0 new roads", "1 new roads");
      } finally {
        snapshots.stop();
      }
    }
  }

  private static void until(List<String> looks, int count) throws InterruptedException {
    while (looks.size() < count) {
      Thread.sleep(50);
    }
  }
}
