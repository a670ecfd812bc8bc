package cn.anlan.geo.filter;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.yaml.StrictYaml;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FilterGoldenTest {
  private static final int LONGEST = 32_768;

  @TestFactory
  Stream<DynamicTest> everyFilterFindsItsRows() {
    FilterTable table = FilterTable.load();
    LayerSnapshot snapshot = table.snapshot();
    return table.cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.filter(),
                    () ->
                        assertThat(FilterTable.find(snapshot, c.filter()))
                            .as("%s", c.why())
                            .isEqualTo(c.codes())));
  }

  @Test
  void theLimitsAreInclusive() {
    LayerSnapshot snapshot = FilterTable.load().snapshot();
    String deep = "(".repeat(64) + "level = 1" + ")".repeat(64);
    assertThat(FilterTable.find(snapshot, deep)).isEqualTo(List.of(1));
    String list = "level IN (1" + ",9".repeat(999) + ")";
    assertThat(FilterTable.find(snapshot, list)).isEqualTo(List.of(1));
    String tail = " OR level=9";
    String longest = "level = 1" + tail.repeat((LONGEST - 9) / tail.length());
    assertThat(FilterTable.find(snapshot, longest + " ".repeat(LONGEST - longest.length())))
        .isEqualTo(List.of(1));
  }

  @Test
  void aFilterIsWhatItMeans() {
    assertThat(Filter.parse("level = 1")).isEqualTo(Filter.parse(" (LEVEL=1) ".toLowerCase(ROOT)));
    assertThat(Filter.parse("level = 1")).hasToString("level = 1");
    assertThat(Filter.parse("level = 1")).isNotEqualTo(Filter.parse("level = 2"));
    assertThat(Filter.parse("S_WITHIN(geom, POLYGON((1 1, 2 1, 2 2, 1 1)))"))
        .isNotEqualTo(Filter.parse("S_WITHIN(geom, POLYGON((1 1, 2 1, 2 3, 1 1)))"));
  }

  /** Every function in both languages. */
  @TestFactory
  Stream<DynamicTest> jsonMeansTheSameAsText() {
    Twins twins = StrictYaml.read("twins.yaml", FilterTable.text("twins.yaml"), Twins.class);
    return twins.cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.text(),
                    () -> assertThat(Filter.parse(c.json())).isEqualTo(Filter.parse(c.text()))));
  }

  record Twins(List<Twin> cases) {}

  record Twin(String text, String json) {}
}
