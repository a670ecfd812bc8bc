package cn.anlan.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Tiles of a layer with changed rows behind its ordered ones, against one packed afresh. */
class ChangedTilesTest {
  private static final long SEED = 4547;
  private static final int ROWS = 20_000;
  private static final List<ColumnSpec> COLUMNS =
      List.of(new ColumnSpec("level", ColumnKind.INTEGER), new ColumnSpec("name", ColumnKind.TEXT));

  private record Row(byte[] wkb, Integer level) {}

  private final Random random = new Random(SEED);
  private final IntFunction<Geometry> places = TileSamples.points(random);
  private final Map<Long, Row> now = new TreeMap<>();
  private final LayerSnapshot changed = changed();

  private LayerSnapshot changed() {
    for (long id = 1; id <= ROWS; id++) {
      now.put(id, row());
    }
    LayerSnapshot before = filled(1, now).build();
    Map<Long, Row> written = new TreeMap<>();
    long[] gone = new long[900];
    for (int i = 0; i < gone.length; i++) {
      gone[i] = 1 + random.nextInt(ROWS);
      now.remove(gone[i]);
      written.remove(gone[i]);
      long id = i % 3 == 0 ? gone[i] : i % 3 == 1 ? ROWS + 1 + i : -1;
      if (id > 0) {
        written.put(id, row());
        now.put(id, written.get(id));
      }
    }
    return filled(2, written).buildBehind(before, gone);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 6, 8, 10, 12, 15})
  void everyCellHasTheSameCountsByLevel(int zoom) {
    assertThat(changed.unorderedRows()).isGreaterThan(900);
    assertThat(counts(changed, zoom))
        .as("seed %d, zoom %d", SEED, zoom)
        .isEqualTo(counts(filled(2, now).build(), zoom));
  }

  /** By cell, or by feature where it stands alone. */
  private static Map<String, List<Long>> counts(LayerSnapshot layer, int zoom) {
    Map<String, List<Long>> counts = new HashMap<>();
    TileSamples.eachTile(
        Query.on(layer, TileSamples.ALL),
        TileSamples.BY_LEVEL,
        zoom,
        built -> {
          for (ReadTile f : built.features()) {
            Coordinate at = f.geometry().getCoordinate();
            String cell =
                f.id() != null ? "id" + f.id() : (int) at.x / 512 + "," + (int) at.y / 512;
            List<Long> before =
                counts.put(
                    built.tile() + " " + cell, List.of(f.n(), f.n(1), f.n(2), f.n(3), f.n(4)));
            assertThat(before).as("seed %d: twice %s", SEED, cell).isNull();
          }
        });
    return counts;
  }

  private static SnapshotBuilder filled(long version, Map<Long, Row> rows) {
    SnapshotBuilder builder = new SnapshotBuilder("risk_point", version, COLUMNS);
    rows.forEach((id, row) -> builder.add(id, row.wkb(), row.level(), "示例风险点" + id));
    return builder;
  }

  private Row row() {
    byte[] shape = random.nextInt(50) == 0 ? null : new WKBWriter().write(places.apply(0));
    int dice = random.nextInt(200);
    return new Row(shape, dice == 0 ? (Integer) 1 : dice < 5 ? null : (Integer) (2 + dice % 3));
  }
}
