package cn.anlan.web.e2e;

import static cn.anlan.web.e2e.OgcClient.link;
import static cn.anlan.web.e2e.OgcClient.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A walk through OGC API – Tiles 1.0 (20-057, annex A: core, tileset, tilesets-list,
 * dataset-tilesets, geodata-tilesets, mvt) from the landing page on. The names in brackets are the
 * standard's tests; that GDAL's MVT driver reads the tiles is in {@link TilesIT}.
 */
class OgcTilesIT extends AtTheDemo {
  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";

  private OgcClient ogc;

  @BeforeEach
  void client() {
    ogc = new OgcClient(anlan.url("/ogc"));
  }

  @Test
  void theClassesThatAreWalkedThroughAreDeclared() {
    for (String name :
        List.of(
            "core", "tileset", "tilesets-list", "dataset-tilesets", "geodata-tilesets", "mvt")) {
      assertThat(ogc.conformance()).contains(TILES + name);
    }
  }

  /** [dataset-tilesets/landingpage, tilesets-list/tileset-links, tileset/description]. */
  @Test
  void theLandingPageLeadsToTilesOfTheWholeDataset() {
    String list = link(ogc.json(""), REL + "tilesets-vector").orElseThrow().get("href").asString();
    List<JsonNode> sets = list(ogc.json(list).get("tilesets"));
    assertThat(sets)
        .extracting(set -> set.get("tileMatrixSetId").asString())
        .contains("WebMercatorQuad", "CGCS2000Quad");
    for (JsonNode set : sets) {
      assertThat(set.get("dataType").asString()).isEqualTo("vector");
      JsonNode alone = ogc.json(link(set, "self").orElseThrow().get("href").asString());
      assertThat(alone.get("tileMatrixSetId")).isEqualTo(set.get("tileMatrixSetId"));
      assertThat(alone.get("crs").asString()).startsWith("http");
      assertThat(list(alone.get("layers"))).isNotEmpty();
      assertThat(link(alone, "item").orElseThrow().get("href").asString())
          .contains("{tileMatrix}", "{tileRow}", "{tileCol}");
      String scheme = link(alone, REL + "tiling-scheme").orElseThrow().get("href").asString();
      JsonNode matrices = ogc.json(scheme).get("tileMatrices");
      assertThat(matrices.size()).isGreaterThan(16);
    }
  }

  /** [geodata-tilesets/desc-links, core/tc-success, core/tc-error, mvt/content]. */
  @Test
  void everyCollectionWithPlacesGivesTiles() {
    int read = 0;
    for (JsonNode collection : ogc.collections()) {
      String id = collection.get("id").asString();
      if (link(collection, REL + "tilesets-vector").isEmpty()) {
        JsonNode queryables = ogc.json("/collections/" + id + "/queryables").get("properties");
        assertThat(queryables.has("geom")).as(id + " has places, but no tiles").isFalse();
        continue;
      }
      String sets = link(collection, REL + "tilesets-vector").orElseThrow().get("href").asString();
      JsonNode set =
          list(ogc.json(sets).get("tilesets")).stream()
              .filter(s -> s.get("tileMatrixSetId").asString().equals("WebMercatorQuad"))
              .findFirst()
              .orElseThrow();
      String template =
          link(ogc.json(link(set, "self").orElseThrow().get("href").asString()), "item")
              .orElseThrow()
              .get("href")
              .asString();
      assertThat(ogc.get(at(template, 6, 26, 52)).statusCode()).as(id).isIn(200, 204);
      assertThat(ogc.get(at(template, 6, 0, 0)).statusCode()).as("nothing there").isEqualTo(204);
      assertThat(ogc.get(at(template, 6, 64, 0)).statusCode()).as("no such row").isIn(400, 404);
      if (read++ == 0) {
        ogc.refused(400, at(template, 6, 26, 52) + "?filter=nosuch%3D1");
      }
    }
    assertThat(read).isGreaterThan(50);
  }

  private static String at(String template, int zoom, int row, int col) {
    return template
        .replace("{tileMatrix}", Integer.toString(zoom))
        .replace("{tileRow}", Integer.toString(row))
        .replace("{tileCol}", Integer.toString(col))
        .replaceAll("\\?.*", "");
  }
}
