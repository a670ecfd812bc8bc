package cn.anlan.data.traps;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trap T11: 五落实 is one record of five fields, whatever its order and wording. */
class FiveElementsTrapTest {
  private static final String[] FIELDS = {
    "five_responsibility", "five_measures", "five_funding", "five_deadline", "five_plan"
  };

  private static final String LEDGER =
      """
      id: trial_ledger
      title: {zh: 试验台账, en: Ledger for tests}
      description: {zh: 五落实, en: Five elements}
      geometry: none
      disclosure: internal
      accuracy: optional
      within_province: false
      style: {color: "#336699"}
      fields:
        - {name: five_responsibility, type: text, title: {zh: 五落实一, en: First}}
        - {name: five_measures, type: text, title: {zh: 五落实二, en: Second}}
        - {name: five_funding, type: text, title: {zh: 五落实三, en: Third}}
        - {name: five_deadline, type: text, title: {zh: 五落实四, en: Fourth}}
        - {name: five_plan, type: text, title: {zh: 五落实五, en: Fifth}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "责任,措施,资金,时限,预案",
        "责任落实,措施落实,资金落实,时限落实,预案落实",
        "整改责任,整改措施,整改资金,整改时限,应急预案",
        "落实责任,落实措施,整改经费,完成时限,落实预案",
        "责任单位,整改措施,资金,整改期限,应急预案"
      })
  void anyOrderAndWordingIsTheSameRecord(String headings) throws IOException {
    String[] words = headings.split(",");
    String shuffled = String.join(",", words[4], words[2], words[0], words[3], words[1]);
    ImportReport report = imported("code," + shuffled + "\n1,e,c,a,d,b\n");
    for (int i = 0; i < FIELDS.length; i++) {
      assertThat(report.mapping()).containsEntry(FIELDS[i], words[i]);
    }
    assertThat(report.ignoredColumns()).isEmpty();
    assertThat(report.accepted()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"一必须五到位", "五到位", "责任到位", "措施到位", "资金到位", "预案到位", "安全责任到位", "应急救援到位", "五落实五到位"})
  void anotherFiveIsNeverReadAsIt(String heading) throws IOException {
    ImportReport report = imported("code,五落实一," + heading + "\n1,a,b\n");
    assertThat(report.mapping()).isEqualTo(Map.of("code", "code", FIELDS[0], "五落实一"));
    assertThat(report.ignoredColumns()).containsExactly(heading);
  }

  @Test
  void theHazardLedgerHasAllFiveOrIsNotThereYet() {
    Catalog.load(null)
        .findLayer("hazard")
        .ifPresent(hazard -> assertThat(hazard.fields()).extracting(Field::name).contains(FIELDS));
  }

  @Test
  void theThreeFivesAreThreeTerms() {
    try (Province province = new Province(folder)) {
      assertThat(
              province.rows(
                  "SELECT term, items FROM layer.document_term"
                      + " WHERE term IN ('五落实', '五到位', '一必须五到位') ORDER BY code"))
          .containsExactlyInAnyOrder("五落实|{责任,措施,资金,时限,预案}", "五到位|null", "一必须五到位|null");
    }
  }

  private ImportReport imported(String csv) throws IOException {
    Path conf = folder.resolve("conf");
    Path layer = conf.resolve("catalog/layers/trial_ledger.yaml");
    Files.createDirectories(layer.getParent());
    Files.writeString(layer, LEDGER);
    Path file = Files.writeString(folder.resolve("ledger.csv"), csv);
    try (Database database = TestDatabase.open(conf)) {
      ImportRequest request = ImportRequest.of("trial_ledger", file).rejectedDir(folder).build();
      return Importer.run(database, request, Progress.silent());
    }
  }
}
