package cn.anlan.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.demo.DrawnProvince.Theme;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Planted;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All themes together. */
class DemoProvinceTest {
  private final DemoPlan plan = DrawnProvince.PLAN;

  /** From the ground up, and held to what each theme drew by itself, perhaps long before. */
  @Test
  void theSamePlanDrawsEveryRowTheSame() {
    Map<String, List<DemoRow>> once = themes();
    List<String> order = new ArrayList<>();
    DemoProvince.draw(
        plan,
        (layer, rows) -> {
          order.add(layer);
          assertThat(once).containsKey(layer);
          Iterator<DemoRow> expected = once.get(layer).iterator();
          rows.accept(
              row -> {
                assertThat(expected.hasNext()).as("%s: %s is too many", layer, row).isTrue();
                assertSame(layer, row, expected.next());
              });
          assertThat(expected.hasNext()).as("%s: rows are missing", layer).isFalse();
        });
    assertThat(order).containsExactlyElementsOf(once.keySet());
  }

  @Test
  void anotherSeedDrawsOtherRows() {
    DrawnLayers other =
        DrawnProvince.industry(new DemoPlan(plan.seed() + 1, plan.scale())).layers();
    DrawnProvince.industry()
        .layers()
        .forEach((layer, rows) -> assertThat(other.get(layer)).as(layer).isNotEqualTo(rows));
  }

  private static void assertSame(String layer, DemoRow row, DemoRow expected) {
    if (!row.equals(expected)) { // AssertJ on every one of half a million rows takes its time
      assertThat(row).as(layer).isEqualTo(expected);
    }
  }

  private static Map<String, List<DemoRow>> themes() {
    Map<String, List<DemoRow>> layers = new LinkedHashMap<>();
    Stream.of(
            DrawnProvince.city(),
            DrawnProvince.roads(),
            DrawnProvince.industry(),
            DrawnProvince.hazardous(),
            DrawnProvince.mines(),
            DrawnProvince.utilities(),
            DrawnProvince.ledger())
        .map(Theme::layers)
        .forEach(theme -> theme.forEach(layers::put));
    List<Planted> planted = new ArrayList<>();
    planted.addAll(DrawnProvince.roads().drawn().planted());
    planted.addAll(DrawnProvince.industry().drawn().planted());
    planted.addAll(DrawnProvince.hazardous().drawn().planted());
    planted.addAll(DrawnProvince.mines().drawn().planted());
    planted.addAll(DrawnProvince.utilities().drawn().planted());
    planted.addAll(DrawnProvince.ledger().drawn().planted());
    List<DemoRow> rows = new ArrayList<>();
    PlantedRows.write(planted, rows::add);
    layers.put("planted_anomaly", rows);
    return layers;
  }
}
