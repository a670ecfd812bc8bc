package cn.anlan.web.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.snapshot.Columns;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** A province of 7 × 7 square counties and one island far off. */
class CountyHotspotsTest {
  private static final Scope SCOPE = Scope.wholeProvince("test");
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int SIDE = 7;
  private static final double WIDTH_DEG = 0.2;

  private static String code(int row, int col) {
    return "36" + (10 + row) + (10 + col);
  }

  private static LayerSnapshot regions() {
    SnapshotBuilder builder =
        new SnapshotBuilder(
                "region",
                1,
                Columns.of(
                    "code",
                    "name",
                    "admin_level code",
                    "parent_code",
                    "valid_from date",
                    "valid_to date",
                    "successor_code",
                    "drawn_in text_list",
                    "population integer"))
            .disclosure(Disclosure.PUBLIC);
    int id = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int col = 0; col < SIDE; col++) {
        // One county without residents.
        Long people = row == 6 && col == 6 ? 0L : 100_000L + 10_000 * col;
        add(builder, ++id, code(row, col), people, 115 + col * WIDTH_DEG, 26 + row * WIDTH_DEG);
      }
    }
    add(builder, ++id, "369901", 50_000L, 118, 29.5);
    return builder.build();
  }

  private static void add(
      SnapshotBuilder builder, int id, String code, Long people, double west, double south) {
    Envelope box = new Envelope(west, west + WIDTH_DEG, south, south + WIDTH_DEG);
    builder.add(
        id,
        new WKBWriter().write(SHAPES.toGeometry(box)),
        code,
        "县" + code,
        "county",
        "360000",
        null,
        null,
        null,
        null,
        people);
  }

  /** Two in each county, and fourteen in each of the four counties of a corner. */
  private static Generation generation() {
    InventedEvents events = new InventedEvents();
    for (int row = 0; row < SIDE; row++) {
      for (int col = 0; col < SIDE; col++) {
        int count = row < 2 && col < 2 ? 14 : 2;
        for (int k = 0; k < count; k++) {
          events.at(115.1 + col * WIDTH_DEG, 26.1 + row * WIDTH_DEG, code(row, col));
        }
      }
    }
    events.at(118.1, 29.6, "369901");
    events.at(110, 26, "430101"); // of another province
    return new Generation(1, Map.of("accident", events.build(), "region", regions()));
  }

  private static HotspotResult answer(String method, String per, String value) {
    HotspotQuestion question =
        HotspotQuestion.of(
            new HotspotQuestion.Words("accident", method, null, "county", "quartic", value, per),
            5_000,
            0,
            true,
            null,
            9_999,
            100);
    return new Hotspots(Catalog.load(null)).answer(generation(), SCOPE, question);
  }

  @Test
  void countiesAmongTheirLikeAreFoundAndNamed() {
    HotspotAnswer answer = answer("local_moran", null, "count").answer(100);
    assertThat(answer.cells())
        .filteredOn(Finding::isFinding)
        .extracting(f -> f.code() + " " + f.verdict())
        .contains(code(0, 0) + " high_high", code(0, 1) + " high_high", code(1, 0) + " high_high");
    assertThat(answer.moran().i()).isGreaterThan(0.4);
    assertThat(answer.moran().pPermutation()).isEqualTo(0.0002);
    assertThat(answer.moran().isolates()).isEqualTo(1);
    assertThat(answer.explain().zh()).contains("不是偶然", "县" + code(0, 0), "高值成片");
    assertThat(answer.notes()).anyMatch(note -> note.zh().contains("没有邻居"));
    assertThat(answer.manifest().unplaced()).as("the one of another province").isEqualTo(1);
    assertThat(answer.cells())
        .filteredOn(f -> f.code().equals("369901"))
        .allSatisfy(island -> assertThat(island.p()).isNull());
  }

  @Test
  void byResidentsWhoHasNoneIsLeftOutAndSaid() {
    HotspotAnswer answer = answer("gi", "population", "count").answer(100);
    assertThat(answer.manifest().unitCount()).isEqualTo(SIDE * SIDE);
    assertThat(answer.cells()).extracting(Finding::code).doesNotContain(code(6, 6));
    assertThat(answer.notes()).anyMatch(note -> note.zh().contains("县" + code(6, 6)));
    Finding corner =
        answer.cells().stream().filter(f -> f.code().equals(code(0, 0))).findFirst().orElseThrow();
    assertThat(corner.verdict()).startsWith("hot");
    assertThat(corner.ratePer100k()).isCloseTo(14, within(1e-9));
    assertThat(answer.manifest().permutations()).as("rates are drawn").isEqualTo(9_999);
  }

  @Test
  void equalValuesHaveNoPattern() {
    InventedEvents events = new InventedEvents();
    for (int row = 0; row < SIDE; row++) {
      for (int col = 0; col < SIDE; col++) {
        events.at(115.1 + col * WIDTH_DEG, 26.1 + row * WIDTH_DEG, code(row, col));
      }
    }
    events.at(118.1, 29.6, "369901");
    Generation even = new Generation(1, Map.of("accident", events.build(), "region", regions()));
    HotspotQuestion question =
        HotspotQuestion.of(
            new HotspotQuestion.Words("accident", "moran", null, null, "quartic", "count", null),
            5_000,
            0,
            true,
            null,
            0,
            100);
    assertThatThrownBy(() -> new Hotspots(Catalog.load(null)).answer(even, SCOPE, question))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("全部等于 1.0");
  }
}
