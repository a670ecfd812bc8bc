package cn.anlan.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.request.Selection;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.snapshot.Columns;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

class RowChoiceTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final Scope ALL = Scope.wholeProvince("test");

  private final Catalog catalog = Catalog.load(null);
  private final Layer riskPoint = catalog.getLayer("risk_point");

  @Test
  void withoutAWishEveryRowIsMeantAndNoListIsKept() {
    Selection all = select("", "", "", ALL);
    assertThat(all.ids()).isEmpty();
    assertThat(all.dataVersion()).hasValue(7);
    assertThat(all.words()).isEmpty();
  }

  @Test
  void filterBoxAndRegionHoldTogetherAndAreSaid() {
    Selection rows = select("level <= 2", "114,25,117,30", "龙南市", ALL);
    assertThat(rows.ids().orElseThrow()).containsExactly(11);
    assertThat(rows.words()).isEqualTo("level <= 2; bbox 114,25,117,30; region 360783 龙南市");
  }

  @Test
  void aRegionHasItsPartsAndItsFormerCodes() {
    assertThat(select("", "", "360700", ALL).ids().orElseThrow()).containsExactly(11, 12, 14);
    assertThat(select("", "", "龙南县", ALL).ids().orElseThrow()).containsExactly(11, 14);
    assertThat(select("", "", "江西省", ALL).ids().orElseThrow()).hasSize(4);
  }

  @Test
  void aLayerThatNamesNoCountyIsChosenByShape() {
    Layer water = catalog.getLayer("water_body");
    LayerSnapshot waters =
        new SnapshotBuilder("water_body", 7, Columns.of("code"))
            .disclosure(Disclosure.PUBLIC)
            .build();
    assertThat(waters.size()).isZero();
    Selection none = choice("", "", "360783").of(water, waters, RowChoiceTest::regions, ALL);
    assertThat(none.ids().orElseThrow()).isEmpty();
    Throwable thrown =
        catchThrowable(
            () ->
                choice("", "", "360783")
                    .of(catalog.getLayer("target"), waters, RowChoiceTest::regions, ALL));
    assertThat(thrown).isInstanceOf(UserFault.class).hasMessageContaining("不能按行政区选取");
  }

  @Test
  void nobodyGetsMoreThanTheScopeLetsBeSeen() {
    Scope ganzhou = Scope.regions("赣州", List.of("360700"), EnumSet.allOf(Disclosure.class));
    Selection rows = select("", "", "", ganzhou);
    assertThat(rows.ids().orElseThrow()).containsExactly(11, 12, 14);
    assertThat(rows.words()).contains("scope 3607");
    assertThat(select("", "", "360102", ganzhou).ids().orElseThrow()).isEmpty();
    Scope outside = Scope.wholeProvince("public", EnumSet.of(Disclosure.PUBLIC));
    assertThat(catchThrowable(() -> select("", "", "", outside))).isInstanceOf(NotFound.class);
  }

  @Test
  void aLimitTakesTheFirst() {
    RowChoice two =
        new RowChoice(Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.of(2));
    Selection rows = two.of(riskPoint, points(), RowChoiceTest::regions, ALL);
    assertThat(rows.ids().orElseThrow()).containsExactly(11, 12);
    assertThat(rows.words()).isEqualTo("limit 2");
  }

  @Test
  void wishesThatCannotBeUnderstoodAreExplained() {
    assertThat(fault("", "", "龙县")).contains("没有行政区", "赣州市");
    assertThat(fault("", "1,2,3", "")).contains("bbox=1,2,3");
    assertThat(fault("colour = 1", "", "")).contains("colour");
  }

  private String fault(String filter, String bbox, String region) {
    Throwable thrown = catchThrowable(() -> select(filter, bbox, region, ALL));
    assertThat(thrown).isInstanceOf(UserFault.class);
    return ((UserFault) thrown).line();
  }

  private Selection select(String filter, String bbox, String region, Scope scope) {
    return choice(filter, bbox, region).of(riskPoint, points(), RowChoiceTest::regions, scope);
  }

  private static RowChoice choice(String filter, String bbox, String region) {
    return new RowChoice(wish(filter), wish(bbox), wish(region), OptionalLong.empty());
  }

  private static Optional<String> wish(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  private static LayerSnapshot points() {
    SnapshotBuilder points =
        new SnapshotBuilder(
                "risk_point", 7, Columns.of("code", "level integer", "county_code code"))
            .disclosure(Disclosure.INTERNAL)
            .regionColumn("county_code");
    points.add(14, point(114.8, 24.7), "D", 3L, "360727");
    points.add(11, point(114.8, 25.9), "A", 1L, "360783");
    points.add(12, point(115.9, 25.8), "B", 1L, "360702");
    points.add(13, point(115.9, 28.7), "C", 2L, "360102");
    return points.build();
  }

  private static LayerSnapshot regions() {
    SnapshotBuilder regions =
        new SnapshotBuilder(
                "region",
                7,
                Columns.of("code", "name", "aliases text_list", "former_codes text_list"))
            .disclosure(Disclosure.PUBLIC);
    regions.add(1, box(), "360000", "江西省", List.of(), List.of());
    regions.add(2, box(), "360700", "赣州市", List.of(), List.of());
    regions.add(3, box(), "360783", "龙南市", List.of("龙南县"), List.of("360727"));
    regions.add(4, null, "360727", "龙南县", List.of(), List.of());
    regions.add(5, box(), "360102", "东湖区", List.of(), List.of());
    return regions.build();
  }

  private static byte[] point(double lon, double lat) {
    return new WKBWriter().write(SHAPES.createPoint(new Coordinate(lon, lat)));
  }

  private static byte[] box() {
    return new WKBWriter().write(SHAPES.toGeometry(new Envelope(114, 117, 24, 30)));
  }
}
