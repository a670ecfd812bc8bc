package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.WKBWriter;

class LayerSnapshotTest {
  private static final Scope ALL = Scope.wholeProvince("test");
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

  @Test
  void everyRowComesBackWithItsValuesAndIsFoundByIdAndByCode() {
    long seed = 4490;
    Random random = new Random(seed);
    int size = 40_000; // more than two blocks
    SnapshotBuilder builder = builder();
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(numbers, random);
    Map<Integer, Object[]> expected = new LinkedHashMap<>();
    for (int n : numbers) {
      Object[] values = values(n, random);
      expected.put(n, values);
      builder.add(id(n), n % 10 == 0 ? null : point(lon(n), lat(n)), values);
    }
    LayerSnapshot snapshot = builder.build();
    assertThat(snapshot.size()).isEqualTo(size);
    assertThat(snapshot.dataVersion()).isEqualTo(3);
    assertThat(snapshot.columns()).isEqualTo(COLUMNS);
    Query all = Query.on(snapshot, ALL);
    for (int n : numbers) {
      String as = "seed " + seed + ", feature " + n;
      int row = all.findRow(snapshot.id(snapshot.rowOfId(id(n)))).orElseThrow();
      assertThat(snapshot.id(row)).as(as).isEqualTo(id(n));
      assertThat(snapshot.rowOfCode("C" + n)).as(as).isEqualTo(row);
      Object[] values = expected.get(n);
      Object[] read = snapshot.attributes(row).values().toArray();
      for (int c = 0; c < values.length; c++) {
        Object value = values[c] instanceof String[] list ? List.of(list) : values[c];
        assertThat(read[c]).as(as + ", " + COLUMNS.get(c)).isEqualTo(value);
      }
      if (n % 10 == 0) {
        assertThat(snapshot.lonDeg(row)).as(as).isNaN();
        assertThat(snapshot.findGeometry(row)).isEmpty();
        assertThat(snapshot.envelope(row).isNull()).isTrue();
      } else {
        assertThat(snapshot.lonDeg(row)).as(as).isEqualTo(lon(n));
        assertThat(snapshot.latDeg(row)).as(as).isEqualTo(lat(n));
        assertThat(snapshot.findGeometry(row).orElseThrow().getCoordinate())
            .isEqualTo(new Coordinate(lon(n), lat(n)));
        assertThat(snapshot.findGeometry(row).orElseThrow().getSRID()).isEqualTo(4490);
      }
    }
    assertThat(snapshot.rowOfId(-1)).isEqualTo(-1);
    assertThat(snapshot.rowOfCode("none")).isEqualTo(-1);
  }

  @Test
  void unboxedValuesSayNullInTheirOwnWay() {
    SnapshotBuilder builder = builder();
    builder.add(1, null, "C1", null, null, null, Double.NaN, null, null, null);
    LocalDate day = LocalDate.of(1969, 12, 30);
    builder.add(2, null, "C2", "", "36", 2, 1.5f, true, day, new String[0]);
    LayerSnapshot snapshot = builder.build();
    int none = snapshot.rowOfCode("C1");
    assertThat(snapshot.attributes(none).values())
        .containsExactly("C1", null, null, null, null, null, null, null);
    assertThat(snapshot.number("level", none)).isNaN();
    assertThat(snapshot.number("score", none)).isNaN();
    assertThat(snapshot.epochDay("found_on", none)).isEqualTo(Integer.MIN_VALUE);
    int some = snapshot.rowOfCode("C2");
    assertThat(snapshot.attributes(some).values())
        .containsExactly("C2", "", "36", 2L, 1.5, true, day, List.of());
    assertThat(snapshot.number("level", some)).isEqualTo(2);
    assertThat(snapshot.number("score", some)).isEqualTo(1.5);
    assertThat(snapshot.epochDay("found_on", some)).isEqualTo(-2);
    assertThat(snapshot.value("id", some)).isEqualTo(2L);
  }

  @Test
  void anEmptyLayerAnswersEveryQuestionWithNothing() {
    LayerSnapshot snapshot = builder().build();
    Query all = Query.on(snapshot, ALL);
    assertThat(all.count()).isZero();
    assertThat(all.bbox(new Box(113, 24, 119, 31)).rows().isEmpty()).isTrue();
    assertThat(all.countsBy("county_code").byValue()).isEmpty();
    assertThat(all.findRow(1)).isEmpty();
    assertThat(all.findRow("x")).isEmpty();
    assertThat(all.filter(c -> c.isNull("name").not()).count()).isZero();
    assertThat(all.filter(c -> c.compare("county_code", Comparison.EQUAL, "36")).count()).isZero();
  }

