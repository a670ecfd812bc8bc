package cn.anlan.data.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionNamesTest {
  private static final RegionNames NAMES = BaseMap.regionNames();

  @ParameterizedTest
  @CsvSource({
    "乐安县, 361025",
    "安乐县, 361025",
    "乐安, 361025",
    "安乐, 361025",
    "龙南县, 360783",
    "龙南, 360783",
    "360727, 360783",
    "上饶县, 361104",
    "361121, 361104",
    "上饶, 361100",
    "上饶市, 361100",
    "九江县, 360404",
    "南昌, 360100",
    "南昌县, 360121",
    "吉安县, 360821",
    "湾里区, 360112",
    "360105, 360112",
    "东乡县, 361003",
    "余江县, 360603",
    "赣县, 360704",
    "新建县, 360112",
    "南康市, 360703",
    "广丰县, 361103",
    "星子县, 360483",
    "庐山区, 360402",
    "庐山市, 360483",
    "红谷滩区, 360113",
    "信丰, 360722",
    "鄱阳, 361128",
    "江西, 360000"
  })
  void whatADocumentSaysResolvesToTodaysUnit(String words, String code) {
    assertThat(NAMES.resolve(words)).map(RegionName::code).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"蓝山县", "赣江新区", "431127", "中心城区"})
  void whatIsNotARegionOfJiangxiDoesNotResolve(String words) {
    assertThat(NAMES.resolve(words)).isEmpty();
  }

  @Test
  void formerUnitsEndWhereTheirSuccessorsBegin() {
    for (RegionName name : NAMES.all()) {
      assertThat(name.code()).matches("36\\d{4}");
      if (!name.isCurrent()) {
        RegionName successor = NAMES.get(name.successorCode());
        assertThat(successor.isCurrent()).as(name.name()).isTrue();
        assertThat(name.parentCode()).isEqualTo(successor.parentCode());
        assertThat(name.drawnIn()).containsExactly(successor.code());
        if (successor.formerCodes().contains(name.code())) {
          assertThat(name.validTo()).as(name.name()).isEqualTo(successor.validFrom());
        }
      } else {
        assertThat(name.population()).as(name.name()).isPositive();
      }
    }
  }

  @Test
  void everyUncertainDateIsMarked() {
    assertThat(NAMES.all())
        .filteredOn(n -> n.validFrom() != null || n.validTo() != null)
        .isNotEmpty()
        .allMatch(n -> n.note().contains("[verify"));
  }
}
