package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL's driver for OGC API – Features, as {@code ogrinfo OAPIF:…} and {@code ogr2ogr} use it. */
class OgcClientsIT extends AtTheDemo {
  private static final Pattern LISTED =
      Pattern.compile("(?m)^\\d+: ([a-z_0-9]+) \\(title: (.+?)\\)");

  @Test
  void ogrinfoListsEveryLayerWithItsChineseTitle() throws Exception {
    String said = Gdal.run("ogrinfo", "-ro", source());
    Map<String, String> listed = new HashMap<>();
    for (Matcher m = LISTED.matcher(said); m.find(); ) {
      listed.put(m.group(1), m.group(2));
    }
    Map<String, String> expected = new HashMap<>();
    for (JsonNode collection : new OgcClient(anlan.url("/ogc")).collections()) {
      expected.put(collection.get("id").asString(), collection.get("title").asString());
    }
    assertThat(listed).isEqualTo(expected);
  }

  @Test
  void ogrinfoReadsEveryLayerWithSystemCountAndFields() throws Exception {
    OgcClient ogc = new OgcClient(anlan.url("/ogc"));
    String all = Gdal.run("ogrinfo", "-ro", "-so", "-al", source());
    Map<String, String> layers = new HashMap<>();
    for (String part : all.split("(?m)^Layer name: ")) {
      layers.put(part.substring(0, part.indexOf('\n')), part);
    }
    for (JsonNode collection : ogc.collections()) {
      String id = collection.get("id").asString();
      String said = layers.get(id);
      long matched = ogc.matched(id, "TRUE");
      assertThat(said).as(id).contains("Feature Count: " + matched);
      if (matched > 0) { // GDAL learns the fields from the first features
        assertThat(said).as(id).contains("code: String");
      }
      if (collection.path("extent").has("spatial")) {
        assertThat(said).as(id).contains("WGS 84");
      }
    }
  }

  @Test
  void ogr2ogrPullsALayerWithFilterTextAndPlaces() throws Exception {
    Path out = folder.resolve("pulled.geojson");
    Files.deleteIfExists(out);
    Gdal.run(
        "ogr2ogr",
        "-f",
        "GeoJSON",
        out.toString(),
        source(),
        "risk_point",
        "-where",
        "level = 1",
        "-spat",
        "115",
        "27",
        "117",
        "29");
    JsonNode features = JsonMapper.shared().readTree(Files.readString(out)).get("features");
    OgcClient ogc = new OgcClient(anlan.url("/ogc"));
    assertThat(features.size())
        .isPositive()
        .isEqualTo((int) ogc.matched("risk_point", "level = 1", "bbox", "115,27,117,29"));
    for (JsonNode feature : List.of(features.get(0), features.get(features.size() - 1))) {
      JsonNode properties = feature.get("properties");
      assertThat(properties.get("level").asInt()).isEqualTo(1);
      assertThat(properties.get("name").asString()).containsPattern("\\p{IsHan}");
      String code = properties.get("code").asString();
      String[] xy =
          anlan
              .psql(
                  "select st_x(geom)||' '||st_y(geom) from layer.risk_point where code = '"
                      + code
                      + "'")
              .split(" ");
      JsonNode at = feature.get("geometry").get("coordinates");
      assertThat(at.get(0).asDouble()).isCloseTo(Double.parseDouble(xy[0]), within(1e-6));
      assertThat(at.get(1).asDouble()).isCloseTo(Double.parseDouble(xy[1]), within(1e-6));
    }
  }

  private static String source() {
    return "OAPIF:" + anlan.url("/ogc");
  }
}
