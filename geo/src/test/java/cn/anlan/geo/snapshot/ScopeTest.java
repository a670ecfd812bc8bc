package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.WKBWriter;

class ScopeTest {
  private static final Set<Disclosure> EVERY = EnumSet.allOf(Disclosure.class);
  private static final Box WORLD = new Box(-180, -90, 180, 90);

  /** Whether the region column is of codes (bitmaps), of text, or of text all different. */
  enum RegionKind {
    CODES,
    TEXTS,
    DISTINCT
  }

  @ParameterizedTest
  @EnumSource(RegionKind.class)
  void aLimitedScopeNeverGivesARowOutsideItByAnyPath(RegionKind kind) {
    long seed = 36;
    LayerSnapshot snapshot = snapshot(kind, new Random(seed));
    for (String code : List.of("360000", "360400", "3604", "360402", "361100")) {
      Scope scope = Scope.regions("one", List.of(code), EVERY);
      String prefix = scope.regionPrefixes().orElseThrow().iterator().next();
      int[] visible =
          IntStream.range(0, snapshot.size())
              .filter(
                  row -> {
                    String region = snapshot.text("county_code", row);
                    return region != null && region.startsWith(prefix);
                  })
              .toArray();
      Query query = Query.on(snapshot, scope);
      String as = "seed " + seed + ", scope " + code;
      assertThat(query.rows().toArray()).as(as).isEqualTo(visible);
      assertThat(query.bbox(WORLD).rows().toArray()).as(as).isEqualTo(visible);
      assertThat(query.envelope(WORLD).rows().toArray()).as(as).isEqualTo(visible);
      assertThat(query.filter(c -> c.always(true)).rows().toArray()).as(as).isEqualTo(visible);
      assertThat(query.filter(c -> c.always(false).not()).rows().toArray()).isEqualTo(visible);
      assertThat(query.filter(c -> c.intersects(WORLD)).rows().toArray()).isEqualTo(visible);
      assertThat(query.filter(c -> c.isNull("county_code")).rows().isEmpty()).as(as).isTrue();
      assertThat(query.count()).isEqualTo(visible.length);
      Counts counts = query.countsBy("county_code");
      assertThat(counts.total()).isEqualTo(visible.length);
      assertThat(counts.missing()).isZero();
      assertThat(counts.byValue().keySet()).as(as).allMatch(value -> value.startsWith(prefix));
      Set<Integer> seen = Set.copyOf(IntStream.of(visible).boxed().toList());
      for (int row = 0; row < snapshot.size(); row++) {
        assertThat(query.findRow(snapshot.id(row)).isPresent()).isEqualTo(seen.contains(row));
        assertThat(query.findRow(snapshot.text("code", row)).isPresent())
            .isEqualTo(seen.contains(row));
      }
    }
  }

  @Test
  void theWholeProvinceSeesEverythingAlsoWithoutARegion() {
    LayerSnapshot snapshot = snapshot(RegionKind.CODES, new Random(1));
    assertThat(Query.on(snapshot, Scope.wholeProvince("loopback")).count())
        .isEqualTo(snapshot.size());
  }

  @Test
  void aClassThatIsNotAllowedHidesTheWholeLayer() {
    LayerSnapshot snapshot = snapshot(RegionKind.CODES, new Random(1)); // INTERNAL
    Scope outsider = Scope.wholeProvince("outsider", EnumSet.of(Disclosure.PUBLIC));
    assertThat(Query.on(snapshot, outsider).bbox(WORLD).rows().isEmpty()).isTrue();
    assertThat(Query.on(snapshot, outsider).findRow(snapshot.id(0))).isEmpty();
    assertThat(Query.on(snapshot, outsider).countsBy("county_code").byValue()).isEmpty();
  }

