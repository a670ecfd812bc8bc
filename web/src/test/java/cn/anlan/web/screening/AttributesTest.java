package cn.anlan.web.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may be said of a site, by the catalogue. */
class AttributesTest {
  private static final Catalog CATALOG = Catalog.load(null);
  private final Attributes chemical = new Attributes(CATALOG, List.of("chemical_project"));

  @Test
  void valuesComeInTheTypesOfTheirFieldsUnderEitherSpelling() {
    Map<String, Object> read =
        chemical.read(
            json(
                "{\"hazardousProducer\":false,\"commissioned_on\":\"2020-05-01\",\"approvalLand\":\"x\",\"name\":null}"));
    assertThat(read)
        .isEqualTo(
            Map.of(
                "hazardous_producer",
                false,
                "commissioned_on",
                LocalDate.of(2020, 5, 1),
                "approval_land",
                "x"));
    assertThat(chemical.read(json("null"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hazardousProduser\":true}",
        "{\"hazardous_producer\":\"yes\"}",
        "{\"project_type\":\"newish\"}",
        "{\"commissioned_on\":\"2020-13-01\"}",
        "{\"commissioned_on\":5}",
        "[1]",
      })
  void whatNoFieldCouldHoldIsRefused(String text) {
    assertThatThrownBy(() -> chemical.read(json(text))).isInstanceOf(UserFault.class);
  }

  @Test
  void numbersKeepTheirRange() {
    Attributes station = new Attributes(CATALOG, List.of("filling_station"));
    assertThat(station.read(json("{\"tankM3\":120.5}"))).containsEntry("tank_m3", 120.5);
    assertThatThrownBy(() -> station.read(json("{\"tankM3\":-1}"))).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> station.read(json("{\"dispensers\":1.5}")))
        .isInstanceOf(UserFault.class);
  }

  @Test
  void everyKindOfSiteStandsForLayersOfTheCatalogue() {
    SiteKinds kinds = SiteKinds.load(CATALOG);
    CATALOG.getCodes("sector").codes().stream()
        .filter(code -> code.validTo() == null)
        .forEach(code -> assertThat(kinds.get(code.value(), null).layers()).isNotEmpty());
    assertThatThrownBy(() -> kinds.get("fire", "quarry")).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> kinds.get("agriculture", null)).isInstanceOf(UserFault.class);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
