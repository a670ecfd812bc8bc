package cn.anlan.web.ogc;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.ogc.Extents.Extent;
import cn.anlan.web.print.FactTable;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The layers as collections. One that is still loading is listed without its extent. */
@RestController
class CollectionsController {
  private final List<OgcPart> parts;
  private final VisibleLayers layers;
  private final Catalog catalog;
  private final LiveSnapshots snapshots;
  private final Extents extents;

  CollectionsController(
      List<OgcPart> parts,
      VisibleLayers layers,
      Database database,
      LiveSnapshots snapshots,
      Extents extents) {
    this.parts = parts;
    this.layers = layers;
    this.catalog = database.catalog();
    this.snapshots = snapshots;
    this.extents = extents;
  }

  @GetMapping("/ogc/collections")
  ResponseEntity<byte[]> collections(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Generation generation = snapshots.current();
    if (request.isHtml()) {
      return OgcAnswer.html(list(request, generation));
    }
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode answer = mapper.createObjectNode();
    answer.set("links", mapper.valueToTree(request.selfAndAlternate(MediaTypes.JSON)));
    ArrayNode all = answer.putArray("collections");
    for (Layer layer : layers.all()) {
      all.add(
          CollectionDescription.json(
              layer,
              extent(layer, generation),
              CollectionDescription.links(request.base(), layer, parts)));
    }
    return OgcAnswer.json(answer, MediaTypes.JSON);
  }

  @GetMapping("/ogc/collections/{id}")
  ResponseEntity<byte[]> collection(@PathVariable String id, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Layer layer = layers.get(id);
    Optional<Extent> extent = extent(layer, snapshots.current());
    List<OgcLink> links = CollectionDescription.links(request.base(), layer, parts);
    return request.isHtml()
        ? OgcAnswer.html(page(request, layer, extent, links))
        : OgcAnswer.json(CollectionDescription.json(layer, extent, links), MediaTypes.JSON);
  }

  private Optional<Extent> extent(Layer layer, Generation generation) {
    return generation.find(layer.id()).map(s -> extents.of(layer, s, snapshots.scope()));
  }

  private OgcPage list(OgcRequest request, Generation generation) {
    Language language = request.language();
    OgcPage page = new OgcPage(request, language.of("图层", "Layers"));
    page.crumb(language.of("图层", "Layers"), "/collections");
    for (var group : catalog.getCodes(Catalog.GROUPS).codes()) {
      List<Layer> members =
          layers.all().stream().filter(l -> l.group().equals(group.value())).toList();
      if (!members.isEmpty()) {
        page.body().leaf("h2", language.of(group.title())).open("table", "class", "list");
        members.forEach(layer -> row(page, layer, extent(layer, generation)));
        page.body().close();
      }
    }
    return page;
  }

  private static void row(OgcPage page, Layer layer, Optional<Extent> extent) {
    Html body = page.body();
    body.open("tr").open("td");
    body.leaf(
        "a", page.language().of(layer.title()), "href", page.page("/collections/" + layer.id()));
    body.close().open("td").leaf("code", layer.id()).close();
    body.leaf("td", Figures.whole(extent.map(Extent::rows).orElse(null)), "class", "figure");
    body.leaf("td", page.language().of(layer.description()), "class", "quiet").close();
  }

  private static OgcPage page(
      OgcRequest request, Layer layer, Optional<Extent> extent, List<OgcLink> links) {
    Language language = request.language();
    OgcPage page = new OgcPage(request, language.of(layer.title()));
    page.crumb(language.of("图层", "Layers"), "/collections");
    page.crumb(language.of(layer.title()), "/collections/" + layer.id());
    Html body = page.body();
    body.leaf("p", language.of(layer.description()), "class", "lead");
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(language.of("编号", "Identifier"), layer.id());
    facts.put(
        language.of("要素数", "Features"),
        extent.map(e -> Figures.whole(e.rows())).orElse(language.of("正在装入", "still loading")));
    extent
        .filter(e -> !e.lonLat().isNull())
        .ifPresent(e -> facts.put(language.of("范围（度）", "Extent (degrees)"), box(e)));
    extent
        .filter(e -> e.first() != null || e.last() != null)
        .ifPresent(
            e ->
                facts.put(
                    language.of("时间", "Time"),
                    Figures.orNone(e.first()) + " – " + Figures.orNone(e.last())));
    body.add(FactTable.table(facts));
    return page.links(links);
  }

  private static String box(Extent extent) {
    var box = extent.lonLat();
    return "%.4f – %.4f E, %.4f – %.4f N"
        .formatted(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
  }
}
