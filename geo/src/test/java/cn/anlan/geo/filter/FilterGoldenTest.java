package cn.anlan.geo.filter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FilterGoldenTest {
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
    String longest = "level = 1" + tail.repeat((8192 - 9) / tail.length());
    assertThat(FilterTable.find(snapshot, longest + " ".repeat(8192 - longest.length())))
        .isEqualTo(List.of(1));
  }

  @Test
  void aFilterIsItsText() {
    assertThat(Filter.parse("level = 1")).isEqualTo(Filter.parse("level = 1"));
    assertThat(Filter.parse("level = 1")).hasToString("level = 1");
    assertThat(Filter.parse("level = 1").expression())
        .isEqualTo(Filter.parse("(LEVEL = 1)".toLowerCase(java.util.Locale.ROOT)).expression());
  }
}
