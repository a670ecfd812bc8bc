package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vector tiles of the built jar, read by GDAL. */
class TilesIT extends AtTheDemo {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int WEST = 103; // the columns and rows of zoom 7 that the province touches
  private static final int EAST = 106;
  private static final int NORTH = 52;
  private static final int SOUTH = 56;

  @Test
  void gdalCountsInTheTilesOfAZoomWhatTheLayerHolds() throws Exception {
    long[] byLevel = new long[5];
    for (int col = WEST; col <= EAST; col++) {
      for (int row = NORTH; row <= SOUTH; row++) {
        for (JsonNode feature : features("risk_point", 7, row, col, "")) {
          JsonNode properties = feature.get("properties");
          boolean cell = properties.has("n") && !properties.get("n").isNull();
          if (cell) {
            for (int level = 1; level <= 4; level++) {
              byLevel[level] += properties.path("n" + level).asLong(0);
            }
          } else {
            byLevel[properties.get("level").asInt()]++;
          }
          byLevel[0] += cell ? properties.get("n").asLong() : 1;
        }
      }
    }
    JsonNode counts = anlan.json("/api/layers/risk_point/counts?by=level");
    assertThat(byLevel[0]).isEqualTo(counts.get("total").asLong());
    for (int level = 1; level <= 4; level++) {
      assertThat(byLevel[level])
          .isEqualTo(counts.get("counts").get(Integer.toString(level)).asLong());
    }
  }

  @Test
  void gdalReadsPolygonsWithIdAndChineseNames() throws Exception {
    Set<String> names = new HashSet<>();
    for (int col = WEST; col <= EAST; col++) {
      for (int row = NORTH; row <= SOUTH; row++) {
        for (JsonNode feature : features("region", 7, row, col, "admin_level = 'county'")) {
          assertThat(feature.get("geometry").get("type").asString()).endsWith("Polygon");
          assertThat(feature.get("properties").get("mvt_id").asLong()).isPositive();
          names.add(feature.get("properties").get("name").asString());
        }
      }
    }
    assertThat(names).hasSizeGreaterThan(90).contains("南昌县", "浮梁县", "定南县");
  }

  @Test
  void aFilterIsKeptAndAFaultyOneIsExplained() throws Exception {
    for (JsonNode feature : features("risk_point", 7, 53, 105, "level = 1")) {
      JsonNode properties = feature.get("properties");
      assertThat(properties.get("level").asInt()).isEqualTo(1);
    }
    HttpResponse<byte[]> faulty = get(path("risk_point", 7, 53, 105) + "?filter=nosuch%20%3D%201");
    assertThat(faulty.statusCode()).isEqualTo(400);
    assertThat(new String(faulty.body(), StandardCharsets.UTF_8)).contains("nosuch", "remedy");
  }

  @Test
  void whatIsNoTileOrNoLayerIsAProblemAndAnEmptyTileHasNoContent() throws Exception {
    assertThat(get(path("risk_point", 7, 0, 0)).statusCode()).isEqualTo(204);
    assertThat(get(path("risk_point", 7, 128, 0)).statusCode()).isEqualTo(400);
    assertThat(get(path("risk_point", 30, 0, 0)).statusCode()).isEqualTo(400);
    assertThat(get(path("nothing", 7, 53, 105)).statusCode()).isEqualTo(404);
    HttpResponse<byte[]> words =
        get("/ogc/collections/risk_point/tiles/WebMercatorQuad/7/fifty/105");
    assertThat(words.statusCode()).isEqualTo(400);
    assertThat(words.headers().firstValue("Content-Type").orElse(""))
        .contains("application/problem+json");
  }

