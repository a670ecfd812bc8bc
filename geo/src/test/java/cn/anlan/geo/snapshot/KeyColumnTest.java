package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The business key, whichever of its two forms it takes in memory. */
class KeyColumnTest {
  private static final int SIZE = 20_000;
  private static final long SEED = 36;

  @Test
  void numberedCodesOfSeveralSeriesAreFoundAndTakeFewBytes() {
    LayerSnapshot snapshot =
        check(i -> (i % 3 == 0 ? "DEMO-HZ-%07d" : "示例%05d").formatted(i / 3 * 2 + i % 3 / 2));
    LayerSnapshot words = check(i -> "DEMO-HZ-%07d号".formatted(i));
    long saved =
        words.parts().ordered().column("code").memoryBytes()
            - snapshot.parts().ordered().column("code").memoryBytes();
    assertThat(snapshot.parts().ordered().column("code").memoryBytes()).isLessThan(10L * SIZE);
    assertThat(saved).isGreaterThan(20L * SIZE);
  }

  @Test
  void codesWithWideGapsOrWithoutNumbersOrWithVeryLongOnesAreFoundToo() {
    check(i -> "A" + i * 50_000L);
    check(i -> Integer.toString(i, 3).replace('0', 'x').replace('1', 'y').replace('2', 'z') + ".");
    check(i -> "36010219900101%06d".formatted(i));
    check(i -> i < SIZE / 2 ? "R%06d".formatted(i) : "word" + (char) ('a' + i % 26) + i + "-");
    check(i -> (char) ('A' + i % 26) + "" + (char) ('A' + i / 26 % 26) + "%04d".formatted(i));
  }

  @Test
  void leadingZerosTellCodesApart() {
    LayerSnapshot snapshot = snapshot(List.of("A7", "A07", "A007", "7", "07", ""));
    for (String code : List.of("A7", "A07", "A007", "7", "07", "")) {
      assertThat(snapshot.text("code", snapshot.rowOfCode(code))).isEqualTo(code);
    }
    assertThat(snapshot.rowOfCode("A0007")).isEqualTo(-1);
    assertThat(snapshot.rowOfCode("A8")).isEqualTo(-1);
  }

  @Test
  void aDoubledOrMissingCodeIsRefused() {
    assertThatThrownBy(() -> snapshot(List.of("A1", "A2", "A1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A1");
    assertThatThrownBy(() -> snapshot(List.of("x.", "y.", "x.")))
        .isInstanceOf(IllegalArgumentException.class);
    List<String> missing = new ArrayList<>(List.of("A1", "A2"));
    missing.add(null);
    assertThatThrownBy(() -> snapshot(missing)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Rows that come in any order of ids stand as if they had come in the order of ids. */
  @Test
  void theOrderOfComingDoesNotMatter() {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      ids.add(i);
    }
    LayerSnapshot inOrder = byId(ids);
    Collections.shuffle(ids, new Random(SEED));
    LayerSnapshot shuffled = byId(ids);
    for (int row = 0; row < 1000; row++) {
      assertThat(shuffled.id(row)).isEqualTo(inOrder.id(row));
      assertThat(shuffled.text("code", row)).isEqualTo(inOrder.text("code", row));
    }
  }

  private static LayerSnapshot byId(List<Integer> ids) {
    SnapshotBuilder builder = builder();
    for (int id : ids) {
      byte[] code = ("«C" + id).getBytes(StandardCharsets.UTF_8);
      builder.addUtf8(0, code, 2, code.length - 2);
      builder.addPlace(id, null);
    }
    return builder.build();
  }

  private static LayerSnapshot check(IntFunction<String> codes) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      all.add(codes.apply(i));
    }
    Collections.shuffle(all, new Random(SEED));
    LayerSnapshot snapshot = snapshot(all);
    for (int i = 0; i < SIZE; i++) {
      int row = snapshot.rowOfCode(all.get(i));
      assertThat(row).as("seed %d, code %s", SEED, all.get(i)).isNotNegative();
      assertThat(snapshot.id(row)).isEqualTo(i);
      assertThat(snapshot.text("code", row)).isEqualTo(all.get(i));
    }
    assertThat(snapshot.rowOfCode("nobody")).isEqualTo(-1);
    assertThat(snapshot.rowOfCode("DEMO-HZ-9999999")).isEqualTo(-1);
    return snapshot;
  }

  private static LayerSnapshot snapshot(List<String> codes) {
    SnapshotBuilder builder = builder();
    for (int i = 0; i < codes.size(); i++) {
      builder.add(i, null, codes.get(i));
    }
    return builder.build();
  }

  private static SnapshotBuilder builder() {
    return new SnapshotBuilder("hazard", 1, List.of(new ColumnSpec("code", ColumnKind.TEXT)));
  }
}
