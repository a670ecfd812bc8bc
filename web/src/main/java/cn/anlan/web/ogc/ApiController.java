package cn.anlan.web.ogc;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.text.Text;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, for programs and as a page. */
@RestController
class ApiController {
  private static final String COMMON_TAG = "Common";

  private final List<OgcPart> parts;
  private final VisibleLayers layers;

  ApiController(List<OgcPart> parts, VisibleLayers layers) {
    this.parts = parts;
    this.layers = layers;
  }

  @GetMapping("/ogc/api")
  ResponseEntity<byte[]> api(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    List<String> ids = layers.all().stream().map(Layer::id).toList();
    ApiDocument api = new ApiDocument(request.base(), ids);
    common(api);
    parts.forEach(part -> part.describe(api));
    return request.isHtml()
        ? OgcAnswer.html(page(request, api.root()))
        : OgcAnswer.json(api.root(), MediaTypes.OPEN_API);
  }

  private static void common(ApiDocument api) {
    resource(api, "/", "getLandingPage", new Text("入口", "Landing page"));
    resource(api, "/conformance", "getConformance", new Text("所遵循的标准", "Standards kept"));
    resource(api, "/collections", "getCollections", new Text("全部图层", "All collections"));
    List<ApiParameter> one =
        List.of(api.collectionId(), ApiDocument.forms().get(0), ApiDocument.forms().get(1));
    api.get(
        "/collections/{collectionId}",
        "describeCollection",
        COMMON_TAG,
        new Text("一个图层", "One collection"),
        one,
        MediaTypes.JSON,
        MediaTypes.HTML);
  }

  private static void resource(ApiDocument api, String path, String operation, Text meaning) {
    api.get(
        path,
        operation,
        COMMON_TAG,
        meaning,
        ApiDocument.forms(),
        MediaTypes.JSON,
        MediaTypes.HTML);
  }

  private static OgcPage page(OgcRequest request, JsonNode api) {
    Language language = request.language();
    OgcPage page = new OgcPage(request, language.of("接口说明", "The API, explained"));
    page.crumb(language.of("接口", "API"), "/api");
    page.body().leaf("p", api.at("/info/description").asString(), "class", "lead");
    for (String path : api.get("paths").propertyNames()) {
      JsonNode get = api.get("paths").get(path).get("get");
      Html body = page.body();
      body.open("section", "class", "operation");
      body.open("h2").leaf("code", "GET " + path).close();
      body.leaf("p", get.get("summary").asString());
      if (!get.get("parameters").isEmpty()) {
        body.open("table", "class", "list");
        get.get("parameters").forEach(parameter -> row(body, parameter));
        body.close();
      }
      body.leaf(
              "p",
              String.join(", ", get.at("/responses/200/content").propertyNames()),
              "class",
              "quiet")
          .close();
    }
    return page;
  }

  private static void row(Html body, JsonNode parameter) {
    JsonNode schema = parameter.get("schema");
    body.open("tr")
        .open("td")
        .leaf("code", parameter.get("name").asString())
        .close()
        .leaf("td", parameter.get("description").asString())
        .open("td");
    if (schema.has("enum") && schema.get("enum").size() > 12) {
      body.leaf("code", schema.get("type").asString() + " (" + schema.get("enum").size() + ")");
    } else {
      body.leaf("code", schema.toString());
    }
    body.close().close();
  }
}
