package cn.anlan.data.ingest.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Keys beyond what memory holds are found as surely as the others. */
class SeenKeysTest {
  @Test
  void itSaysTheSameAsAMapHoweverManyKeysGoToDisk() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    SeenKeys seen = new SeenKeys(1_000);
    Map<String, Integer> slow = new HashMap<>();
    for (int row = 1; row <= 60_000; row++) {
      String key = "企业-" + random.nextInt(50_000);
      Integer before = slow.putIfAbsent(key, row);
      assertThat(seen.firstRow(key, row))
          .as("seed %d, row %d, key %s", seed, row, key)
          .isEqualTo(before == null ? 0 : before);
    }
    for (int i = 0; i < 50_000; i++) {
      String key = "企业-" + i;
      assertThat(seen.isSeen(key))
          .as("seed %d, key %s", seed, key)
          .isEqualTo(slow.containsKey(key));
    }
  }

  @Test
  void aKeyThatIsOnlyAskedForIsNotRemembered() {
    KeySet keys = new KeySet();
    assertThat(keys.contains("甲")).isFalse();
    assertThat(keys.contains("甲")).isFalse();
    assertThat(keys.add("甲")).isTrue();
    assertThat(keys.add("甲")).isFalse();
    assertThat(keys).hasSize(1);
    assertThat(keys.contains("甲")).isTrue();
  }
}