  @Test
  void countsAreByValueWithinTheQueryAndNullsApart() {
    SnapshotBuilder builder = builder();
    Object[][] rows = {
      {"A", 1, true}, {"A", 2, false}, {"B", 2, null}, {null, null, true}, {"B", 2, true}
    };
    for (int i = 0; i < rows.length; i++) {
      LocalDate day = i < 3 ? LocalDate.of(2021, 1, 1) : null;
      Object[] r = rows[i];
      builder.add(i, null, "C" + i, "n" + i % 2, r[0], r[1], 1.0, r[2], day, null);
    }
    Query all = Query.on(builder.build(), ALL);
    assertThat(all.countsBy("county_code"))
        .isEqualTo(new Counts("county_code", 5, Map.of("A", 2L, "B", 2L), 1));
    assertThat(all.countsBy("level"))
        .isEqualTo(new Counts("level", 5, Map.of("1", 1L, "2", 3L), 1));
    assertThat(all.countsBy("open"))
        .isEqualTo(new Counts("open", 5, Map.of("true", 3L, "false", 1L), 1));
    assertThat(all.countsBy("found_on"))
        .isEqualTo(new Counts("found_on", 5, Map.of("2021-01-01", 3L), 2));
    assertThat(all.countsBy("name").byValue()).isEqualTo(Map.of("n0", 3L, "n1", 2L));
    assertThat(
            all.filter(c -> c.compare("open", Comparison.EQUAL, true))
                .countsBy("county_code")
                .byValue())
        .isEqualTo(Map.of("A", 1L, "B", 1L));
    assertThatThrownBy(() -> all.countsBy("score")).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> all.countsBy("aliases")).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> all.countsBy("county"))
        .isInstanceOfSatisfying(
            UserFault.class,
            f -> assertThat(f.remedy()).contains("did you mean 'county_code'", "level"));
  }

  @Test
  void countingAColumnOfTooManyValuesIsRefused() {
    SnapshotBuilder builder = builder();
    for (int i = 0; i < 10_001; i++) {
      builder.add(i, null, "C" + i, "n" + i, "36", i * 1000, 1.0, null, null, null);
    }
    Query all = Query.on(builder.build(), ALL);
    assertThatThrownBy(() -> all.countsBy("name")).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> all.countsBy("level")).isInstanceOf(UserFault.class);
    assertThat(
            all.filter(c -> c.compare("id", Comparison.LESS, java.math.BigDecimal.TEN))
                .countsBy("level")
                .byValue())
        .hasSize(10);
  }

  @Test
  void rowsThatCannotBeRightAreRefusedWithLayerIdAndColumn() {
    Object[] good = {"C1", "n", "36", 1, 1.0, true, null, null};
    for (int c = 0; c < good.length; c++) {
      Object[] bad = good.clone();
      bad[c] = new Object();
      assertThatThrownBy(() -> builder().add(7, null, bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("risk_point")
          .hasMessageContaining("id 7")
          .hasMessageContaining(COLUMNS.get(c).name());
    }
    assertThatThrownBy(() -> builder().add(7, null, "C1"))
        .hasMessageContaining("1 values for 8 columns");
    SnapshotBuilder twice = builder();
    twice.add(7, null, good);
    twice.add(7, null, "C2", "n", "36", 1, 1.0, true, null, null);
    assertThatThrownBy(twice::build).hasMessageContaining("id 7 comes twice");
    SnapshotBuilder sameCode = builder();
    sameCode.add(7, null, good);
    sameCode.add(8, null, good);
    assertThatThrownBy(sameCode::build).hasMessageContaining("code");
    assertThatThrownBy(
            () -> new SnapshotBuilder("x", 1, List.of(new ColumnSpec("id", ColumnKind.INTEGER))))
        .hasMessageContaining("id");
    assertThatThrownBy(() -> builder().regionColumn("score")).hasMessageContaining("score");
  }

  @Test
  void theMemoryEstimateGrowsWithTheRows() {
    SnapshotBuilder builder = builder();
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      builder.add(i, point(114 + random.nextDouble(), 28), values(i, random));
    }
    LayerSnapshot snapshot = builder.build();
    assertThat(snapshot.memoryBytes() / 20_000.0).isBetween(60.0, 250.0);
  }

  private static SnapshotBuilder builder() {
    return new SnapshotBuilder("risk_point", 3, COLUMNS)
        .disclosure(Disclosure.INTERNAL)
        .regionColumn("county_code");
  }

  private static long id(int n) {
    return n * 1_000_003L;
  }

  private static double lon(int n) {
    return 113.5 + (n * 7919 % 50_000) / 10_000.0 + 1e-13 * n;
  }

  private static double lat(int n) {
    return 24.5 + (n * 104_729L % 55_000) / 10_000.0;
  }

  private static byte[] point(double lon, double lat) {
    return new WKBWriter().write(Shapes.FACTORY.createPoint(new Coordinate(lon, lat)));
  }

  private static Object[] values(int n, Random random) {
    Object[] values = {
      "C" + n,
      "示例风险点" + random.nextInt(30_000),
      "36" + (1000 + random.nextInt(100)),
      random.nextBoolean() ? random.nextLong() : (Long) (long) random.nextInt(4),
      random.nextBoolean() ? random.nextGaussian() : random.nextInt(1000) / 10.0,
      random.nextBoolean(),
      LocalDate.ofEpochDay(random.nextInt(20_000)),
      IntStream.range(0, random.nextInt(3))
          .mapToObj(i -> i == 1 ? "" : "别名" + random.nextInt(50))
          .toArray(String[]::new)
    };
    for (int c = 1; c < values.length; c++) {
      if (random.nextInt(8) == 0) {
        values[c] = null;
      }
    }
    return Arrays.copyOf(values, values.length);
  }

  @Test
  void manyTextsAreFoundAsOneByOne() {
    Random random = new Random(61);
    SnapshotBuilder builder = builder();
    for (int n = 0; n < 6_000; n++) {
      builder.add(id(n), null, values(n, random));
    }
    LayerSnapshot snapshot = builder.build();
    Query all = Query.on(snapshot, ALL);
    List<Object> wanted = new ArrayList<>(List.of("nobody"));
    long oneByOne = 0;
    for (int row = 0; row < 6_000; row += 200) {
      String name = snapshot.text("name", row);
      if (name != null && !wanted.contains(name)) {
        wanted.add(name);
        oneByOne += all.filter(c -> c.compare("name", Comparison.EQUAL, name)).count();
      }
    }
    assertThat(wanted).hasSizeGreaterThan(10);
    assertThat(all.filter(c -> c.in("name", wanted)).count()).isEqualTo(oneByOne);
  }
}
