package cn.anlan.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.problem.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be a site is refused with the spot where it is wrong. */
class SiteGeometryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Polygon\",\"coordinates\":[[[115.9,28.7],[115.91,28.71],[115.91,28.7],[115.9,28.71],[115.9,28.7]]]}"
            + "| 自相交 | 115.9050000, 28.7050000",
        "{\"type\":\"Polygon\",\"coordinates\":[[[115,28],[116,28],[116,29],[115,28]],[[113,28],[114,28],[114,29],[113,28]]]}"
            + "| 内环在外环之外 | 11",
        "{\"type\":\"Point\",\"coordinates\":[28.7,115.9]} | 经纬度颠倒 | 28.7",
        "{\"type\":\"Point\",\"coordinates\":[1e999,28.7]} | 不是有限数 | 第 1 个顶点",
        "{\"type\":\"LineString\",\"coordinates\":[[115,28],[116,1e999]]} | 不是有限数 | 第 2 个顶点",
        "{\"type\":\"Point\",\"coordinates\":[\"NaN\",28.7]} | 须为 [经度, 纬度] | NaN",
        "{\"type\":\"Point\",\"coordinates\":[681608,3175548]} | 米,不是度 | 681608",
        "{\"type\":\"Polygon\",\"coordinates\":[]} | 空的 | 图形",
        "{\"type\":\"Polygon\",\"coordinates\":[[[115,28],[116,28],[116,29]]]} | 闭合 | 四个点",
        "{\"type\":\"Polygon\",\"coordinates\":[[[115,28],[116,28],[115,28],[115,28]]]} | 不成立 | 115",
        "{\"type\":\"GeometryCollection\",\"geometries\":[]} | 不是点、线、面 | GeometryCollection",
        "{\"type\":\"Point\"} | 数组 | 此处",
        "null | 不是点、线、面 | null",
      })
  void badShapesAreRefusedAndLocated(String geometry, String problem, String place) {
    SiteBody body = SiteBody.parse("{\"geometry\":" + geometry + "}");
    assertThatThrownBy(() -> SiteGeometry.read(body, "geometry"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(problem)
        .hasMessageContaining(place);
  }

  @Test
  void aShapeOfMoreVerticesThanAnyPlantIsRefused() {
    StringBuilder text =
        new StringBuilder("{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[");
    for (int i = 0; i <= SiteGeometry.MAX_VERTICES; i++) {
      text.append(i == 0 ? "" : ",").append("[115.").append(10_000 + i).append(",28.7]");
    }
    SiteBody body = SiteBody.parse(text.append("]}}").toString());
    assertThatThrownBy(() -> SiteGeometry.read(body, "geometry"))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("20001");
  }

  @Test
  void ofTenMillionVerticesOnlyTheFirstMegabytesAreRead() {
    AtomicLong given = new AtomicLong();
    byte[] vertex = "[115.123456789,28.123456789],".getBytes(StandardCharsets.US_ASCII);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return vertex[(int) (given.getAndIncrement() % vertex.length)];
          }
        };
    assertThatThrownBy(() -> SiteBody.read(endless)).isInstanceOf(TooLarge.class);
    assertThat(given.get()).isLessThan(2L * SiteBody.MAX_BYTES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":NaN} | 第 1 行",
        "{\"a\":1,\"a\":2} | 不是有效的 JSON",
        "[1] | 一个 JSON 对象",
        "'' | 一个 JSON 对象",
        "{\"a\": | 不是有效的 JSON",
      })
  void whatIsNoJsonObjectIsRefused(String text, String problem) {
    assertThatThrownBy(
            () -> SiteBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aMemberThatNobodyReadsIsRefused() throws IOException {
    SiteBody body = SiteBody.parse("{\"sigmaM\":1,\"sigma\":2}");
    assertThatThrownBy(() -> body.allowOnly(Set.of("sigmaM")))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("sigma");
  }

  @Test
  void coordinatesAreBroughtToCgcs2000() {
    String point = "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s]},\"crs\":\"%s\"}";
    SiteGeometry gauss =
        SiteGeometry.read(
            SiteBody.parse(point.formatted("681608.383, 3175548.840", "EPSG:4547")), "geometry");
    assertThat(gauss.lonLat().getCoordinate().x).isCloseTo(115.858, within(1e-7));
    assertThat(gauss.lonLat().getCoordinate().y).isCloseTo(28.683, within(1e-7));
    SiteGeometry shifted =
        SiteGeometry.read(
            SiteBody.parse(point.formatted("115.8629009, 28.6796702", "GCJ-02")), "geometry");
    assertThat(shifted.lonLat().getCoordinate().x).isCloseTo(115.858, within(1e-6));
    assertThat(shifted.system()).isEqualTo(CoordinateSystem.GCJ02);
  }
}
