package cn.anlan.data.traps;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.CodeList;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.report.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trap T7: the sectors of 2018 and of 2019 are two versions of one list. */
class SectorListTrapTest {
  private static final CodeList SECTORS = Catalog.load(null).getCodes("sector");

  @TempDir Path folder;

  @Test
  void theListOfEachYearIsItsOwn() {
    assertThat(SECTORS.valid(LocalDate.of(2018, 12, 31)))
        .extracting(c -> c.title().zh())
        .contains("交通运输", "冶金")
        .doesNotContain("道路交通", "工贸")
        .hasSize(10);
    assertThat(SECTORS.valid(LocalDate.of(2019, 1, 1)))
        .extracting(c -> c.title().zh())
        .contains("道路交通", "工贸")
        .doesNotContain("交通运输", "冶金")
        .hasSize(10);
  }

  @Test
  void anOldCodeLeadsToTheSuccessorThatTheListNames() {
    LocalDate day = LocalDate.of(2021, 6, 1);
    Code transport = SECTORS.find("transport").orElseThrow();
    assertThat(SECTORS.current(transport, day)).map(Code::value).contains("road_transport");
    assertThat(SECTORS.current(transport, LocalDate.of(2018, 6, 1))).contains(transport);
  }

  @Test
  void anImportOfAnOldCodeIsMappedWithAWarningAndAnUnknownOneIsRejected() {
    try (Province province = new Province(folder)) {
      ImportReport report =
          province.quarantine(
              "enterprise",
              """
              code,name,行业,county_code,lon,lat
              1,甲,交通运输,360702,114.93,25.85
              2,乙,metallurgy,360702,114.93,25.85
              3,丙,工贸,360702,114.93,25.85
              4,丁,运输,360702,114.93,25.85
              """);

      assertThat(province.rows("SELECT code, sector FROM layer.enterprise ORDER BY code"))
          .containsExactly("1|road_transport", "2|industry_trade", "3|industry_trade");
      assertThat(report.issues())
          .extracting(i -> i.row() + " " + i.severity() + " " + i.value())
          .containsExactly("1 WARNING 交通运输", "2 WARNING metallurgy", "4 ERROR 运输");
      assertThat(report.issues())
          .filteredOn(i -> i.severity() == Severity.WARNING)
          .allSatisfy(i -> assertThat(i.reason()).contains("旧代码(至 2019-01-01)"));
    }
  }
}
