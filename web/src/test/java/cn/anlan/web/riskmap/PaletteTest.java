package cn.anlan.web.riskmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.CodeList;
import cn.anlan.geo.fault.UserFault;
import org.junit.jupiter.api.Test;

/** Trap T8: 红橙黄蓝 of risk and 红橙黄绿 of the published status are two palettes. */
class PaletteTest {
  private static final Catalog CATALOG = Catalog.load(null);

  @Test
  void eachHasACodeListOfItsOwnWithTheSameLevelsAndOneDifferentColour() {
    CodeList risk = CATALOG.getCodes("risk_level");
    CodeList published = CATALOG.getCodes("published_status");
    assertThat(risk.codes()).extracting(Code::value).containsExactly("1", "2", "3", "4");
    assertThat(published.codes()).extracting(Code::value).containsExactly("1", "2", "3", "4");
    assertThat(risk.find("4").orElseThrow().title().zh()).contains("蓝");
    assertThat(published.find("4").orElseThrow().title().zh()).contains("绿");
    assertThat(risk.find("4").orElseThrow().color())
        .isNotEqualTo(published.find("4").orElseThrow().color());
    assertThat(risk.scale()).isEqualTo(published.scale()).isNotNull();
  }

  @Test
  void aThirdIsRefused() {
    assertThatThrownBy(() -> Palette.get("traffic_light"))
        .isInstanceOfSatisfying(
            UserFault.class, f -> assertThat(f.remedy()).contains("risk_level, published_status"));
  }

  private static RegionalGrade grade(int level, String name) {
    return new RegionalGrade("360702", level, name, 50, 1, 1, 1, "", "");
  }
}
