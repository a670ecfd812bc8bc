package cn.anlan.analytics.accident;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparabilityTest {
  private static final LocalDate THEN = LocalDate.of(2020, 1, 1);
  private static final LocalDate CHANGE = LocalDate.of(2020, 9, 1);
  private static final LocalDate NOW = LocalDate.of(2021, 12, 31);

  /** 101 was split into 111 and 112; 102 and 103 became 113; 104 was renamed 114; 105 stayed. */
  private static final UnitTree TREE =
      new UnitTree(
          List.of(
              ended("101", "111"),
              begun("111", "101"),
              begun("112", "101"),
              ended("102", "113"),
              ended("103", "113"),
              begun("113", null),
              ended("104", "114"),
              begun("114", "104"),
              unit("105", null, null, null, null)));

  @Test
  void partsOfASplitCountyAreComparedTogether() {
    List<Comparability> groups = Comparability.groups(TREE, UnitLevel.COUNTY, THEN, NOW);

    assertThat(groups)
        .extracting(g -> String.join("+", g.together()))
        .containsExactly("105", "111+112", "113", "114");
    assertThat(groups.get(1).isSplit()).isTrue();
    assertThat(groups.get(1).merged()).containsExactly("name 101");
    assertThat(groups.get(2).merged()).containsExactly("name 102", "name 103");
    assertThat(groups.get(3).merged()).containsExactly("name 104");
    assertThat(groups.get(0).merged()).isEmpty();
  }

  @Test
  void whatHappenedInTheFormerCountyCountsInTheGroupOnce() {
    AccidentBook book =
        new AccidentBook(
            List.of(
                DrawnAccidents.of("a", THEN, "101", "fire", 7, 1, 1, 1),
                DrawnAccidents.of("b", NOW, "112", "fire", 7, 1, 1, 1),
                DrawnAccidents.of("c", THEN, "103", "fire", 7, 1, 1, 1),
                DrawnAccidents.of("d", THEN, "999", "fire", 7, 1, 1, 1)),
            TREE);
    var byUnit = book.byUnit(UnitLevel.COUNTY, NOW);
    assertThat(byUnit.get("111")).hasSize(1);
    assertThat(byUnit.get("112")).hasSize(1);
    assertThat(byUnit.get("113")).hasSize(1);
    assertThat(byUnit.get(null)).hasSize(1); // of no unit: said, never lost
  }

  @Test
  void nothingChangedBetweenTwoDaysOfOneTime() {
    assertThat(Comparability.groups(TREE, UnitLevel.COUNTY, CHANGE, NOW))
        .noneMatch(Comparability::isSplit)
        .allMatch(g -> g.merged().isEmpty());
  }

  private static Unit ended(String code, String successor) {
    return unit(code, null, CHANGE, successor, null);
  }

  private static Unit begun(String code, String predecessor) {
    return unit(code, CHANGE, null, null, predecessor);
  }

  private static Unit unit(
      String code, LocalDate from, LocalDate to, String successor, String predecessor) {
    return new Unit(
        code,
        "name " + code,
        UnitLevel.COUNTY,
        null,
        from,
        to,
        successor,
        predecessor,
        null,
        false);
  }
}
