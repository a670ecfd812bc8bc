package cn.anlan.geo.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonGeometryTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (115.858012345678 28.68301)",
        "MULTIPOINT ((1 2), (3 4))",
        "LINESTRING (1 2, 3 4, 5 6)",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 20, 29 20, 29 29, 20 20)))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))"
      })
  void everyKindComesBackAsItWent(String wkt) throws Exception {
    Geometry geometry = new WKTReader().read(wkt);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      GeoJsonGeometry.write(geometry, json);
    }
    Geometry back = GeoJsonGeometry.read(JSON.readTree(text.toString()));
    assertThat(back.equalsExact(geometry)).as("%s", text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Point\"}",
        "{\"type\":\"Point\",\"coordinates\":[\"115\",28]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}",
        "{\"type\":\"Circle\",\"coordinates\":[0,0]}",
        "[1,2]",
        "{\"type\":\"LineString\",\"coordinates\":[[0,0]]}"
      })
  void whatIsNoGeometryIsRefusedWithAReason(String text) {
    assertThatThrownBy(() -> GeoJsonGeometry.read(JSON.readTree(text)))
        .isInstanceOf(UserFault.class);
  }
}
