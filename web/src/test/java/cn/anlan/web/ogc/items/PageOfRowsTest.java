package cn.anlan.web.ogc.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.web.snapshot.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;

/** Pages in any order, held against sorting all rows, with nulls and equal values among them. */
class PageOfRowsTest {
  private static final long SEED = 61;
  private static final Layer ACCIDENT = Catalog.load(null).getLayer("accident");

  private final List<Object[]> data = new ArrayList<>();
  private final LayerSnapshot snapshot = snapshot(new Random(SEED));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "-id",
        "name",
        "-deaths,+name",
        "occurred_on,-direct_loss_10k_yuan",
        "is_traffic,-occurred_on,deaths",
        " deaths"
      })
  void pagesGiveEveryRowOnceInOrder(String sortby) {
    SortOrder order = SortOrder.parse(sortby, ACCIDENT);
    List<Long> expected = data.stream().sorted(reference(order)).map(row -> (Long) row[0]).toList();
    RoaringBitmap rows = Query.on(snapshot, Scope.wholeProvince("test")).rows();
    List<Long> found = new ArrayList<>();
    String after = null;
    do {
      PageOfRows page = PageOfRows.of(snapshot, rows, order, after, 7);
      Arrays.stream(page.rows()).forEach(row -> found.add(snapshot.id(row)));
      after = page.next();
    } while (after != null);
    assertThat(found).as("seed " + SEED + ", sortby " + sortby).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuch", "geom", "control_measures", "name,,deaths", ""})
  void whatCannotBeSortedByIsRefused(String sortby) {
    assertThatThrownBy(() -> SortOrder.parse(sortby, ACCIDENT))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("sortby=" + sortby);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "W10", "WzFd", "WyJhIl0", "!!", "999999999999999999999"})
  void aForeignMarkIsRefused(String after) {
    SortOrder order = SortOrder.parse("-deaths,name", ACCIDENT);
    assertThatThrownBy(() -> Cursor.read(after, order, snapshot)).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> Cursor.read(after, SortOrder.BY_ID, snapshot))
        .isInstanceOf(UserFault.class);
  }

  @Test
  void theLastPageHasNoNext() {
    RoaringBitmap rows = Query.on(snapshot, Scope.wholeProvince("test")).rows();
    PageOfRows exact = PageOfRows.of(snapshot, rows, SortOrder.BY_ID, null, data.size());
    assertThat(exact.rows()).hasSize(data.size());
    assertThat(exact.next()).isNull();
  }

  private LayerSnapshot snapshot(Random random) {
    SnapshotBuilder builder =
        new SnapshotBuilder(
                "accident",
                1,
                Columns.of(
                    "name",
                    "occurred_on date",
                    "deaths integer",
                    "direct_loss_10k_yuan number",
                    "is_traffic boolean"))
            .disclosure(Disclosure.PUBLIC);
    for (long id = 1; id <= 100; id++) {
      Object[] row = {
        id,
        orNull(random, "示例" + random.nextInt(9)),
        orNull(random, LocalDate.of(2020, 1, 1 + random.nextInt(5))),
        orNull(random, (long) random.nextInt(4)),
        orNull(random, random.nextInt(6) / 4.0),
        orNull(random, random.nextBoolean())
      };
      data.add(row);
      builder.add(id, null, Arrays.copyOfRange(row, 1, row.length));
    }
    return builder.build();
  }

  private static Object orNull(Random random, Object value) {
    return random.nextInt(5) == 0 ? null : value;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Comparator<Object[]> reference(SortOrder order) {
    List<String> names =
        List.of("id", "name", "occurred_on", "deaths", "direct_loss_10k_yuan", "is_traffic");
    Comparator<Object[]> all = (a, b) -> 0;
    for (SortOrder.Key key : order.keys()) {
      int at = names.indexOf(key.column());
      Comparator values = key.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
      Comparator<Object[]> by =
          Comparator.comparing(row -> row[at], (Comparator<Object>) Comparator.nullsLast(values));
      all = all.thenComparing(by);
    }
    return all.thenComparing(row -> (Long) row[0]);
  }
}
