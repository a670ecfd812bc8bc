package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.tile.TileGrid;
import cn.anlan.web.ogc.MediaTypes;
import cn.anlan.web.ogc.OgcAnswer;
import cn.anlan.web.ogc.OgcLink;
import cn.anlan.web.ogc.OgcPage;
import cn.anlan.web.ogc.OgcRequest;
import cn.anlan.web.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What tiles there are: lists of tilesets, each one's metadata and TileJSON, and the grids. */
@RestController
class TilesetsController {
  private static final double[] PROVINCE = {113.5, 24.4, 118.6, 30.2}; // Jiangxi, to begin a map

  private final TiledLayers layers;
  private final TilesetJson tilesets;

  TilesetsController(TiledLayers layers, TilesetJson tilesets) {
    this.layers = layers;
    this.tilesets = tilesets;
  }

  @GetMapping("/ogc/tiles")
  ResponseEntity<byte[]> all(HttpServletRequest http) {
    return list(OgcRequest.of(http), Optional.empty());
  }

  @GetMapping("/ogc/collections/{layerId}/tiles")
  ResponseEntity<byte[]> ofLayer(@PathVariable String layerId, HttpServletRequest http) {
    return list(OgcRequest.of(http), Optional.of(layers.get(layerId)));
  }

  private ResponseEntity<byte[]> list(OgcRequest request, Optional<Layer> layer) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    List<OgcLink> links = request.selfAndAlternate(MediaTypes.JSON);
    answer.set("links", JsonMapper.shared().valueToTree(links));
    ArrayNode list = answer.putArray("tilesets");
    List<OgcLink> shown = new ArrayList<>(links);
    for (TileGrid grid : TileGrid.values()) {
      list.add(tilesets.item(request.base(), layer, grid));
      shown.addAll(tilesets.links(request.base(), layer, grid));
    }
    return answer(request, layer, "瓦片集", "Tilesets", answer, shown);
  }

  @GetMapping("/ogc/tiles/{grid}")
  ResponseEntity<byte[]> tileset(@PathVariable String grid, HttpServletRequest http) {
    List<String> known = List.of(TilesController.COLLECTIONS);
    return tileset(OgcRequest.of(http, known), Optional.empty(), TiledLayers.grid(grid));
  }

  @GetMapping("/ogc/collections/{layerId}/tiles/{grid}")
  ResponseEntity<byte[]> tilesetOfLayer(
      @PathVariable String layerId, @PathVariable String grid, HttpServletRequest http) {
    return tileset(OgcRequest.of(http), Optional.of(layers.get(layerId)), TiledLayers.grid(grid));
  }

  private ResponseEntity<byte[]> tileset(OgcRequest request, Optional<Layer> layer, TileGrid grid) {
    ObjectNode answer = tilesets.metadata(request.base(), layer, wanted(request, layer), grid);
    List<OgcLink> links = tilesets.links(request.base(), layer, grid);
    return answer(request, layer, "瓦片集 " + grid.id(), "Tileset " + grid.id(), answer, links);
  }

  private List<Layer> wanted(OgcRequest request, Optional<Layer> layer) {
    return layer
        .map(List::of)
        .orElseGet(() -> layers.named(request.find(TilesController.COLLECTIONS)));
  }

  @GetMapping("/ogc/tiles/{grid}/tilejson.json")
  ResponseEntity<byte[]> tileJson(@PathVariable String grid, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http, TilesController.COLLECTIONS);
    return tileJson(request, Optional.empty(), grid);
  }

  @GetMapping("/ogc/collections/{layerId}/tiles/{grid}/tilejson.json")
  ResponseEntity<byte[]> tileJsonOfLayer(
      @PathVariable String layerId, @PathVariable String grid, HttpServletRequest http) {
    return tileJson(OgcRequest.of(http), Optional.of(layers.get(layerId)), grid);
  }

  private ResponseEntity<byte[]> tileJson(OgcRequest request, Optional<Layer> layer, String grid) {
    if (TiledLayers.grid(grid) != TileGrid.WEB_MERCATOR_QUAD) {
      throw new NotFound(
          "TileJSON 只能描述 WebMercatorQuad (it knows no other grid)",
          "GET /ogc/tiles/" + grid + " 有同样的内容 (says the same)");
    }
    return OgcAnswer.json(
        tilesets.tileJson(request.base(), layer, wanted(request, layer), PROVINCE),
        MediaTypes.JSON);
  }

  @GetMapping("/ogc/tileMatrixSets")
  ResponseEntity<byte[]> matrixSets(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode list = answer.putArray("tileMatrixSets");
    List<OgcLink> shown = new ArrayList<>();
    for (TileGrid grid : TileGrid.values()) {
      OgcLink self =
          OgcLink.of(
              request.base() + "/tileMatrixSets/" + grid.id(),
              "self",
              MediaTypes.JSON,
              MatrixSet.title(grid));
      ObjectNode item = list.addObject().put("id", grid.id()).put("title", MatrixSet.title(grid));
      item.put("uri", MatrixSet.uri(grid, request.base())).put("crs", MatrixSet.crs(grid));
      item.set("links", JsonMapper.shared().valueToTree(List.of(self)));
      shown.add(self);
    }
    return answer(request, Optional.empty(), "瓦片方案", "Tile matrix sets", answer, shown);
  }

  @GetMapping("/ogc/tileMatrixSets/{grid}")
  ResponseEntity<byte[]> matrixSet(@PathVariable String grid, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    TileGrid known = TiledLayers.grid(grid);
    ObjectNode answer = MatrixSet.json(known, request.base());
    return answer(
        request, Optional.empty(), "瓦片方案 " + grid, "Tile matrix set " + grid, answer, List.of());
  }

  /** The answer for programs; for people its JSON on a page, with the links. */
  private static ResponseEntity<byte[]> answer(
      OgcRequest request,
      Optional<Layer> layer,
      String zh,
      String en,
      ObjectNode answer,
      List<OgcLink> links) {
    if (!request.isHtml()) {
      return OgcAnswer.json(answer, MediaTypes.JSON);
    }
    String title = request.language().of(zh, en);
    String name =
        layer.map(l -> request.language().of(l.title().zh(), l.title().en()) + " · ").orElse("");
    OgcPage page = new OgcPage(request, name + title);
    layer.ifPresent(
        l ->
            page.crumb(
                request.language().of(l.title().zh(), l.title().en()), "/collections/" + l.id()));
    page.links(links);
    page.body().leaf("pre", answer.toPrettyString());
    return OgcAnswer.html(page);
  }
}
