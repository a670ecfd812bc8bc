package cn.anlan.data.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.CodeList;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.yaml.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traps T5, T6, T8 and T9: what the documents say means what it means in that document only. */
class DocumentTrapsTest {
  private static final Catalog CATALOG = Catalog.load(null);

  /** Contract of the catalogue: nothing else is for everybody. */
  private static final Set<String> MAY_BE_PUBLIC =
      Set.of(
          "region",
          "region_grade",
          "reporting_unit",
          "water_body",
          "road",
          "railway",
          "township",
          "protected_site");

  @TempDir static Path folder;
  private static Province province;
  private static SnapshotStore store;

  @BeforeAll
  static void open() {
    province = new Province(folder);
    store = province.snapshots();
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void t5TheSameWordsMeanOtherThingsInAnotherScope() {
    assertThat(
            province.rows(
                "SELECT scope, items, items_recorded FROM layer.document_term"
                    + " WHERE term = '四个一律' ORDER BY scope"))
        .containsExactly("general|null|f", "overload|{卸货,恢复,扣分罚款,依法处理}|t");
  }

  @Test
  void t5ATermIsKeyedByDocumentAndScopeAndWhatIsNotRecordedIsMarkedSo() {
    for (String term : List.of("三个一律", "五个一批", "十个一次")) {
      assertThat(
              province.rows(
                  "SELECT DISTINCT document_code FROM layer.document_term WHERE term = '"
                      + term
                      + "'"))
          .as(term)
          .hasSize(2);
    }
    assertThat(
            province.rows(
                "SELECT document_code, scope, term FROM layer.document_term"
                    + " GROUP BY 1, 2, 3 HAVING count(*) > 1"))
        .isEmpty();
    assertThat(
            province.rows(
                "SELECT code FROM layer.document_term"
                    + " WHERE items_recorded = (items IS NULL OR cardinality(items) = 0)"))
        .isEmpty();
  }

  @Test
  void t5NoGlobalCodeListHoldsATermOfADocument() {
    List<String> terms = province.rows("SELECT DISTINCT term FROM layer.document_term");
    for (CodeList list : CATALOG.codeLists()) {
      for (Code code : list.codes()) {
        assertThat(terms).as(list.id()).doesNotContain(code.title().zh(), code.value());
      }
    }
  }

  @Test
  void t6PhasesOfOneCampaignMayShareAMonth() {
    assertThat(phases("2019-03-15", "special_equipment")).containsExactly(1L, 2L);
    assertThat(phases("2019-05-31", "special_equipment")).containsExactly(2L, 3L);
    assertThat(phases("2019-04-15", "special_equipment")).containsExactly(2L);
    assertThat(phases("2019-01-15", "fire")).isEmpty();
    assertThat(phases("2019-03-15", "fire")).containsExactly(1L);
  }

  @Test
  void t6EachCampaignHasACalendarOfItsOwn() {
    assertThat(
            province.rows(
                "SELECT campaign, string_agg(to_char(starts_on, 'FMMM') || '-' ||"
                    + " to_char(ends_on, 'FMMM'), '/' ORDER BY sequence) FROM layer.campaign_phase"
                    + " GROUP BY 1 ORDER BY min(code)"))
        .containsExactly(
            "2019 年专项整治（消防）|2-3/4-6/7-10/11-12",
            "2019 年专项整治（总体）|1-3/4-6/7-10/11-12",
            "2019 年专项整治（特种设备）|1-3/3-5/5-9/10-12",
            "进贤县 2023 年重大事故隐患专项整治|5-5/6-7/8-11/12-12");
  }

  @Test
  void t8TwoPalettesOfOneScaleMayNotStandInOneLayer() throws IOException {
    Path conf = folder.resolve("conf");
    Path file = conf.resolve("catalog/layers/mixed.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        id: mixed
        title: {zh: 混用, en: Mixed}
        description: {zh: 两种四色, en: Two fours}
        geometry: none
        disclosure: internal
        accuracy: optional
        within_province: false
        style: {color: "#336699", color_by: level}
        fields:
          - {name: level, type: integer, title: {zh: 风险, en: Risk}, codes: risk_level}
          - {name: status, type: integer, title: {zh: 状态, en: Status}, codes: published_status}
        """);
    assertThatThrownBy(() -> Catalog.load(conf))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("'risk_level' and 'published_status'");
  }

  @Test
  void t9EveryDocumentHasItsDisclosureClass() {
    assertThat(
            province.rows(
                "SELECT code, disclosure_class, disclosure_recorded FROM layer.source_document"
                    + " ORDER BY code"))
        .containsExactly(
            "000|proactive|t",
            "001|internal|f",
            "002|on_request|t",
            "003|keep_safe|t",
            "004|internal|f");
    Field field = CATALOG.getLayer("source_document").getField("disclosure_class");
    assertThat(field.required()).isTrue();
    assertThat(CATALOG.getCodes(field.codes()).codes())
        .extracting(c -> c.title().zh())
        .containsExactly("主动公开", "依申请公开", "注意保存", "内部");
  }

  @Test
  void t9EveryLayerHasAClassAndOnlyTheGroundIsPublic() {
    for (Layer layer : CATALOG.layers()) {
      assertThat(layer.disclosure()).as(layer.id()).isNotNull();
      assertThat(store.get(layer.id()).disclosure()).isEqualTo(layer.disclosure());
      if (layer.disclosure() == Disclosure.PUBLIC) {
        assertThat(MAY_BE_PUBLIC).as("public layer").contains(layer.id());
      }
    }
  }

  @Test
  void t9ThePublicSeesNoRowOfALayerThatIsNotPublic() {
    Scope everybody = Scope.wholeProvince("public", Set.of(Disclosure.PUBLIC));
    for (Layer layer : CATALOG.layers()) {
      if (layer.disclosure() != Disclosure.PUBLIC) {
        assertThat(Query.on(store.get(layer.id()), everybody).count()).as(layer.id()).isZero();
      }
    }
    assertThat(Query.on(store.get("region"), everybody).count()).isPositive();
  }

  /** The phases of a sector's campaign that hold on a day, by the filter that the API takes. */
  private static List<Long> phases(String day, String sector) {
    LayerSnapshot phases = store.get("campaign_phase");
    String filter =
        "sector = '%s' AND starts_on <= DATE('%s') AND ends_on >= DATE('%s')"
            .formatted(sector, LocalDate.parse(day), day);
    List<Long> found = new ArrayList<>();
    Query.on(phases, Scope.wholeProvince("test"))
        .filter(Filter.parse(filter))
        .rows()
        .forEach((int row) -> found.add((Long) phases.value("sequence", row)));
    return found.stream().sorted().toList();
  }
}
