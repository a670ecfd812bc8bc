package cn.anlan.web.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.web.snapshot.Columns;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** Codes of today, yesterday and of units that no outline shows, on any day. */
class RegionsTest {
  private static final LayerSnapshot SNAPSHOT = snapshot();

  @Test
  void todayAnAbolishedCodeCountsInItsSuccessor() {
    Regions today = on("2026-01-01");
    assertThat(today.find("360727").code()).isEqualTo("360783");
    assertThat(today.find("360783").code()).isEqualTo("360783");
  }

  @Test
  void beforeItWasFoundedAUnitsCodeCountsInItsPredecessorWhichBearsItsOutline() {
    Regions before = on("2019-06-01");
    assertThat(before.find("360783").code()).isEqualTo("360727");
    assertThat(before.find("360783").population()).isEqualTo(312000);
    assertThat(SNAPSHOT.findGeometry(before.find("360727").outlineRow())).isPresent();
    assertThat(before.valid()).extracting(Regions.Region::code).doesNotContain("360783");
  }

  @Test
  void aUnitWithoutOutlineCountsWhereItIsDrawnBeforeAndAfterItWasFounded() {
    for (String day : new String[] {"2018-01-01", "2026-01-01"}) {
      assertThat(on(day).find("360113").code()).as(day).isEqualTo("360112");
    }
    assertThat(on("2026-01-01").valid()).extracting(Regions.Region::code).doesNotContain("360113");
  }

  @Test
  void anUnknownCodeBelongsNowhere() {
    assertThat(on("2026-01-01").find("431127")).isNull();
    assertThat(on("2026-01-01").find(null)).isNull();
  }

  private static Regions on(String day) {
    return new Regions(SNAPSHOT, Scope.wholeProvince("test"), "county", LocalDate.parse(day));
  }

  private static LayerSnapshot snapshot() {
    SnapshotBuilder builder =
        new SnapshotBuilder(
                "region",
                1,
                Columns.of(
                    "code",
                    "name",
                    "admin_level code",
                    "parent_code",
                    "successor_code",
                    "drawn_in text_list",
                    "valid_from date",
                    "valid_to date",
                    "population integer"))
            .disclosure(Disclosure.PUBLIC);
    byte[] outline =
        new WKBWriter().write(new GeometryFactory().toGeometry(new Envelope(114, 115, 24, 25)));
    LocalDate founded = LocalDate.of(2020, 6, 1);
    LocalDate split = LocalDate.of(2019, 12, 1);
    builder.add(
        1, outline, "360783", "龙南市", "county", "360700", null, null, founded, null, 312000L);
    builder.add(
        2,
        null,
        "360727",
        "龙南县",
        "county",
        "360700",
        "360783",
        List.of("360783"),
        null,
        founded,
        null);
    builder.add(3, outline, "360112", "新建区", "county", "360100", null, null, null, null, 900000L);
    builder.add(
        4,
        null,
        "360113",
        "红谷滩区",
        "county",
        "360100",
        null,
        List.of("360112"),
        split,
        null,
        500000L);
    return builder.build();
  }
}
