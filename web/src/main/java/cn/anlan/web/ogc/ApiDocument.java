package cn.anlan.web.ogc;

import cn.anlan.geo.text.Text;
import cn.anlan.web.Anlan;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.0 document of everything below {@code /ogc}, in the making. */
public final class ApiDocument {
  private final ObjectNode root = JsonMapper.shared().createObjectNode();
  private final ObjectNode paths;
  private final List<String> collections;

  /**
   * @param base address of the landing page
   * @param collections the ids that may stand for {@code {collectionId}}
   */
  ApiDocument(String base, Collection<String> collections) {
    this.collections = List.copyOf(collections);
    root.put("openapi", "3.0.3");
    root.putObject("info")
        .put("title", "安澜 Anlan OGC API")
        .put("version", Anlan.VERSION)
        .put(
            "description",
            "安全生产图层的要素与瓦片；坐标为 CGCS2000，CRS84 与其视为同一基准。"
                + " / Features and tiles of work-safety layers; CGCS2000 and WGS 84 count as one datum.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    root.putArray("servers").addObject().put("url", base);
    this.paths = root.putObject("paths");
    ObjectNode problem = root.putObject("components").putObject("schemas").putObject("problem");
    problem.put("type", "object");
    ObjectNode members = problem.putObject("properties");
    for (String member : List.of("type", "title", "detail", "remedy")) {
      members.putObject(member).put("type", "string");
    }
    members.putObject("status").put("type", "integer");
  }

  /** The path parameter {@code collectionId}. */
  public ApiParameter collectionId() {
    return ApiParameter.path(
        "collectionId", new Text("图层", "The collection"), ApiParameter.oneOf(collections));
  }

  /**
   * Adds a resource that is read.
   *
   * @param path below the landing page, with variables in braces
   * @param operation its unique name
   * @param tag what it belongs to
   * @param mediaTypes of its answer
   */
  public ApiDocument get(
      String path,
      String operation,
      String tag,
      Text meaning,
      List<ApiParameter> parameters,
      String... mediaTypes) {
    ObjectNode get = paths.withObjectProperty(path).putObject("get");
    get.putArray("tags").add(tag);
    get.put("summary", meaning.zh() + " / " + meaning.en());
    get.put("operationId", operation);
    var list = get.putArray("parameters");
    parameters.forEach(parameter -> list.add(parameter.node()));
    ObjectNode responses = get.putObject("responses");
    ObjectNode content =
        responses.putObject("200").put("description", meaning.en()).putObject("content");
    for (String type : mediaTypes) {
      boolean json = type.contains("json");
      content.putObject(type).putObject("schema").put("type", json ? "object" : "string");
    }
    problem(responses, "400", "参数不正确 / a parameter cannot be used");
    if (path.contains("{")) {
      problem(responses, "404", "没有这个资源 / no such resource");
    }
    problem(responses, "500", "服务内部错误 / internal error");
    problem(responses, "503", "图层正在装入 / the layer is still loading");
    return this;
  }

  private static void problem(ObjectNode responses, String status, String meaning) {
    responses
        .putObject(status)
        .put("description", meaning)
        .putObject("content")
        .putObject(MediaTypes.PROBLEM)
        .putObject("schema")
        .put("$ref", "#/components/schemas/problem");
  }

  /** The two parameters that every resource for programs and people has. */
  public static List<ApiParameter> forms() {
    return List.of(
        ApiParameter.query(
            "f",
            new Text("形式，优先于 Accept", "The form; stands before the Accept header"),
            ApiParameter.oneOf(List.of("json", "html"))),
        ApiParameter.query(
            "lang",
            new Text("网页的语言", "Language of the page"),
            ApiParameter.oneOf(List.of("zh", "en"))));
  }

  ObjectNode root() {
    return root;
  }
}
