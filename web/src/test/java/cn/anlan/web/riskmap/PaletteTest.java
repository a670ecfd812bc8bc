package cn.anlan.web.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.CodeList;
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
}
