package cn.anlan.web.ogc.schema;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.text.Text;
import cn.anlan.web.ogc.ApiDocument;
import cn.anlan.web.ogc.ApiParameter;
import cn.anlan.web.ogc.MediaTypes;
import cn.anlan.web.ogc.OgcAnswer;
import cn.anlan.web.ogc.OgcLink;
import cn.anlan.web.ogc.OgcPage;
import cn.anlan.web.ogc.OgcPart;
import cn.anlan.web.ogc.OgcRequest;
import cn.anlan.web.ogc.VisibleLayers;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Queryables, sortables and schema of a collection. */
@RestController
class SchemaController implements OgcPart {
  private static final String QUERYABLES = "queryables";
  private static final String SORTABLES = "sortables";
  private static final String SCHEMA = "schema";
  private static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/";

  private final Catalog catalog;
  private final VisibleLayers layers;

  SchemaController(Database database, VisibleLayers layers) {
    this.catalog = database.catalog();
    this.layers = layers;
  }

  @GetMapping("/ogc/collections/{id}/{kind:queryables|sortables|schema}")
  ResponseEntity<byte[]> schema(
      @PathVariable String id, @PathVariable String kind, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Layer layer = layers.get(id);
    LayerSchema schema = new LayerSchema(catalog, layer);
    String self = request.base() + "/collections/" + id + "/" + kind;
    ObjectNode json =
        switch (kind) {
          case QUERYABLES -> schema.queryables(self);
          case SORTABLES -> schema.sortables(self);
          case SCHEMA -> schema.returnables(self);
          default ->
              throw new NotFound("没有 (no such resource) " + kind, "GET /ogc/collections/" + id);
        };
    return request.isHtml()
        ? OgcAnswer.html(page(request, layer, kind, json))
        : OgcAnswer.json(json, MediaTypes.SCHEMA);
  }

  @Override
  public List<String> conformance() {
    return List.of(
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/core-roles-features",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/returnables-and-receivables",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/queryables",
        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/sortables");
  }

  @Override
  public List<OgcLink> collectionLinks(String base, Layer layer) {
    String self = base + "/collections/" + layer.id() + "/";
    return List.of(
        OgcLink.of(self + QUERYABLES, RELATION + QUERYABLES, MediaTypes.SCHEMA, "可用于过滤的属性"),
        OgcLink.of(self + SORTABLES, RELATION + SORTABLES, MediaTypes.SCHEMA, "可用于排序的属性"),
        OgcLink.of(self + SCHEMA, RELATION + SCHEMA, MediaTypes.SCHEMA, "要素的属性"));
  }

  @Override
  public void describe(ApiDocument api) {
    describe(api, QUERYABLES, "getQueryables", new Text("可用于过滤的属性", "What filters may name"));
    describe(api, SORTABLES, "getSortables", new Text("可用于排序的属性", "What may be sorted by"));
    describe(api, SCHEMA, "getSchema", new Text("要素的属性", "What an item holds"));
  }

  private static void describe(ApiDocument api, String kind, String operation, Text meaning) {
    List<ApiParameter> parameters = new ArrayList<>(List.of(api.collectionId()));
    parameters.addAll(ApiDocument.forms());
    api.get(
        "/collections/{collectionId}/" + kind,
        operation,
        "Schemas",
        meaning,
        parameters,
        MediaTypes.SCHEMA,
        MediaTypes.HTML);
  }

  private static OgcPage page(OgcRequest request, Layer layer, String kind, JsonNode schema) {
    Language language = request.language();
    String title =
        switch (kind) {
          case QUERYABLES -> language.of("可用于过滤的属性", "Queryables");
          case SORTABLES -> language.of("可用于排序的属性", "Sortables");
          default -> language.of("要素的属性", "Schema");
        };
    String path = "/collections/" + layer.id();
    OgcPage page =
        new OgcPage(request, language.of(layer.title()) + " · " + title)
            .crumb(language.of("图层", "Layers"), "/collections")
            .crumb(language.of(layer.title()), path)
            .crumb(title, path + "/" + kind);
    Html body = page.body().open("table", "class", "list");
    JsonNode properties = schema.get("properties");
    for (String name : properties.propertyNames()) {
      JsonNode property = properties.get(name);
      String type = property.path("type").asString(property.path("format").asString());
      body.open("tr").open("td").leaf("code", name).close();
      body.leaf("td", title(property, language));
      body.leaf("td", property.path("format").asString(type));
      body.leaf("td", property.path("x-ogc-unit").asString(""));
      body.open("td");
      for (JsonNode code : property.path("oneOf")) {
        body.open("div").leaf("code", code.get("const").asString());
        body.text(" " + title(code, language)).close();
      }
      body.close().close();
    }
    body.close();
    return page;
  }

  private static String title(JsonNode titled, Language language) {
    return language.of(titled.get("title").asString(), titled.get("x-anlan-title-en").asString());
  }
}