  @Test
  void aLayerThatSaysNothingAboutItselfIsRestricted() {
    SnapshotBuilder builder = new SnapshotBuilder("x", 1, List.of());
    builder.add(1, null);
    LayerSnapshot snapshot = builder.build();
    assertThat(snapshot.disclosure()).isEqualTo(Disclosure.RESTRICTED);
    Scope inside = Scope.wholeProvince("i", EnumSet.of(Disclosure.PUBLIC, Disclosure.INTERNAL));
    assertThat(Query.on(snapshot, inside).count()).isZero();
    assertThat(Query.on(snapshot, Scope.regions("r", List.of("36"), EVERY)).count())
        .as("no region column")
        .isZero();
  }

  @Test
  void changingAnAnswerDoesNotChangeTheSnapshot() {
    LayerSnapshot snapshot = snapshot(RegionKind.CODES, new Random(1));
    Scope limited = Scope.regions("r", List.of("3604"), EVERY);
    for (Query query :
        List.of(
            Query.on(snapshot, limited),
            Query.on(snapshot, Scope.wholeProvince("w")).filter(c -> c.isNull("county_code")))) {
      long before = query.count();
      assertThat(before).isPositive();
      query.rows().clear();
      query.rows().add(0L, (long) snapshot.size());
      assertThat(query.count()).isEqualTo(before);
    }
  }

  @Test
  void scopesAreEqualWhereTheyLetTheSameBeSeen() {
    Scope a = Scope.regions("a", List.of("360400", "360100"), EVERY);
    Scope b = Scope.regions("b", List.of("3601", "3604", "3604"), EVERY);
    assertThat(a).isEqualTo(b).hasSameHashCodeAs(b);
    assertThat(a.cacheKey()).isEqualTo(b.cacheKey());
    List<Scope> different =
        List.of(
            a,
            Scope.regions("a", List.of("360400"), EVERY),
            Scope.regions("a", List.of(), EVERY),
            Scope.regions("a", List.of("360400"), EnumSet.of(Disclosure.PUBLIC)),
            Scope.wholeProvince("a"),
            Scope.wholeProvince("a", Set.of()));
    assertThat(different.stream().map(Scope::cacheKey)).doesNotHaveDuplicates();
    assertThat(different).doesNotHaveDuplicates();
  }

  @Test
  void regionCodesStandForAllThatLiesBelowThem() {
    assertThat(prefix("360000")).isEqualTo("36");
    assertThat(prefix("360400")).isEqualTo("3604");
    assertThat(prefix("360402")).isEqualTo("360402");
    assertThat(prefix("360402000000")).isEqualTo("360402");
    assertThat(prefix("360402001")).isEqualTo("360402001");
    assertThat(prefix("361000")).isEqualTo("3610");
    for (String bad : List.of("", "3", "36a4", "36040", "九江")) {
      assertThatThrownBy(() -> prefix(bad)).as(bad).isInstanceOf(UserFault.class);
    }
  }

  private static String prefix(String code) {
    return Scope.regions("x", List.of(code), EVERY)
        .regionPrefixes()
        .orElseThrow()
        .iterator()
        .next();
  }

  private static LayerSnapshot snapshot(RegionKind kind, Random random) {
    ColumnKind column = kind == RegionKind.CODES ? ColumnKind.CODE : ColumnKind.TEXT;
    SnapshotBuilder builder =
        new SnapshotBuilder(
                "enterprise",
                1,
                List.of(
                    new ColumnSpec("code", ColumnKind.TEXT), new ColumnSpec("county_code", column)))
            .disclosure(Disclosure.INTERNAL)
            .regionColumn("county_code");
    for (int i = 0; i < 300; i++) {
      String region =
          kind == RegionKind.DISTINCT
              ? "36" + (1000 + i * 13 % 1200) + "%06d".formatted(i)
              : "36%02d%02d".formatted(1 + random.nextInt(11), random.nextInt(6));
      if (kind != RegionKind.DISTINCT && random.nextInt(9) == 0) {
        region = random.nextBoolean() ? null : "430000";
      }
      Coordinate at = new Coordinate(114 + random.nextDouble(), 28 + random.nextDouble());
      builder.add(i, new WKBWriter().write(Shapes.FACTORY.createPoint(at)), "E" + i, region);
    }
    return builder.build();
  }
}