  @Test
  void aTileIsCompressedTaggedAndNotSentTwice() throws Exception {
    String path = path("risk_point", 7, 53, 105);
    HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "gzip");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().firstValue("Content-Type"))
        .contains("application/vnd.mapbox-vector-tile");
    byte[] plain = get(path).body();
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain);
    String tag = packed.headers().firstValue("ETag").orElseThrow();
    assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void questionsOfRegionGradeAndTimeAreThoseOfAFilter() throws Exception {
    String tile = path("hazard", 7, 53, 105);
    assertThat(get(tile + "?region=360100&grade=major&datetime=2021-01-01/2021-06-30").body())
        .isEqualTo(
            get(tile
                    + "?filter="
                    + java.net.URLEncoder.encode(
                        "county_code LIKE '3601%' AND hazard_grade = 'major' AND"
                            + " found_on BETWEEN DATE('2021-01-01') AND DATE('2021-06-30')",
                        StandardCharsets.UTF_8))
                .body())
        .isNotEmpty();
    String risk = path("risk_point", 7, 53, 105);
    assertThat(get(risk + "?grade=red").body()).isEqualTo(get(risk + "?grade=1").body());
    assertThat(get(risk + "?grade=purple").statusCode()).isEqualTo(400);
    assertThat(get(risk + "?colour=red").statusCode()).isEqualTo(400);
  }

  @Test
  void aJointTileHasTheLayersOneAfterTheOther() throws Exception {
    String place = "/WebMercatorQuad/7/53/105";
    byte[] joint = get("/ogc/tiles" + place + "?collections=hazard,bridge").body();
    byte[] hazard = get("/ogc/collections/hazard/tiles" + place).body();
    byte[] bridge = get("/ogc/collections/bridge/tiles" + place).body();
    assertThat(joint).startsWith(hazard).endsWith(bridge).hasSize(hazard.length + bridge.length);
    HttpResponse<byte[]> all = get("/ogc/tiles" + place, "Accept-Encoding", "gzip");
    assertThat(all.body().length).isBetween(20_000, 200_000);
    assertThat(get("/ogc/tiles" + place + "?collections=nothing").statusCode()).isEqualTo(400);
  }

  @Test
  void tilesetsGridsAndStylesLeadToOneAnotherAndNowhereElse() throws Exception {
    JsonNode tileset = anlan.json("/ogc/collections/risk_point/tiles/CGCS2000Quad?f=json");
    assertThat(tileset.get("crs").asString()).endsWith("/4490");
    assertThat(tileset.get("layers").get(0).get("geometryDimension").asInt()).isZero();
    JsonNode grid = anlan.json("/ogc/tileMatrixSets/CGCS2000Quad");
    assertThat(grid.get("tileMatrices").get(0).get("matrixWidth").asInt()).isEqualTo(2);
    assertThat(grid.get("tileMatrices").get(0).get("cellSize").asDouble()).isEqualTo(0.703125);
    JsonNode tileJson = anlan.json("/ogc/tiles/WebMercatorQuad/tilejson.json?collections=road");
    String first = tileJson.get("tiles").get(0).asString();
    assertThat(first).startsWith(anlan.url("/ogc/tiles/")).endsWith("?collections=road");
    assertThat(get("/ogc/tiles/NoSuchQuad").statusCode()).isEqualTo(404);
    JsonNode style = anlan.json("/ogc/styles/risk_point");
    String sprite = "/ogc/sprites/anlan@2x";
    assertThat(style.get("sprite").asString()).isEqualTo(anlan.url("/ogc/sprites/anlan"));
    assertThat(anlan.json(sprite + ".json").get("risk_level:1").get("width").asInt()).isEqualTo(44);
    assertThat(get(sprite + ".png").body()).startsWith(0x89, 'P', 'N', 'G');
    String glyphs = "/ogc/fonts/Noto%20Sans%20CJK%20SC%20Regular/23296-23551.pbf";
    assertThat(get(glyphs).body().length).isBetween(50_000, 400_000);
    assertThat(get(glyphs.replace("Regular", "Fraktur")).statusCode()).isEqualTo(404);
  }

  @Test
  void aChangeMadeInSqlIsInTheNextTile() throws Exception {
    String tile = path("risk_point", 12, 1741, 3419);
    assertThat(get(tile).statusCode()).isEqualTo(204);
    anlan.psql(
        "update layer.risk_point set geom = ST_SetSRID(ST_MakePoint(120.55, 26.0), 4490)"
            + " where code = 'DEMO-RP-000001'");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (get(tile).statusCode() != 200) {
      assertThat(System.nanoTime()).as("still the old tile").isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  private static String path(String layer, int zoom, int row, int col) {
    return "/ogc/collections/%s/tiles/WebMercatorQuad/%d/%d/%d".formatted(layer, zoom, row, col);
  }

  /** The tile's features as GDAL's MVT driver reads them. */
  private static JsonNode features(String layer, int zoom, int row, int col, String filter)
      throws Exception {
    String query = filter.isEmpty() ? "" : "?filter=" + java.net.URLEncoder.encode(filter, "UTF-8");
    HttpResponse<byte[]> answer = get(path(layer, zoom, row, col) + query);
    if (answer.statusCode() == 204) {
      return JSON.createArrayNode();
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    // GDAL learns the tile's place from the folders it lies in.
    Path tile = folder.resolve(layer).resolve(zoom + "/" + col + "/" + row + ".pbf");
    Files.createDirectories(tile.getParent());
    Files.write(tile, answer.body());
    Path json = folder.resolve("out.geojson");
    Files.deleteIfExists(json);
    Process ogr =
        new ProcessBuilder("ogr2ogr", "-f", "GeoJSON", json.toString(), "MVT:" + tile, layer)
            .redirectErrorStream(true)
            .start();
    String said = new String(ogr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ogr.waitFor()).as(said).isZero();
    return JSON.readTree(Files.readString(json)).get("features");
  }

  private static HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(anlan.url(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
