package cn.anlan.web.style;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.glyph.GlyphRange;
import cn.anlan.web.ogc.MediaTypes;
import cn.anlan.web.ogc.OgcAnswer;
import cn.anlan.web.ogc.OgcLink;
import cn.anlan.web.ogc.OgcPage;
import cn.anlan.web.ogc.OgcRequest;
import cn.anlan.web.ogc.VisibleLayers;
import cn.anlan.web.problem.NotFound;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Styles by the addresses of OGC API – Styles (20-009), one per layer, with signs and letters. */
@RestController
class StylesController {
  private static final int LETTERS = 65_536;
  private static final int KEPT_RANGES = 300; // some 20 MB: all that Chinese text asks for
  private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1));

  private record Range(MapFont font, int first) {}

  private final VisibleLayers layers;
  private final LayerStyle styles;
  private final Signs signs;
  private final Cache<Range, byte[]> glyphs =
      Caffeine.newBuilder().maximumSize(KEPT_RANGES).build();

  StylesController(VisibleLayers layers, LayerStyle styles, Signs signs) {
    this.layers = layers;
    this.styles = styles;
    this.signs = signs;
  }

  @GetMapping("/ogc/styles")
  ResponseEntity<byte[]> all(HttpServletRequest http) {
    return list(OgcRequest.of(http), layers.all().stream().filter(Layer::hasGeometry).toList());
  }

  @GetMapping("/ogc/collections/{layerId}/styles")
  ResponseEntity<byte[]> ofLayer(@PathVariable String layerId, HttpServletRequest http) {
    return list(OgcRequest.of(http), List.of(drawn(layerId)));
  }

  private static ResponseEntity<byte[]> list(OgcRequest request, List<Layer> drawn) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode list = answer.putArray("styles");
    List<OgcLink> links = new ArrayList<>();
    for (Layer layer : drawn) {
      OgcLink link = StylesPart.link(request.base(), layer);
      ObjectNode item = list.addObject().put("id", layer.id()).put("title", layer.title().zh());
      item.set("links", JsonMapper.shared().valueToTree(List.of(link)));
      links.add(link);
    }
    if (!request.isHtml()) {
      return OgcAnswer.json(answer, MediaTypes.JSON);
    }
    String title = request.language().of("样式", "Styles");
    return OgcAnswer.html(new OgcPage(request, title).crumb(title, "/styles").links(links));
  }

  @GetMapping("/ogc/styles/{layerId}")
  ResponseEntity<byte[]> style(@PathVariable String layerId, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    return OgcAnswer.json(styles.json(drawn(layerId), request.base()), StylesPart.STYLE);
  }

  private Layer drawn(String layerId) {
    Layer layer = layers.get(layerId);
    if (!layer.hasGeometry()) {
      throw new NotFound(
          "图层 " + layerId + " 没有图形，因此没有样式 (the layer has no places, hence no style)",
          "GET /ogc/styles 列出全部 (lists all)");
    }
    return layer;
  }

  @GetMapping("/ogc/sprites/anlan{ratio:|@2x}.json")
  ResponseEntity<byte[]> places(@PathVariable String ratio) {
    return OgcAnswer.json(signs.places(ratio(ratio)), MediaTypes.JSON);
  }

  @GetMapping("/ogc/sprites/anlan{ratio:|@2x}.png")
  ResponseEntity<byte[]> picture(@PathVariable String ratio) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(A_DAY)
        .body(signs.png(ratio(ratio)));
  }

  private static int ratio(String ratio) {
    return ratio.isEmpty() ? 1 : 2;
  }

  @GetMapping("/ogc/fonts/{names}/{first:[0-9]{1,5}}-{last:[0-9]{1,5}}.pbf")
  ResponseEntity<byte[]> glyphs(
      @PathVariable String names, @PathVariable int first, @PathVariable int last) {
    boolean range =
        first % GlyphRange.SIZE == 0 && last == first + GlyphRange.SIZE - 1 && last < LETTERS;
    MapFont font = MapFont.find(names).orElse(null);
    if (!range || font == null) {
      throw new NotFound(
          "没有这组字形 (no such glyphs): " + names + " " + first + "-" + last,
          "字体 (fonts) %s, %s；范围如 (ranges such as) 19968-20223"
              .formatted(MapFont.REGULAR.id(), MapFont.BOLD.id()));
    }
    byte[] made =
        glyphs.get(new Range(font, first), key -> GlyphRange.of(font.font(), font.id(), first));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/x-protobuf"))
        .cacheControl(A_DAY)
        .body(made);
  }
}
