package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.WKBWriter;

/** A snapshot with changed rows behind its ordered ones, against one built afresh. */
class ChangedRowsTest {
  private static final Scope ALL = Scope.wholeProvince("test");
  private static final Scope SOME =
      Scope.regions("some", List.of("360400"), EnumSet.allOf(Disclosure.class));
  private static final List<ColumnSpec> COLUMNS =
      List.of(
          new ColumnSpec("code", ColumnKind.TEXT),
          new ColumnSpec("name", ColumnKind.TEXT),
          new ColumnSpec("county_code", ColumnKind.CODE),
          new ColumnSpec("level", ColumnKind.INTEGER),
          new ColumnSpec("score", ColumnKind.NUMBER),
          new ColumnSpec("open", ColumnKind.BOOLEAN),
          new ColumnSpec("found_on", ColumnKind.DATE),
          new ColumnSpec("aliases", ColumnKind.TEXT_LIST));

  private record Row(long id, byte[] wkb, Object[] values) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void answersAsOneBuiltAfreshDoesWhateverHasBeenEdited(long seed) {
    Random random = new Random(seed);
    Map<Long, Row> now = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      Row row = row(10 + i, i, random);
      now.put(row.id(), row);
    }
    LayerSnapshot before = build(now, 1);
    Set<Long> written = new HashSet<>();
    Set<Long> gone = new HashSet<>();
    for (int version = 2; version < 8; version++) {
      edit(now, written, gone, version, random);
      SnapshotBuilder changes = builder(version);
      written.stream().map(now::get).forEach(r -> changes.add(r.id(), r.wkb(), r.values()));
      LayerSnapshot changed =
          changes.buildBehind(before, gone.stream().mapToLong(Long::longValue).toArray());
      String as = "seed " + seed + ", version " + version;
      assertThat(changed.dataVersion()).as(as).isEqualTo(version);
      assertThat(changed.orderedVersion()).as(as).isEqualTo(1);
      assertThat(changed.orderedRows()).as(as).isEqualTo(1_000);
      assertThat(changed.liveRows()).as(as).isEqualTo(now.size());
      assertAlike(changed, build(now, version), random, as);
    }
    assertAlike(before, build(originals(seed), 1), random, "the first is as it was");
  }

  private static Map<Long, Row> originals(long seed) {
    Random random = new Random(seed);
    Map<Long, Row> rows = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      rows.put(10L + i, row(10 + i, i, random));
    }
    return rows;
  }

  @Test
  void rowsThatAreGoneAreFoundByNoPath() {
    Map<Long, Row> now = new TreeMap<>(originals(5));
    LayerSnapshot before = build(now, 1);
    LayerSnapshot changed = builder(2).buildBehind(before, new long[] {10, 11, 99_999});
    assertThat(changed.liveRows()).isEqualTo(998);
    assertThat(changed.size()).isEqualTo(1_000);
    assertThat(changed.rows().count()).isEqualTo(998);
    Query all = Query.on(changed, ALL);
    assertThat(all.findRow(10)).isEmpty();
    assertThat(all.findRow("C0")).isEmpty();
    assertThat(all.findRow("C2")).isPresent();
    assertThat(changed.isLive(all.findRow("C2").orElseThrow())).isTrue();
    assertThat(changed.unorderedRows()).isEqualTo(2);
    assertThat(changed.deadRows()).allMatch(row -> !changed.isLive(row)).hasSize(2);
    assertThat(changed.sharesOrderedRows(before)).isTrue();
    assertThat(changed.sharesOrderedRows(build(now, 1))).isFalse();
  }

  @Test
  void nothingChangedLeavesTheOrderedRowsAlone() {
    LayerSnapshot before = build(originals(5), 1);
    LayerSnapshot later = builder(7).buildBehind(before, new long[] {99_999});
    assertThat(later.dataVersion()).isEqualTo(7);
    assertThat(later.orderedVersion()).isEqualTo(1);
    assertThat(later.unorderedRows()).isZero();
    assertThat(later.memoryBytes()).isEqualTo(before.memoryBytes());
  }

  @Test
  void whatWasNotPackedForTheSameColumnsIsRefused() {
    LayerSnapshot before = build(originals(6), 1);
    SnapshotBuilder other = new SnapshotBuilder("layer", 2, COLUMNS.subList(0, 3));
    assertThatThrownBy(() -> other.buildBehind(before, new long[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer");
    SnapshotBuilder elsewhere = new SnapshotBuilder("elsewhere", 2, COLUMNS);
    assertThatThrownBy(() -> elsewhere.buildBehind(before, new long[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void edit(
      Map<Long, Row> now, Set<Long> written, Set<Long> gone, int version, Random random) {
    List<Long> ids = new ArrayList<>(now.keySet());
    for (int i = 0; i < 60; i++) {
      long id = ids.get(random.nextInt(ids.size()));
      switch (random.nextInt(3)) {
        case 0 -> {
          now.remove(id);
          written.remove(id);
          gone.add(id);
        }
        case 1 -> {
          if (now.containsKey(id)) {
            now.put(id, row(id, (int) id - 10, random));
            written.add(id);
            gone.add(id);
          }
        }
        default -> {
          long fresh = 100_000L * version + i;
          now.put(fresh, row(fresh, (int) fresh - 10, random));
          written.add(fresh);
        }
      }
    }
  }

  private static void assertAlike(LayerSnapshot got, LayerSnapshot want, Random random, String as) {
    for (Scope scope : List.of(ALL, SOME)) {
      for (RowPredicate filter : filters(random)) {
        Query asked = Query.on(got, scope).filter(filter);
        Query expected = Query.on(want, scope).filter(filter);
        Box box = box(random);
        assertThat(ids(asked)).as(as).isEqualTo(ids(expected));
        assertThat(asked.count()).as(as).isEqualTo(expected.count());
        assertThat(ids(asked.bbox(box))).as(as).isEqualTo(ids(expected.bbox(box)));
        assertThat(ids(asked.evaluated().bbox(box))).as(as).isEqualTo(ids(expected.bbox(box)));
        assertThat(ids(asked.envelope(box))).as(as).isEqualTo(ids(expected.envelope(box)));
        for (String column : List.of("county_code", "level", "open", "found_on", "name")) {
          assertThat(asked.countsBy(column)).as(as).isEqualTo(expected.countsBy(column));
        }
      }
    }
    List<String> levels = List.of("3", "1");
    int[] days = got.epochDays("found_on");
    IntUnaryOperator ranks = got.ranks("level", levels);
    IntUnaryOperator expectedRanks = want.ranks("level", levels);
    want.rows()
        .forEach(
            row -> {
              int at = Query.on(got, ALL).findRow(want.id(row)).orElseThrow();
              assertThat(Query.on(got, ALL).findRow(want.text("code", row))).hasValue(at);
              assertThat(got.attributes(at)).as(as).isEqualTo(want.attributes(row));
              assertThat(got.number("score", at)).isEqualTo((Double) want.number("score", row));
              assertThat(got.epochDay("found_on", at)).isEqualTo(want.epochDay("found_on", row));
              assertThat(days[at]).isEqualTo(want.epochDay("found_on", row));
              assertThat(got.findGeometry(at)).as(as).isEqualTo(want.findGeometry(row));
              assertThat(got.envelope(at)).as(as).isEqualTo(want.envelope(row));
              assertThat(got.lonDeg(at)).as(as).isEqualTo((Double) want.lonDeg(row));
              assertThat(got.isPoint(at)).as(as).isEqualTo(want.isPoint(row));
              assertThat(ranks.applyAsInt(at)).isEqualTo(expectedRanks.applyAsInt(row));
            });
  }

  private static List<RowPredicate> filters(Random random) {
    String county = county(random);
    Box box = box(random);
    int n = random.nextInt(5);
    return List.of(
        c -> c.always(true),
        c -> c.compare("county_code", Comparison.EQUAL, county),
        c -> c.compare("county_code", Comparison.EQUAL, county).not(),
        c -> c.in("level", List.of(BigDecimal.ONE, BigDecimal.valueOf(n))),
        c -> c.isNull("score").or(c.compare("open", Comparison.EQUAL, true).not()),
        c -> c.text("name", text -> text.endsWith("" + n)),
        c -> c.contains("aliases", Set.of("a" + n)),
        c -> c.isNull("geom"),
        c -> c.intersects(box),
        c -> c.intersects(Shapes.FACTORY.toGeometry(box.toEnvelope()).buffer(0.3)).not());
  }

  private static Set<Long> ids(Query query) {
    Set<Long> ids = new TreeSet<>();
    query.rows().forEach((int row) -> ids.add(query.snapshot().id(row)));
    return ids;
  }

  private static Box box(Random random) {
    double west = 113 + random.nextDouble() * 5;
    double south = 24 + random.nextDouble() * 5;
    return new Box(west, south, west + random.nextDouble() * 3, south + random.nextDouble() * 3);
  }

  private static LayerSnapshot build(Map<Long, Row> rows, long version) {
    SnapshotBuilder builder = builder(version);
    rows.values().forEach(r -> builder.add(r.id(), r.wkb(), r.values()));
    return builder.build();
  }

  private static SnapshotBuilder builder(long version) {
    return new SnapshotBuilder("layer", version, COLUMNS)
        .disclosure(Disclosure.INTERNAL)
        .regionColumn("county_code");
  }

  private static Row row(long id, int n, Random random) {
    Object[] values = {
      "C" + n,
      "名称" + random.nextInt(40),
      county(random),
      random.nextInt(5),
      random.nextInt(1000) / 10.0,
      random.nextBoolean(),
      LocalDate.of(2020, 1, 1).plusDays(random.nextInt(300)),
      List.of("a" + random.nextInt(5), "b")
    };
    for (int i = 1; i < values.length; i++) {
      if (random.nextInt(8) == 0) {
        values[i] = null;
      }
    }
    return new Row(id, shape(random), values);
  }

  private static String county(Random random) {
    return "360" + (4 + random.nextInt(3)) + "0" + random.nextInt(4);
  }

  private static byte[] shape(Random random) {
    Coordinate at = new Coordinate(113 + random.nextDouble() * 6, 24 + random.nextDouble() * 6);
    Coordinate to = new Coordinate(at.x + random.nextDouble(), at.y + random.nextDouble());
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> new WKBWriter().write(Shapes.FACTORY.createLineString(new Coordinate[] {at, to}));
      default -> new WKBWriter().write(Shapes.FACTORY.createPoint(at));
    };
  }
}
