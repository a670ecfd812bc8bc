package cn.anlan.geo.road.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.yaml.DefinitionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DangerousGoodsTest {
  @Test
  void theShippedModelNamesItsSourcesAndHasEveryHourInOneBand() {
    DangerousGoods model = DangerousGoods.shipped();
    assertThat(model.band(7).id()).isEqualTo("day");
    assertThat(model.band(18).id()).isEqualTo("evening");
    assertThat(model.band(6).id()).isEqualTo("night");
    assertThat(model.band(22).id()).isEqualTo("night");
    assertThat(model.source().zh()).contains("[verify]").contains("[design]");
    assertThat(model.hazards()).allMatch(kind -> !kind.source().zh().isBlank());
    assertThat(model.releasesPerKm("motorway")).isCloseTo(0.0358e-6, within(1e-15));
    assertThat(model.releasesPerKm("no_such_class")).isCloseTo(0.3713e-6, within(1e-15));
    assertThat(model.speeds().kmh("motorway", 110)).isEqualTo(80);
    assertThat(model.speeds().kmh("primary", 50)).isEqualTo(50);
  }

  @Test
  void whatTheModelDoesNotHaveIsNamedWithWhatItHas() {
    DangerousGoods model = DangerousGoods.shipped();
    assertThatThrownBy(() -> model.band(24))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("24");
    assertThatThrownBy(() -> model.cargo("milk"))
        .isInstanceOfSatisfying(
            UserFault.class, f -> assertThat(f.remedy()).contains("flammable_liquid"));
  }

  @Test
  void theOfficesModelStandsInPlaceOfOursAndIsRefusedWithItsLineWhereItIsWrong(@TempDir Path conf)
      throws Exception {
    String ours = DangerousGoods.shippedText();
    Files.createDirectories(conf.resolve("road"));
    Path own = conf.resolve("road/dangerous-goods.yaml");
    Files.writeString(
        own,
        ours.replace("version: 1\n", "version: 7\n")
            .replace(
                "closures: []",
                "closures:\n  - {name: {zh: 桥, en: bridge}, why: {zh: 修, en: repair}, bands: [day],"
                    + " route_no: G105, from_stake_km: 1, to_stake_km: 2}"));
    DangerousGoods model = DangerousGoods.load(conf);
    assertThat(model.version()).isEqualTo(7);
    assertThat(model.closures()).hasSize(1);
    assertThat(DangerousGoods.load(conf.resolve("none")).version()).isEqualTo(1);

    for (String half :
        List.of(
            "route_no: G105",
            "route_no: G105, from_stake_km: 12",
            "route_no: G105, from_stake_km: 12, to_stake_km: 12",
            "ring: [[28.1, 115.1], [28.1, 115.2], [28.2, 115.2]]")) {
      Files.writeString(
          own,
          ours.replace(
              "closures: []",
              "closures:\n  - {name: {zh: 桥, en: b}, why: {zh: 修, en: r}, bands: [day], "
                  + half
                  + "}"));
      assertThatThrownBy(() -> DangerousGoods.load(conf))
          .as(half)
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("closure");
    }
    Files.writeString(own, ours.replace("closed: [day, evening]", "closed: [noon]"));
    assertThatThrownBy(() -> DangerousGoods.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("city_centre");
    Files.writeString(own, ours.replace("from: 7, to: 18", "from: 7, to: 19"));
    assertThatThrownBy(() -> DangerousGoods.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("hour 18");
  }
}
