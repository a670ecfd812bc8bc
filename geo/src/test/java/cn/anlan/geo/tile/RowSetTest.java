package cn.anlan.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class RowSetTest {
  @Test
  void itCountsFindsAndListsWhatAPlainLookFinds() {
    long seed = 20240601;
    Random random = new Random(seed);
    for (int size : new int[] {0, 1, 63, 64, 511, 512, 513, 5_000}) {
      for (double share : new double[] {0, 0.01, 0.5, 1}) {
        RoaringBitmap rows = new RoaringBitmap();
        for (int row = 0; row < size; row++) {
          if (random.nextDouble() < share) {
            rows.add(row);
          }
        }
        RowSet set = RowSet.of(rows, size);
        assertThat(set.size()).isEqualTo(rows.getCardinality());
        for (int i = 0; i < 200; i++) {
          int from = random.nextInt(size + 1);
          int end = from + random.nextInt(size - from + 1);
          String as = "seed %d, size %d, %d to %d".formatted(seed, size, from, end);
          int[] expected = rows.stream().filter(r -> r >= from && r < end).toArray();
          assertThat(set.count(from, end)).as(as).isEqualTo(expected.length);
          List<Integer> listed = new ArrayList<>();
          set.forEach(from, end, listed::add);
          assertThat(listed.stream().mapToInt(r -> r)).as(as).containsExactly(box(expected));
          if (expected.length > 0) {
            int skipped = random.nextInt(expected.length);
            assertThat(set.rowAfter(from, skipped)).as(as).isEqualTo(expected[skipped]);
          }
        }
      }
    }
  }

  private static Integer[] box(int[] rows) {
    Integer[] boxed = new Integer[rows.length];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = rows[i];
    }
    return boxed;
  }

  @Test
  void bothHaveWhatEachHas() {
    RowSet even = RowSet.of(RoaringBitmap.bitmapOf(0, 2, 4, 600), 700);
    RowSet small = RowSet.of(RoaringBitmap.bitmapOf(0, 1, 2, 600), 700);
    List<Integer> both = new ArrayList<>();
    even.and(small).forEach(0, 700, both::add);
    assertThat(both).containsExactly(0, 2, 600);
  }
}
