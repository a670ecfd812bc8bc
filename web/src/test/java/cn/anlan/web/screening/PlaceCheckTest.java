package cn.anlan.web.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.datum.Bd09;
import cn.anlan.geo.datum.Gcj02;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.web.site.SiteBody;
import cn.anlan.web.site.SiteGeometry;
import cn.anlan.web.snapshot.Columns;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** Two counties side by side, parted at 115.9° E; their borders are known to 100 m. */
class PlaceCheckTest {
  private static final Counties COUNTIES = counties();

  @Test
  void aSiteInTheCountyThatItNamesIsFound() {
    for (String words : new String[] {"甲县", "360101", "甲", "示例省示例市甲县某某路1号", "旧甲县", null}) {
      PlaceCheck.Place place = locate("115.89,28.7", "EPSG:4490", words, false);
      assertThat(place.county().code()).as(words).isEqualTo("360101");
      assertThat(place.warnings()).as(words).isEmpty();
    }
  }

  @Test
  void gcjCoordinatesDeclaredAsWgs84AreSuspectedFromTheirOwnCounty() {
    // 200 m inside 甲县; as GCJ-02 the numbers lie some 300 m beyond the border.
    double[] gcj = Gcj02.fromWgs84(115.898, 28.7);
    assertThat(gcj[0]).isGreaterThan(115.9);
    String numbers = gcj[0] + "," + gcj[1];
    assertThatThrownBy(() -> locate(numbers, "EPSG:4326", "甲县", false))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("GCJ-02")
        .hasMessageContaining("甲县")
        .hasMessageContaining("EPSG:4326");
    assertThat(locate(numbers, "GCJ-02", "甲县", false).county().code()).isEqualTo("360101");
    assertThat(locate(numbers, "EPSG:4326", "乙县", false).county().code()).isEqualTo("360102");
  }

  @Test
  void baiduCoordinatesAreSuspectedToo() {
    double[] east = Bd09.fromWgs84(115.899, 28.7);
    assertThatThrownBy(() -> locate(east[0] + "," + east[1], "EPSG:4490", "甲县", false))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("-0");
  }

  @Test
  void whoAnswersForTheSystemIsBelievedWithinTheBordersAccuracy() {
    // 150 m beyond the border of the county that it names: less than 2σ = 200 m.
    String near = (115.9 + 150 / 97_700.0) + ",28.7";
    assertThatThrownBy(() -> locate(near, "EPSG:4490", "甲县", false)).isInstanceOf(UserFault.class);
    PlaceCheck.Place place = locate(near, "EPSG:4490", "甲县", true);
    assertThat(place.county().code()).isEqualTo("360102");
    assertThat(place.warnings()).hasSize(1);
  }

  @Test
  void aSiteFarFromTheCountyThatItNamesIsRefusedWhateverIsConfirmed() {
    assertThatThrownBy(() -> locate("116.1,28.7", "EPSG:4490", "甲县", true))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("乙县")
        .hasMessageContaining("km");
    assertThatThrownBy(() -> locate("116.1,28.7", "EPSG:4490", "丙县", false))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("没有县");
  }

  private static PlaceCheck.Place locate(
      String lonLat, String crs, String words, boolean confirmed) {
    SiteGeometry site =
        SiteGeometry.read(
            SiteBody.parse(
                "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s]},\"crs\":\"%s\"}"
                    .formatted(lonLat, crs)),
            "geometry");
    return PlaceCheck.locate(site, words, confirmed, COUNTIES);
  }

  private static Counties counties() {
    SnapshotBuilder builder =
        new SnapshotBuilder(
                "region",
                1,
                Columns.of(
                    "code",
                    "name",
                    "admin_level code",
                    "aliases text_list",
                    "former_codes text_list",
                    "drawn_in text_list",
                    "valid_to date",
                    "sigma_m number"))
            .disclosure(Disclosure.PUBLIC);
    add(builder, 1, "360101", "甲县", List.of("甲", "旧甲县"), 115.5, 115.9, null);
    add(builder, 2, "360102", "乙县", null, 115.9, 116.3, null);
    add(builder, 3, "360103", "撤县", null, 115.5, 116.3, LocalDate.of(2019, 1, 1));
    LayerSnapshot regions = builder.build();
    return Counties.of(regions);
  }

  private static void add(
      SnapshotBuilder builder,
      int id,
      String code,
      String name,
      List<String> aliases,
      double west,
      double east,
      LocalDate until) {
    byte[] outline =
        new WKBWriter().write(new GeometryFactory().toGeometry(new Envelope(west, east, 28.4, 29)));
    builder.add(id, outline, code, name, "county", aliases, null, null, until, 100.0);
  }
}
