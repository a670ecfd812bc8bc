package cn.anlan.analytics.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.yaml.DefinitionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our tables, the office's in place of them, and those that are read off a score or a list. */
class GradingTablesTest {
  private static final GradingTables OURS = GradingTables.ours();

  @TempDir Path conf;

  @Test
  void aTableOfTheOfficeTakesThePlaceOfOursAndIsNamedAsItsOwn() throws IOException {
    office("enterprise.yaml", enterprise(2, true));

    GradingTables tables = GradingTables.load(conf);

    assertThat(tables.enterprise().level(new int[] {0, 3, 0, 0})).contains(1);
    assertThat(OURS.enterprise().level(new int[] {0, 3, 0, 0})).contains(2);
    assertThat(tables.ref(tables.enterprise()).origin()).isEqualTo("office");
    assertThat(tables.ref(tables.enterprise()).version()).isEqualTo(2);
    assertThat(tables.ref(tables.enterprise()).sha256())
        .hasSize(64)
        .isNotEqualTo(OURS.ref(OURS.enterprise()).sha256());
    assertThat(tables.ref(tables.tailings())).isEqualTo(OURS.ref(OURS.tailings()));
  }

  @Test
  void aTableWithOurVersionIsRefusedWithItsPlace() throws IOException {
    office("enterprise.yaml", enterprise(1, true));

    assertThatThrownBy(() -> GradingTables.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("enterprise.yaml:2:")
        .hasMessageContaining("same version 1");
  }

  @Test
  void twoTablesOfOneIdAndUnknownIdsAreRefused() throws IOException {
    office("a.yaml", enterprise(2, true));
    office("b.yaml", enterprise(3, true));
    assertThatThrownBy(() -> GradingTables.load(conf)).hasMessageContaining("stands twice");

    office("b.yaml", enterprise(3, true).replace("id: enterprise", "id: hazop"));
    assertThatThrownBy(() -> GradingTables.load(conf))
        .hasMessageContaining("hazop")
        .hasMessageContaining("lec");
  }

  @Test
  void aTableWhoseBoundsDoNotFallIsRefused() throws IOException {
    office(
        "t.yaml",
        """
        id: tailings
        version: 2
        title: {zh: 库, en: pond}
        source: {zh: 试, en: try}
        classes:
          - {code: one, title: {zh: 一, en: one}, capacity_wan_m3: 10, dam_height_m: 30}
          - {code: two, title: {zh: 二, en: two}, capacity_wan_m3: 20, dam_height_m: 0}
        apart: 1
        raised_for: {zh: 无, en: nothing}
        """);

    assertThatThrownBy(() -> GradingTables.load(conf))
        .hasMessageContaining("capacity_wan_m3 must fall");
  }

  @ParameterizedTest
  @CsvSource({
    "59.9, red, 1",
    "60, orange, 2",
    "74.9, orange, 2",
    "75, yellow, 3",
    "89.9, yellow, 3",
    "90, blue, 4",
    "100, blue, 4",
    "0, red, 1"
  })
  void aChemicalEnterpriseIsGradedByItsScoreAndHigherIsSafer(
      BigDecimal score, String grade, int level) {
    assertThat(OURS.chemicalEnterprise().grade(score).grade()).isEqualTo(grade);
    assertThat(OURS.chemicalEnterprise().grade(score).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"59.9, a", "60, b", "69.9, b", "70, c", "84.9, c", "85, d"})
  void aChemicalParkIsGradedByItsScore(BigDecimal score, String grade) {
    assertThat(OURS.chemicalPark().grade(score).grade()).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "central, none, province",
    "province, three, province",
    "other, one, province",
    "city, three, city",
    "other, two, city",
    "other, three, county",
    "other, none, county",
    "city, one, province"
  })
  void aMineIsSupervisedByTheFirstTierThatNamesItsOwnerOrLevel(
      String owner, String level, String tier) {
    assertThat(OURS.mineTier().tier(owner, level).code()).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource({
    "max_shift_persons, 30, false", "max_shift_persons, 31, true",
    "hoist_persons, 10, false", "hoist_persons, 11, true"
  })
  void thirtyOneOnAShiftAndElevenOnAHoistAreFlagged(String field, long persons, boolean flagged) {
    MineTierTable.Limit limit =
        OURS.mineTier().limits().stream()
            .filter(l -> l.field().equals(field))
            .findFirst()
            .orElseThrow();

    assertThat(limit.exceededBy(persons)).isEqualTo(flagged);
  }

  private void office(String file, String text) throws IOException {
    Path folder = Files.createDirectories(conf.resolve("grading"));
    Files.writeString(folder.resolve(file), text);
  }

  private static String enterprise(int version, boolean enabled) {
    return """
        id: enterprise
        version: %d
        title: {zh: 企业, en: Enterprise}
        source: {zh: 本单位, en: the office}
        count_rule: {enabled: %s, of_level: 2, at_least: 3, becomes: 1}
        """
        .formatted(version, enabled);
  }
}
