package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.roaringbitmap.RoaringBitmap;

/** Pages by id against sorting everything, on random layers. */
class IdOrderTest {
  private static final long SEED = 60;

  @Test
  void pagesGiveEveryRowOnceInTheOrderOfIds() {
    Random random = new Random(SEED);
    for (int run = 0; run < 60; run++) {
      String message = "seed " + SEED + ", run " + run;
      LayerSnapshot snapshot = layer(random, run % 3);
      RoaringBitmap rows = some(snapshot, random, run % 4);
      int limit = 1 + random.nextInt(40);
      List<Long> expected = rows.stream().mapToObj(snapshot::id).sorted().toList();
      List<Long> found = new ArrayList<>();
      long after = Long.MIN_VALUE;
      int[] page;
      do {
        page = IdOrder.after(after, snapshot, rows, limit);
        assertThat(page.length).as(message).isLessThanOrEqualTo(limit);
        Arrays.stream(page).forEach(row -> found.add(snapshot.id(row)));
        after = found.isEmpty() ? after : found.get(found.size() - 1);
      } while (page.length > 0);
      assertThat(found).as(message).isEqualTo(expected);
    }
  }

  @Test
  void behindTheGreatestIdThereIsNothing() {
    LayerSnapshot snapshot = layer(new Random(SEED), 0);
    RoaringBitmap rows = Query.on(snapshot, Scope.wholeProvince("test")).rows();
    assertThat(IdOrder.after(Long.MAX_VALUE, snapshot, rows, 10)).isEmpty();
    assertThat(IdOrder.after(Long.MIN_VALUE, snapshot, new RoaringBitmap(), 10)).isEmpty();
  }

  /** Ids close together, with wide gaps, or anywhere. */
  private static LayerSnapshot layer(Random random, int kind) {
    TreeSet<Long> ids = new TreeSet<>();
    for (int i = 0; i < 400; i++) {
      ids.add(
          switch (kind) {
            case 0 -> (long) random.nextInt(600);
            case 1 -> random.nextInt(2) * 1_000_000L + random.nextInt(500);
            default -> random.nextLong() / 2;
          });
    }
    SnapshotBuilder builder =
        new SnapshotBuilder("well", 1, List.of()).disclosure(Disclosure.PUBLIC);
    for (long id : ids) {
      Coordinate at = new Coordinate(113 + random.nextDouble() * 5, 25 + random.nextDouble() * 5);
      builder.add(id, new WKBWriter().write(new GeometryFactory().createPoint(at)));
    }
    return builder.build();
  }

  /** All, every other one, few, or those of the greatest ids only. */
  private static RoaringBitmap some(LayerSnapshot snapshot, Random random, int kind) {
    RoaringBitmap rows = Query.on(snapshot, Scope.wholeProvince("test")).rows();
    long middle = rows.stream().mapToLong(snapshot::id).sorted().skip(300).findFirst().orElse(0);
    RoaringBitmap wanted = new RoaringBitmap();
    rows.forEach(
        (int row) -> {
          boolean take =
              switch (kind) {
                case 0 -> true;
                case 1 -> random.nextBoolean();
                case 2 -> random.nextInt(50) == 0;
                default -> snapshot.id(row) > middle;
              };
          if (take) {
            wanted.add(row);
          }
        });
    return wanted;
  }
}
