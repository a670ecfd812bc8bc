package cn.anlan.geo.filter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random filters on random rows with nulls, against SQL's truth tables applied row by row. */
class FilterPropertyTest {
  private static final int ROWS = 400;
  private static final int FILTERS = 250;

  @ParameterizedTest
  @ValueSource(longs = {1, 36, 4490, 20210301})
  void snapshotsFindWhatALookAtEveryRowFinds(long seed) {
    Random random = new Random(seed);
    List<Object[]> rows = new ArrayList<>();
    SnapshotBuilder builder = new SnapshotBuilder("random", 1, RandomFilter.COLUMNS);
    for (int i = 0; i < ROWS; i++) {
      Object[] row = RandomFilter.row(random);
      rows.add(row);
      builder.add(i, null, row);
    }
    LayerSnapshot snapshot = builder.build();
    for (int i = 0; i < FILTERS; i++) {
      RandomFilter filter = RandomFilter.next(random, 4);
      List<Integer> expected = new ArrayList<>();
      for (int id = 0; id < ROWS; id++) {
        if (Boolean.TRUE.equals(filter.naive().apply(rows.get(id)))) {
          expected.add(id);
        }
      }
      assertThat(FilterTable.find(snapshot, filter.text()))
          .as("seed %d, filter %d: %s", seed, i, filter.text())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 36, 4490, 20210301})
  void oneRowByItselfIsAnsweredAsTheTruthTablesSay(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 4 * FILTERS; i++) {
      RandomFilter filter = RandomFilter.next(random, 4);
      Filter parsed = Filter.parse(filter.text());
      assertThat(Filter.parse(filter.json()))
          .as("seed %d, filter %d: %s", seed, i, filter.json())
          .isEqualTo(parsed)
          .hasSameHashCodeAs(parsed);
      for (int n = 0; n < 20; n++) {
        Map<String, Object> values = new HashMap<>();
        Object[] row = RandomFilter.row(random);
        for (int c = 0; c < row.length; c++) {
          values.put(RandomFilter.COLUMNS.get(c).name(), row[c]);
        }
        Boolean naive = filter.naive().apply(row);
        assertThat(parsed.test(values::get))
            .as("seed %d, filter %d: %s on %s", seed, i, filter.text(), values)
            .isEqualTo(naive == null ? Logic.UNKNOWN : Logic.of(naive));
        assertThat(values.keySet()).containsAll(parsed.properties());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void manyRowsAcrossBlocksAreFoundAsFewAre(long seed) {
    Random random = new Random(seed);
    List<ColumnSpec> columns = List.of(new ColumnSpec("n", ColumnKind.INTEGER));
    SnapshotBuilder builder = new SnapshotBuilder("many", 1, columns);
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      Long value = random.nextInt(5) == 0 ? null : (Long) (long) (i + random.nextInt(20_000));
      values.add(value);
      builder.add(i, null, value);
    }
    LayerSnapshot snapshot = builder.build();
    for (int i = 0; i < 20; i++) {
      long low = random.nextInt(70_000);
      long high = low + random.nextInt(5000);
      List<Integer> expected = new ArrayList<>();
      for (int id = 0; id < values.size(); id++) {
        Long value = values.get(id);
        if (value != null && value >= low && value < high) {
          expected.add(id);
        }
      }
      String filter = "n >= " + low + " AND NOT n >= " + high;
      assertThat(FilterTable.find(snapshot, filter)).as("seed %d", seed).isEqualTo(expected);
    }
  }
}
