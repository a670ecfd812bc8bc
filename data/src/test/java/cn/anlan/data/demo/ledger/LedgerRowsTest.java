package cn.anlan.data.demo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.draw.DemoRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerRowsTest {
  private static final LocalDate END = LocalDate.of(2021, 12, 31);

  private final DrawnLayers drawn = DrawnProvince.ledger().layers();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hazard",
        "listing",
        "accident",
        "enforcement",
        "flag",
        "report_12350",
        "target",
        "dispatch_report"
      })
  void everyRowFitsItsCatalogue(String id) {
    drawn.assertFitsCatalogue(id);
    for (DemoRow row : drawn.get(id)) {
      assertThat(row.code()).matches("DEMO-[A-Z]{2}-\\d{6,7}");
      assertThat((String) row.values().get("name")).startsWith("示例");
      row.values()
          .forEach(
              (field, value) -> {
                // Only what is due may lie after the last day of the facts.
                if (value instanceof LocalDate date && !field.endsWith("due_on")) {
                  assertThat(date)
                      .as(row.code() + " " + field)
                      .isBetween(LocalDate.of(2019, 1, 1), END);
                }
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hazard", "accident", "enforcement"})
  void everyPlaceLiesInItsCounty(String id) {
    drawn.assertLiesInItsCounty(id, DrawnProvince.ground());
  }

  @Test
  void theFormsAreCumulativeAndPartsNeverExceedTheirWhole() {
    Map<String, Double> last = new HashMap<>();
    Map<String, Double> cells = new HashMap<>();
    for (DemoRow row : drawn.get("dispatch_report")) {
      Map<String, Object> v = row.values();
      double value = (Double) v.get("value");
      String cell =
          v.get("county_code")
              + "|"
              + v.get("form")
              + "|"
              + v.get("item_no")
              + "|"
              + v.get("measure");
      assertThat(value).as(row.code()).isGreaterThanOrEqualTo(last.getOrDefault(cell, 0.0));
      last.put(cell, value);
      cells.put(cell + "|" + v.get("period"), value);
    }
    notMore(cells, "|fixed|", "|found|");
    for (int part = 2; part <= 8; part++) {
      notMore(cells, "|f3|B" + part + "|count|", "|f3|B1|count|");
    }
    notMore(cells, "|f3|A2|count|", "|f3|A1|count|");
    notMore(cells, "|f2|6|count|", "|f2|1|count|");
    assertThat(last).hasSize(DrawnProvince.ground().counties().size() * (51 + 22 + 33));
  }

  @Test
  void oneCountyRepeatsItsFormForTenMonthsAndNoOtherDoes() {
    Map<String, Map<String, Set<Object>>> values = new HashMap<>();
    for (DemoRow row : drawn.get("dispatch_report")) {
      if (row.values().get("form").equals("f1")) {
        values
            .computeIfAbsent((String) row.values().get("county_code"), c -> new HashMap<>())
            .computeIfAbsent(
                row.values().get("item_no") + "|" + row.values().get("measure"),
                c -> new HashSet<>())
            .add(row.values().get("value"));
      }
    }
    List<String> copying =
        values.keySet().stream()
            .filter(c -> values.get(c).values().stream().allMatch(v -> v.size() == 1))
            .toList();
    assertThat(copying)
        .containsExactly(
            DrawnProvince.ledger().drawn().planted().stream()
                .filter(p -> p.kind().equals("repeated_values"))
                .findFirst()
                .orElseThrow()
                .countyCode());
  }

  private static void notMore(Map<String, Double> cells, String part, String whole) {
    int compared = 0;
    for (Map.Entry<String, Double> cell : cells.entrySet()) {
      if (cell.getKey().contains(part)) {
        assertThat(cell.getValue())
            .as(cell.getKey())
            .isLessThanOrEqualTo(cells.get(cell.getKey().replace(part, whole)));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(500);
  }
}
