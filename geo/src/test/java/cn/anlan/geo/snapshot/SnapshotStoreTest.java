package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SnapshotStoreTest {
  @Test
  void aColdLayerIsWarming() {
    SnapshotStore store = new SnapshotStore();
    assertThatThrownBy(() -> store.get("road"))
        .isInstanceOfSatisfying(
            LayerWarming.class, warming -> assertThat(warming.layer()).isEqualTo("road"))
        .hasMessageContaining("road");
    assertThat(store.find("road")).isEmpty();
    assertThat(store.dataVersion()).isZero();
    store.put(snapshot("road", 1));
    store.remove("road");
    assertThatThrownBy(() -> store.get("road")).isInstanceOf(LayerWarming.class);
  }

  @Test
  void aNewerSnapshotReplacesAnOlderOneAndNeverTheOtherWayRound() {
    SnapshotStore store = new SnapshotStore();
    LayerSnapshot second = snapshot("road", 2);
    assertThat(store.put(second)).isTrue();
    assertThat(store.put(snapshot("road", 1))).isFalse();
    assertThat(store.get("road")).isSameAs(second);
    assertThat(store.dataVersion()).isEqualTo(2);
    LayerSnapshot again = snapshot("road", 2);
    assertThat(store.put(again)).isTrue();
    assertThat(store.get("road")).isSameAs(again);
    assertThat(store.put(5, List.of())).isTrue();
    assertThat(store.dataVersion()).as("nothing changed up to 5").isEqualTo(5);
  }

  @Test
  void aReaderSeesLayersOfOneVersionTogether() throws Exception {
    SnapshotStore store = new SnapshotStore();
    store.put(0, List.of(snapshot("a", 0), snapshot("b", 0)));
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int v = 1; v <= 2000; v++) {
                store.put(v, List.of(snapshot("a", v), snapshot("b", v)));
              }
              done.set(true);
            });
    writer.start();
    long last = 0;
    while (!done.get()) {
      SnapshotStore.Generation now = store.current();
      assertThat(now.get("a").dataVersion()).isEqualTo(now.get("b").dataVersion());
      assertThat(now.dataVersion()).isEqualTo(now.get("a").dataVersion());
      assertThat(now.dataVersion()).isGreaterThanOrEqualTo(last);
      last = now.dataVersion();
    }
    writer.join();
    assertThat(store.dataVersion()).isEqualTo(2000);
  }

  @Test
  void aDatabasePutBackAndGoneOnIsToldFromTheOneBefore() {
    SnapshotStore before = new SnapshotStore();
    before.put(3, List.of(snapshot("a", 3), snapshot("b", 2)));
    SnapshotStore.Generation old = before.current();
    before.put(4, List.of());
    assertThat(before.current().number()).as("no layer changed").isEqualTo(old.number());
    SnapshotStore afresh = new SnapshotStore();
    afresh.put(3, List.of(snapshot("a", 3), snapshot("b", 3)));
    assertThat(afresh.current().number()).isGreaterThan(old.number());
    assertThat(new SnapshotStore().current().number()).isZero();
  }

  private static LayerSnapshot snapshot(String layer, long version) {
    return new SnapshotBuilder(layer, version, List.of()).build();
  }
}
