package cn.anlan.data.demo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.locationtech.jts.geom.prep.PreparedGeometryFactory.prepare;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.demo.draw.DemoRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.prep.PreparedGeometry;

class LedgerRowsTest {
  private static final LocalDate END = LocalDate.of(2021, 12, 31);

  private final Catalog catalog = Catalog.load(null);
  private final Drawn drawn = Drawn.small();

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
    Layer layer = catalog.getLayer(id);
    Map<String, Field> fields =
        layer.fields().stream().collect(Collectors.toMap(Field::name, f -> f));
    Map<String, Set<String>> referenced = new HashMap<>();
    Set<String> codes = new HashSet<>();
    List<String> faults = new ArrayList<>();
    for (DemoRow row : drawn.rows(id)) {
      assertThat(codes.add(row.code())).as(row.code()).isTrue();
      assertThat(row.code()).matches("DEMO-[A-Z]{2}-\\d{6,7}");
      assertThat((String) row.values().get("name")).startsWith("示例");
      assertThat(fields.keySet()).containsAll(row.values().keySet());
      for (Field field : layer.fields()) {
        Object value = row.values().get(field.name());
        if (value == null ? field.required() : !fits(field, value)) {
          faults.add(row.code() + " " + field.name() + " " + value);
        }
        if (value != null) {
          if (field.references() != null && !field.references().startsWith("region.")) {
            referenced
                .computeIfAbsent(field.references(), r -> new HashSet<>())
                .add((String) value);
          }
        }
      }
      assertThat(row.geometry() != null).isEqualTo(layer.hasGeometry());
    }
    assertThat(faults).isEmpty();
    referenced.forEach(
        (reference, values) ->
            assertThat(codesOf(reference.substring(0, reference.indexOf('.'))))
                .as(reference)
                .containsAll(values));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hazard", "accident", "enforcement"})
  void everyPlaceLiesInItsCounty(String id) {
    Map<String, PreparedGeometry> counties = new HashMap<>();
    for (DemoRow row : drawn.rows(id)) {
      String code = (String) row.values().get("county_code");
      assertThat(
              counties
                  .computeIfAbsent(code, c -> prepare(drawn.ground.getCounty(c).geometry()))
                  .covers(row.geometry()))
          .as(row.code())
          .isTrue();
    }
  }

  @Test
  void theSamePlanGivesTheSameRows() {
    Drawn again = Drawn.again(0.01);
    for (String layer : again.layers.keySet()) {
      assertThat(again.rows(layer)).as(layer).isEqualTo(drawn.rows(layer));
    }
    assertThat(again.ledger.planted()).isEqualTo(drawn.ledger.planted());
  }

  @Test
  void theFormsAreCumulativeAndPartsNeverExceedTheirWhole() {
    Map<String, Double> last = new HashMap<>();
    Map<String, Double> cells = new HashMap<>();
    for (DemoRow row : drawn.rows("dispatch_report")) {
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
    assertThat(last).hasSize(drawn.ground.counties().size() * (51 + 22 + 33));
  }

  @Test
  void oneCountyRepeatsItsFormForTenMonthsAndNoOtherDoes() {
    Map<String, Map<String, Set<Object>>> values = new HashMap<>();
    for (DemoRow row : drawn.rows("dispatch_report")) {
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
            drawn.ledger.planted().stream()
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

  private Set<String> codesOf(String layer) {
    return drawn.rows(layer).stream().map(DemoRow::code).collect(Collectors.toSet());
  }

  /** Whether a value is of the field's type and within its bounds. */
  private boolean fits(Field field, Object value) {
    if (field.type() == FieldType.CODE) {
      return catalog.getCodes(field.codes()).find((String) value).isPresent();
    }
    if (value instanceof Number number) {
      return (field.type() == FieldType.INTEGER) == (value instanceof Long)
          && (field.min() == null || number.doubleValue() >= field.min())
          && (field.max() == null || number.doubleValue() <= field.max());
    }
    if (value instanceof LocalDate date) {
      // Only what is due may lie after the last day of the facts.
      return field.name().endsWith("due_on")
          || (!date.isBefore(LocalDate.of(2019, 1, 1)) && !date.isAfter(END));
    }
    if (value instanceof String text) {
      int most = field.maxLength() == null ? 1000 : field.maxLength();
      return !text.isEmpty() && text.length() <= most;
    }
    return value instanceof Boolean && field.type() == FieldType.BOOLEAN;
  }
}
