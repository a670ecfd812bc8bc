package cn.anlan.data.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.request.ImportRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A source's mapping is shown before it is used, kept when it was written, and taken up again. */
class KeptMappingTest extends AtTheOffice {
  private static final String HEAD = "编号,厂名,单位名称,行业,县,东,北\n";

  private Path delivery(String name, String code) {
    return office.file(name, HEAD + code + ",甲厂,局里,工贸,360102,115.8,28.7\n");
  }

  private static ImportRequest.Builder byHand(ImportRequest.Builder request) {
    return request
        .crs("4490")
        .sigmaM(5.0)
        .map("name", "厂名")
        .map("county_code", "县")
        .map("lon", "东")
        .map("lat", "北");
  }

  @Test
  void theNextDeliveryOfTheSourceIsMappedLikeTheLast() {
    ImportReport first =
        office.run(
            "enterprise",
            delivery("a.csv", "1"),
            r -> byHand(r).source("某局").set("address", "{县}境内").set("scale", "large"));
    assertThat(first.mappingBy())
        .containsEntry("name", MappedBy.OPTION)
        .containsEntry("sector", MappedBy.TITLE)
        .containsEntry("code", MappedBy.ALIAS)
        .containsEntry("scale", MappedBy.CONSTANT);

    ImportReport next =
        office.run(
            "enterprise", delivery("b.csv", "2"), r -> r.crs("4490").sigmaM(5.0).source("某局"));

    assertThat(next.mapping()).containsEntry("name", "厂名").containsEntry("address", "={县}境内");
    assertThat(next.mappingBy()).containsEntry("name", MappedBy.KEPT);
    assertThat(next.mapping()).as("values are no mapping").doesNotContainKey("scale");
    assertThat(
            office.rows(
                "SELECT code, name, address, scale, ST_AsText(geom) FROM layer.enterprise ORDER BY 1"))
        .containsExactly(
            "1|甲厂|360102境内|large|POINT(115.8 28.7)", "2|甲厂|360102境内|null|POINT(115.8 28.7)");
    assertThat(
            office.rows(
                "SELECT source, chosen::text, delivery_id FROM anlan.source_mapping WHERE layer = 'enterprise'"))
        .singleElement()
        .asString()
        .startsWith("某局|")
        .contains("name", "county_code", "lon", "lat");
  }

  @Test
  void withoutASourceFilesOfTheSameHeadingsAreOneSource() {
    office.run("enterprise", delivery("a.csv", "1"), r -> byHand(r));
    ImportReport next =
        office.run("enterprise", delivery("b.csv", "2"), r -> r.crs("4490").sigmaM(5.0));
    assertThat(next.mapping()).containsEntry("name", "厂名");
    assertThat(next.inserted()).isEqualTo(1);

    assertThat(
            office.refusal(
                "enterprise",
                delivery("c.csv", "3"),
                r -> r.crs("4490").sigmaM(5.0).freshMapping(true)))
        .as("left aside, the county and the coordinates are not recognised")
        .contains("没有坐标", "--map lon=列");
  }

  @Test
  void aColumnThatAPersonHadMappedMustBeThereAndAWordOfTodayCountsMore() {
    office.run("enterprise", delivery("a.csv", "1"), r -> byHand(r).source("某局"));
    Path renamed = office.file("b.csv", "编号,工厂名,单位名称,行业,县,东,北\n2,甲厂,局里,工贸,360102,115.8,28.7\n");

    assertThat(office.refusal("enterprise", renamed, r -> r.crs("4490").sigmaM(5.0).source("某局")))
        .contains("来源“某局”上次指定字段 name 取自“厂名”", "--map name=列", "--fresh-mapping");

    ImportReport mapped =
        office.run(
            "enterprise", renamed, r -> r.crs("4490").sigmaM(5.0).source("某局").map("name", "工厂名"));
    assertThat(mapped.mapping()).containsEntry("name", "工厂名");
    assertThat(
            office.rows("SELECT fields ->> 'name' FROM anlan.source_mapping WHERE source = '某局'"))
        .containsExactly("工厂名");
  }

  @Test
  void nothingIsKeptOfADryRunOrOfWhatWasNotWritten() {
    office.run("enterprise", delivery("a.csv", "1"), r -> byHand(r).source("某局").dryRun(true));
    Path bad = office.file("x.csv", HEAD + "1,甲厂,局里,没有的行业,360102,115.8,28.7\n");
    office.run("enterprise", bad, r -> byHand(r).source("某局"));
    assertThat(office.number("SELECT count(*) FROM anlan.source_mapping WHERE source = '某局'"))
        .isZero();
  }

  @Test
  void theMappingIsShownBeforeRowsAreChecked() {
    List<String> steps = new ArrayList<>();
    ImportRequest request =
        ImportRequest.of("enterprise", office.enterprises("f.csv", "1,115.8,28.7,360102"))
            .crs("4490")
            .sigmaM(5.0)
            .dryRun(true)
            .rejectedDir(directory)
            .build();
    Importer.run(office.database(), request, steps::add);

    int mapping = -1;
    int writing = -1;
    for (int i = 0; i < steps.size(); i++) {
      mapping = steps.get(i).contains("name 企业名称 ← name [字段名 name]") ? i : mapping;
      writing = steps.get(i).contains("写入") ? i : writing;
    }
    assertThat(mapping).as(steps.toString()).isPositive().isLessThan(writing);
    assertThat(steps.toString()).contains("坐标 geom ← lon, lat");
  }
}
